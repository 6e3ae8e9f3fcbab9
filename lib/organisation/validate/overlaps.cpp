// Two of a kind that would both be the best fit on one day.
//
// A scope falls into cells: one place (a site, an area, everywhere) × one pattern of items × one class of site. Two
// scopes fit some item at some site equally well exactly if they share a cell, for then both the place and the pattern
// are equally exact, and in one chain of areas no two are equally deep.
#include <algorithm>
#include <array>
#include <boost/functional/hash.hpp>
#include <set>
#include <unordered_map>

#include "core/excerpt.h"
#include "organisation/item_patterns.h"
#include "organisation/limits.h"
#include "organisation/messages.h"
#include "organisation/validate/subject.h"

namespace aedile::detail {

namespace {

struct Entry {
  std::size_t index = 0;
  Days days;
};

class Cells {
 public:
  /// False if there are more than can be compared.
  bool add(const std::string& group, const std::vector<std::string>& places, const std::vector<std::string>& items,
           const std::vector<std::string>& classes, Entry entry) {
    const std::size_t count = std::max<std::size_t>(1, places.size()) * std::max<std::size_t>(1, items.size());
    if (count > max_scope_cells || count * std::max<std::size_t>(1, classes.size()) > max_scope_cells - cells_) {
      return false;
    }
    cells_ += count * std::max<std::size_t>(1, classes.size());
    for_each(places, [&](const std::string& place) {
      for_each(items, [&](const std::string& item) {
        // "*" says no more than no pattern at all.
        const std::string& pattern = item == "*" ? none_ : item;
        for_each(classes, [&](const std::string& site_class) {
          add_cell({word(group), word(place), word(pattern), word(site_class)}, entry);
        });
      });
    });
    return true;
  }

  /// Calls found(earlier, later, first common day) for pairs that share a cell on some day, in document order; every
  /// entry that overlaps another is in some pair.
  template <class Found>
  void overlaps(const Found& found) {
    std::set<std::pair<std::size_t, std::size_t>> seen;
    std::vector<std::tuple<std::size_t, std::size_t, std::int64_t>> pairs;
    for (std::vector<Entry>& cell : entries_) {
      std::stable_sort(cell.begin(), cell.end(),
                       [](const Entry& a, const Entry& b) { return a.days.from < b.days.from; });
      std::size_t latest = 0;
      for (std::size_t i = 1; i < cell.size(); ++i) {
        if (cell[i].days.from <= cell[latest].days.until && cell[i].index != cell[latest].index) {
          const auto [first, second] = std::minmax(cell[i].index, cell[latest].index);
          if (seen.emplace(second, first).second) pairs.emplace_back(second, first, cell[i].days.from);
        }
        if (cell[i].days.until > cell[latest].days.until) latest = i;
      }
    }
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [second, first, day] : pairs) found(first, second, day);
  }

 private:
  using Key = std::array<std::uint32_t, 4>;  ///< group, place, pattern, class

  template <class Visit>
  void for_each(const std::vector<std::string>& list, const Visit& visit) const {
    if (list.empty()) visit(none_);
    for (const std::string& element : list) visit(element);
  }
  /// Texts by number, so that a cell costs the same whatever their length.
  std::uint32_t word(const std::string& text) {
    return words_.emplace(text, static_cast<std::uint32_t>(words_.size())).first->second;
  }
  void add_cell(const Key& key, const Entry& entry) {
    const auto [cell, unseen] = index_.emplace(key, entries_.size());
    if (unseen) entries_.emplace_back();
    entries_[cell->second].push_back(entry);
  }

  const std::string none_;
  std::unordered_map<std::string, std::uint32_t> words_;
  std::unordered_map<Key, std::size_t, boost::hash<Key>> index_;
  std::vector<std::vector<Entry>> entries_;
  std::size_t cells_ = 0;
};

/// Sites and areas may have the same codes.
std::vector<std::string> places_of(const Scope& scope) {
  std::vector<std::string> places;
  for (const std::string& site : scope.sites) places.push_back("s" + site);
  for (const std::string& area : scope.areas) places.push_back("a" + area);
  return places;
}

std::string day_text(std::int64_t day) { return day == Days::always ? ".." : date_of_number(day).to_string(); }

/// Compares the scopes of one list of the organisation.
template <class T, class Group>
void compare(const char* list, const std::vector<T>& all, const Message& message, Report& report,
             const Group& group_of) {
  Cells cells;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Days days(all[i].scope.valid);
    if (days.empty()) continue;
    if (!cells.add(group_of(all[i]), places_of(all[i].scope), all[i].scope.items, all[i].scope.site_classes,
                   {i, days})) {
      report.at(list, i).error(messages::scope_too_large, {std::to_string(max_scope_cells)});
    }
  }
  cells.overlaps([&](std::size_t first, std::size_t second, std::int64_t day) {
    report.at(list, second)
        .error_verbatim(
            message, {excerpt(all[first].code), "/" + std::string(list) + "/" + std::to_string(first), day_text(day)});
  });
}

}  // namespace

void check_overlaps(const OrganisationSubject& subject, Report& report) {
  const Organisation& organisation = subject.organisation;
  Cells duties;
  for (std::size_t i = 0; i < organisation.duties.size(); ++i) {
    const ItemDuty& duty = organisation.duties[i];
    const Days days(duty.valid);
    if (days.empty() || duty.items.empty()) continue;
    if (!duties.add({}, {}, duty.items, {}, {i, days})) {
      report.at("duties", i).error(messages::scope_too_large, {std::to_string(max_scope_cells)});
    }
  }
  duties.overlaps([&](std::size_t first, std::size_t second, std::int64_t day) {
    report.at("duties", second)
        .error_verbatim(messages::equal_duties,
                        {excerpt(organisation.duties[first].code), "/duties/" + std::to_string(first), day_text(day)});
  });
  compare("rules", organisation.rules, messages::equal_rules, report,
          [](const ResponsibilityRule& rule) { return std::to_string(rule.priority); });
  // Whatever the kind, no two contracts lead; of one kind no two are for the same.
  compare("contracts", organisation.contracts, messages::contract_overlap, report, [](const Contract& contract) {
    return contract.role == PartyRole::lead ? std::string("lead") : "kind " + contract.kind;
  });
}

}  // namespace aedile::detail
