#include "aedile/rectification/listing.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "core/enum_names.h"
#include "core/excerpt.h"
#include "rectification/messages_ladder.h"

namespace aedile {

namespace {

constexpr std::array<detail::EnumName<ListTies>, 2> tie_policies{
    {{ListTies::include_all, "include_all"}, {ListTies::exclude_all, "exclude_all"}}};

Rational rate(const ListedRate& unit) { return Rational(unit.done, unit.all); }

/// How many of `sorted`, whose rates fall or rise, make a list of `wanted` under the policy.
std::size_t list_length(const std::vector<ListedRate>& sorted, std::size_t wanted, ListTies ties) {
  if (wanted >= sorted.size()) return sorted.size();
  if (wanted == 0) return 0;
  const auto tied = [&](std::size_t i) { return rate(sorted[i]) == rate(sorted[i - 1]); };
  std::size_t length = wanted;
  if (!tied(length)) return length;
  if (ties == ListTies::include_all) {
    while (length < sorted.size() && tied(length)) ++length;
  } else {
    while (length > 0 && tied(length)) --length;
  }
  return length;
}

std::vector<ListedRate> taken(const std::vector<ListedRate>& sorted, std::size_t count) {
  return {sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(count)};
}

}  // namespace

std::string_view to_string(ListTies ties) { return detail::name_of(tie_policies, ties); }

Result<GroupLists> red_and_black(const ListRule& rule, std::span<const ListedRate> rates) {
  Diagnostics problems;
  GroupLists lists{.group = rule.group};
  std::vector<ListedRate> ranked;
  std::unordered_set<std::string_view> units;
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const ListedRate& unit = rates[i];
    if (unit.group != rule.group) continue;
    const Place place{{}, 0, 0, "/" + std::to_string(i)};
    if (unit.done < 0 || unit.all < unit.done) {
      problems.error(place, messages::listed_rate_range,
                     {detail::excerpt(unit.unit), std::to_string(unit.done), std::to_string(unit.all)});
    } else if (!units.insert(unit.unit).second) {
      problems.error(place, messages::duplicate_listed_unit, {detail::excerpt(unit.unit)});
    } else {
      (unit.all == 0 ? lists.without_data : ranked).push_back(unit);
    }
  }
  if (problems.has_errors()) return problems;
  lists.ranked = ranked.size();
  const auto by_unit = [](const ListedRate& a, const ListedRate& b) { return a.unit < b.unit; };
  std::sort(lists.without_data.begin(), lists.without_data.end(), by_unit);
  std::sort(ranked.begin(), ranked.end(), by_unit);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const ListedRate& a, const ListedRate& b) { return rate(a) > rate(b); });
  lists.red = taken(ranked, list_length(ranked, rule.red, rule.ties));
  std::vector<ListedRate> rest(ranked.begin() + static_cast<std::ptrdiff_t>(lists.red.size()), ranked.end());
  if (rule.full_rate_is_never_black) {
    std::erase_if(rest, [](const ListedRate& unit) { return unit.done == unit.all; });
  }
  std::stable_sort(rest.begin(), rest.end(), by_unit);
  std::stable_sort(rest.begin(), rest.end(),
                   [](const ListedRate& a, const ListedRate& b) { return rate(a) < rate(b); });
  lists.black = taken(rest, list_length(rest, rule.black, rule.ties));
  return lists;
}

Verdict verdict_of(const GroupLists& lists, std::string_view unit) {
  const auto in = [&](const std::vector<ListedRate>& list) {
    return std::any_of(list.begin(), list.end(), [&](const ListedRate& each) { return each.unit == unit; });
  };
  if (in(lists.black)) return Verdict::failed;
  return in(lists.without_data) ? Verdict::no_data : Verdict::passed;
}

}  // namespace aedile
