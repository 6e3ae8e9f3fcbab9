// The checks that need a framework's items.
#include <algorithm>
#include <set>
#include <unordered_set>

#include "aedile/organisation/decomposition.h"
#include "core/report.h"
#include "organisation/item_patterns.h"
#include "organisation/messages_answer.h"
#include "organisation/messages_items.h"

namespace aedile {

namespace {

using detail::ItemPatterns;
using detail::Report;

/// The items that a framework has: is there one that a pattern fits?
class KnownItems {
 public:
  explicit KnownItems(std::span<const ItemDescription> items) {
    for (const ItemDescription& item : items) codes_.insert(item.code);
  }
  bool fits(std::string_view pattern) const {
    const auto beginning = detail::beginning_of(pattern);
    if (!beginning) return codes_.contains(pattern);
    const auto found = codes_.lower_bound(*beginning);
    return found != codes_.end() && found->starts_with(*beginning);
  }

 private:
  std::set<std::string_view> codes_;
};

class ItemCheck {
 public:
  ItemCheck(const CompiledOrganisation& organisation, std::span<const ItemDescription> items, Date day)
      : organisation_(organisation), items_(items), day_(day) {}

  Diagnostics run() {
    check_patterns();
    check_leads();
    check_places();
    check_targets();
    return report_.take();
  }

 private:
  const Organisation& source() const { return organisation_.source(); }

  void check_patterns() {
    const KnownItems known(items_);
    const auto check = [&](const std::vector<std::string>& patterns) {
      for (std::size_t i = 0; i < patterns.size(); ++i) {
        if (!known.fits(patterns[i])) report_.at("items", i).warning(messages::no_such_item, {patterns[i]});
      }
    };
    for (std::size_t i = 0; i < source().duties.size(); ++i) {
      const auto inside = report_.at("duties", i);
      check(source().duties[i].items);
    }
    for (std::size_t i = 0; i < source().rules.size(); ++i) {
      const auto inside = report_.at("rules", i);
      check(source().rules[i].scope.items);
    }
    for (std::size_t i = 0; i < source().contracts.size(); ++i) {
      const auto inside = report_.at("contracts", i);
      check(source().contracts[i].scope.items);
    }
    for (std::size_t i = 0; i < source().targets.size(); ++i) {
      const auto inside = report_.at("targets", i);
      check(source().targets[i].items);
    }
  }

  void check_leads() {
    for (const ItemDescription& item : items_) {
      const ItemDuty* const duty = organisation_.duty(item.code, day_);
      if (duty == nullptr || !organisation_.heir(*organisation_.find_unit(duty->lead), day_).valid()) {
        report_.at("duties").error(messages::item_without_lead, {item.code, day_.to_string()});
        unled_.insert(item.code);
      } else if (!item.lead.empty() && item.lead != duty->lead) {
        const auto index = static_cast<std::size_t>(duty - source().duties.data());
        report_.at("duties", index, "lead").error(messages::lead_differs, {item.code, item.lead, duty->lead});
      }
    }
  }

  /// Sites at which answers can differ: different cell, different class, or named by a rule or contract.
  std::vector<SiteId> different_sites() const {
    std::unordered_set<std::string_view> named;
    for (const ResponsibilityRule& rule : source().rules)
      named.insert(rule.scope.sites.begin(), rule.scope.sites.end());
    for (const Contract& contract : source().contracts) {
      named.insert(contract.scope.sites.begin(), contract.scope.sites.end());
    }
    std::vector<SiteId> different;
    std::set<std::pair<std::uint32_t, std::string_view>> seen;
    for (std::size_t i = 0; i < source().sites.size(); ++i) {
      const Site& site = source().sites[i];
      if (!site.valid.holds(day_)) continue;
      const bool unseen = seen.emplace(organisation_.cell(SiteId(i)).value(), site.site_class).second;
      if (unseen || named.contains(site.code)) different.emplace_back(i);
    }
    return different;
  }

  void check_places() {
    const std::vector<SiteId> sites = different_sites();
    for (const ItemDescription& item : items_) {
      if (unled_.contains(item.code)) continue;  // said already
      for (const SiteId site : sites) {
        const Result<Responsibility> answer = organisation_.who(item.code, site, day_);
        if (answer) continue;
        report_.at("sites", site.index())
            .error(messages::no_lead, {item.code, organisation_.site(site).code, day_.to_string()});
        break;
      }
    }
  }

  /// The unit, or one it answers to, stands in the item's duty.
  bool owned(UnitId unit, std::string_view item) const {
    const ItemDuty* const duty = organisation_.duty(item, day_);
    if (duty == nullptr) return false;
    const auto reaches = [&](const std::string& code) {
      const UnitId upper = organisation_.heir(*organisation_.find_unit(code), day_);
      return upper.valid() && organisation_.answers_to(unit, upper, day_);
    };
    const auto any = [&](const std::vector<std::string>& codes) {
      return std::any_of(codes.begin(), codes.end(), reaches);
    };
    return reaches(duty->lead) || any(duty->supporting) || any(duty->linked);
  }

  void check_targets() {
    for (std::size_t t = 0; t < source().targets.size(); ++t) {
      const UnitTarget& target = source().targets[t];
      const UnitId unit = organisation_.heir(*organisation_.find_unit(target.unit), day_);
      const ItemPatterns patterns(target.items);
      for (const ItemDescription& item : items_) {
        if (!patterns.fit(item.code) || unled_.contains(item.code)) continue;
        if (unit.valid() && owned(unit, item.code)) continue;
        report_.at("targets", t).error(messages::target_not_owned, {target.unit, item.code});
        break;
      }
    }
  }

  const CompiledOrganisation& organisation_;
  std::span<const ItemDescription> items_;
  Date day_;
  Report report_;
  std::unordered_set<std::string_view> unled_;
};

}  // namespace

Diagnostics check_items(const CompiledOrganisation& organisation, std::span<const ItemDescription> items, Date day) {
  return ItemCheck(organisation, items, day).run();
}

}  // namespace aedile
