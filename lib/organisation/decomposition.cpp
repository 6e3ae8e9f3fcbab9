#include "aedile/organisation/decomposition.h"

#include <algorithm>

#include "organisation/item_patterns.h"

namespace aedile {

namespace {

using detail::ItemPatterns;

void count(DecompositionSheet::Sum& sum, const ItemDescription& item) {
  ++sum.items;
  if (item.full_marks) {
    sum.full_marks += *item.full_marks;
  } else {
    ++sum.open_ended;
  }
}

}  // namespace

Organisation with_item_duties(Organisation organisation, std::span<const ItemDescription> items) {
  std::vector<ItemPatterns> known;
  for (const ItemDuty& duty : organisation.duties) {
    // A duty without items fits none, whereas a list of patterns without any fits all.
    if (!duty.items.empty()) known.emplace_back(duty.items);
  }
  for (const ItemDescription& item : items) {
    if (item.lead.empty()) continue;
    const bool fits = std::any_of(known.begin(), known.end(),
                                  [&](const ItemPatterns& patterns) { return patterns.fit(item.code).has_value(); });
    if (!fits) {
      organisation.duties.push_back({"item:" + item.code, {item.code}, item.lead, item.supporting, {}, {}});
    }
  }
  return organisation;
}

DecompositionSheet decompose(const CompiledOrganisation& organisation, std::span<const ItemDescription> items,
                             UnitId unit, Date day) {
  organisation.unit(unit);
  const std::vector<UnitTarget>& targets = organisation.source().targets;
  std::vector<std::pair<std::size_t, ItemPatterns>> own_targets;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    if (organisation.find_unit(targets[t].unit) == unit) own_targets.emplace_back(t, ItemPatterns(targets[t].items));
  }
  DecompositionSheet sheet;
  sheet.unit = unit;
  sheet.day = day;
  for (std::size_t i = 0; i < items.size(); ++i) {
    DecompositionSheet::Row row;
    row.item = i;
    bool belongs = false;
    const auto resolve = [&](const std::string& code, PartyRole role) {
      const UnitId named = organisation.heir(*organisation.find_unit(code), day);
      if (named == unit && !belongs) {
        belongs = true;
        row.role = role;
      }
      return named;
    };
    if (const ItemDuty* duty = organisation.duty(items[i].code, day)) {
      row.lead = resolve(duty->lead, PartyRole::lead);
      for (const std::string& code : duty->supporting) {
        if (const UnitId named = resolve(code, PartyRole::supporting); named.valid()) row.supporting.push_back(named);
      }
      for (const std::string& code : duty->linked) {
        if (const UnitId named = resolve(code, PartyRole::linked); named.valid()) row.linked.push_back(named);
      }
    }
    for (const auto& [target, patterns] : own_targets) {
      if (patterns.fit(items[i].code)) row.targets.push_back(target);
    }
    row.by_target = !belongs && !row.targets.empty();
    if (!belongs && !row.by_target) continue;
    count(row.by_target                       ? sheet.broken_down
          : row.role == PartyRole::lead       ? sheet.led
          : row.role == PartyRole::supporting ? sheet.supported
                                              : sheet.linked,
          items[i]);
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

}  // namespace aedile
