#pragma once
/// Red and black lists (红黑榜): the best and the last of each group by a rate, ties and units without data as stated.
///
///   // 江门, weekly: red the best 5 departments, black the last 3, ties all listed
///   const ListRule departments{.group = "department", .red = 5, .black = 3};
///   red_and_black(departments, {{"a", "department", 10, 10}, {"b", "department", 9, 10}, {"c", "department", 0, 0},
///   …})
///   // c was notified of nothing: it is on neither list, and is counted in `without_data`
///
/// Rates are compared as exact fractions. Not for scores with tie-breaking keys; that is ranking.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "aedile/core/rational.h"
#include "aedile/core/result.h"
#include "aedile/rectification/unit_ladder.h"

namespace aedile {

/// What happens to units of equal rate at the edge of a list.
enum class ListTies {
  include_all,  ///< all of them are listed: ties all listed
  exclude_all,  ///< none of them, so a list is never longer than its number
};
std::string_view to_string(ListTies ties);

struct ListRule {
  std::string group{};
  std::uint32_t red = 0;
  std::uint32_t black = 0;
  ListTies ties = ListTies::include_all;
  bool full_rate_is_never_black = true;  ///< a unit that has rectified everything is not exposed as the last of few
  friend bool operator==(const ListRule&, const ListRule&) = default;
};

struct ListedRate {
  std::string unit{};
  std::string group{};
  std::int64_t done = 0;  ///< 0 … all
  std::int64_t all = 0;   ///< 0: no data
  friend bool operator==(const ListedRate&, const ListedRate&) = default;
};

struct GroupLists {
  std::string group{};
  std::vector<ListedRate> red{};    ///< best first; equal rates by unit
  std::vector<ListedRate> black{};  ///< last first
  std::vector<ListedRate> without_data{};
  std::size_t ranked = 0;
  friend bool operator==(const GroupLists&, const GroupLists&) = default;
};

/// The units of the rule's group; where the two lists would overlap, red goes first.
/// Errors: listed_rate_range, duplicate_listed_unit.     Cost: O(units · log units).
Result<GroupLists> red_and_black(const ListRule& rule, std::span<const ListedRate> rates);

/// The verdict that a unit ladder reads: failed on the black list, no_data without data, passed otherwise.
Verdict verdict_of(const GroupLists& lists, std::string_view unit);

}  // namespace aedile
