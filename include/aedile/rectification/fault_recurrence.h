#pragma once
/// Recurrence (反弹): a fault that is found again where it was said to be gone.
///
///   const RecurrencePolicy sixty{.window_days = 60, .multipliers = {Factor::of(2), Factor::of(3)}};
///   // T-7, litter at park P041, closed on 10 March; litter is found there on 2 April.
///   const auto again = recurrence(sixty, {"6.1.1", "P041", .day = 2 April}, history);
///   again->of == "T-7"; again->times == 1; again->multiplier == Factor::of(2);   // a new ticket, linked to T-7
///   // found once more on 20 May, 18 days after that one was closed: times 2, multiplier 3
///
/// A fault that comes back is a new case linked to the old one; reopening is for a failed look-back only. Hiding and
/// coming back (打游击) counts: a ticket that was closed because nothing was seen any more is as good as one that was
/// verified, and under `SamePlace::area` the next corner is the same place. A ticket that fell (void, merged) or that
/// never said that the fault was gone (replied, exempted) is not come back from.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "aedile/core/date.h"
#include "aedile/core/decimal.h"

namespace aedile {

/// How near the new fault must be to the old one.
enum class SamePlace {
  location,  ///< the same site, and the same location in it
  site,
  area,  ///< any site of the same area
};
std::string_view to_string(SamePlace place);
std::optional<SamePlace> parse_same_place(std::string_view text);

/// Returns are told apart up to this one.
inline constexpr std::uint32_t highest_return = 9;

struct RecurrencePolicy {
  SamePlace place = SamePlace::site;
  std::int32_t window_days = 60;      ///< calendar days after the day of closing, the last one included
  std::vector<Factor> multipliers{};  ///< of the first, second … return; the last for all after it; none: 1
  friend bool operator==(const RecurrencePolicy&, const RecurrencePolicy&) = default;
};
/// At JSON pointers. Errors: window_range, multiplier_below_one, too_many_multipliers.
Diagnostics validate(const RecurrencePolicy& policy);

/// What was found, and where.
struct FaultSighting {
  std::string item{};
  std::string site{};
  std::string location{};
  std::string area{};
  Date day{};
  friend bool operator==(const FaultSighting&, const FaultSighting&) = default;
};

/// A ticket whose fault was said to be gone: closed after a look-back, or because a re-inspection did not see it.
struct ClosedFault {
  std::string ticket{};
  FaultSighting found{};
  Date closed{};
  std::uint32_t times = 0;  ///< how often it had come back by then: its own `FaultRecurrence::times`, or 0
  friend bool operator==(const ClosedFault&, const ClosedFault&) = default;
};

struct FaultRecurrence {
  std::string of{};  ///< the old ticket
  Date closed{};
  Date until{};             ///< last day on which it would have counted
  std::uint32_t times = 1;  ///< 1 for the first return
  Factor multiplier = Factor::of(1);
  friend bool operator==(const FaultRecurrence&, const FaultRecurrence&) = default;
};

/// The closed ticket that this fault is the return of: of those within the window, the one closed last, then by
/// ticket. A fault seen on the day of closing is a return.     Throws ContractError if the policy is not valid.
/// Cost: O(history).
std::optional<FaultRecurrence> recurrence(const RecurrencePolicy& policy, const FaultSighting& fault,
                                          std::span<const ClosedFault> history);

}  // namespace aedile
