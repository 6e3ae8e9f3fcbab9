#pragma once
/// Propagation (举一反三): a fault at one site sends somebody to look at the others of its kind.
///
///   const PropagationRule rule{.id = "fire-doors", .items = {"3.2.*"}, .within = CheckWithin::area,
///                              .limit = WorkingDays(5)};
///   check_tasks(rule, {"T-12", "3.2.4", "S007", "school", "east", day}, sites)
///   // one task for every other school of the east that is valid on the day, by code: "T-12/S008", "T-12/S011", …
///
/// The id of a task follows from ticket and site, so doing it twice makes no task twice.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "aedile/calendar/duration.h"
#include "aedile/core/date.h"
#include "aedile/core/diagnostics.h"

namespace aedile {

enum class CheckWithin {
  everywhere,
  area,  ///< sites of the same area
};
std::string_view to_string(CheckWithin within);

struct PropagationRule {
  std::string id{};
  std::vector<std::string> items{};         ///< codes, or beginnings of codes ended by "*"; none: every item
  std::vector<std::string> site_classes{};  ///< of the site with the fault; none: every class
  CheckWithin within = CheckWithin::everywhere;
  TimeLimit limit = WorkingDays(5);
  std::uint32_t at_most = 0;  ///< tasks, the first by code; 0: no limit
  friend bool operator==(const PropagationRule&, const PropagationRule&) = default;
};
/// At JSON pointers. Errors: empty_text, text_not_utf8, control_character, propagation_item.
Diagnostics validate(const PropagationRule& rule);

struct PropagationCause {
  std::string ticket{};
  std::string item{};
  std::string site{};
  std::string site_class{};
  std::string area{};
  Date day{};
  friend bool operator==(const PropagationCause&, const PropagationCause&) = default;
};

struct PropagationSite {
  std::string code{};
  std::string site_class{};
  std::string area{};
  bool busy = false;  ///< a ticket or a check for that item is open there already
  friend bool operator==(const PropagationSite&, const PropagationSite&) = default;
};

struct CheckTask {
  std::string id{};  ///< "T-12/S008"
  std::string rule{};
  std::string cause{};  ///< ticket
  std::string site{};
  std::string item{};
  TimeLimit limit = WorkingDays(5);
  friend bool operator==(const CheckTask&, const CheckTask&) = default;
};

/// sites: those that are valid on the day, in any order.     Cost: O(sites · log sites).
std::vector<CheckTask> check_tasks(const PropagationRule& rule, const PropagationCause& cause,
                                   std::span<const PropagationSite> sites);

}  // namespace aedile
