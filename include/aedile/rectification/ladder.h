#pragma once
/// The ladder (升级阶梯): what happens when a ticket's time runs out, as data.
///
///   Ladder street{.id = "street"};
///   street.steps = {{"remind", AheadOfDue{WorkingDays(1)}, LadderEffect::reminder},
///                   {"half", ShareOfTime{Rational(1, 2)}, LadderEffect::supervision},
///                   {"double", AtDue{}, LadderEffect::doubled_deduction},
///                   {"circular", AfterDue{WorkingDays(3)}, LadderEffect::circular},
///                   {"talk", AfterDue{WorkingDays(5)}, LadderEffect::talk, WorkingDays(5)}};
///   // A notice of Thursday 5 March 2026, 10:00, five working days: due at 24:00 of Thursday the 12th.
///   steps_due(street, cn, {"T-12", start, deadline}, Instant of Monday 16 March)
///   // half 10 March 09:15, remind 11 March 24:00, double 12 March 24:00; circular follows on the 17th at 24:00
///
/// Nothing here remembers: the steps follow from the ticket's time alone, so asking twice, late, or on another machine
/// gives the same steps with the same instants. The caller appends those that are not in `issued` to its journal, under
/// `key`; that is what makes each step happen once.
///
/// A step before the deadline falls to the start if the time is too short for it. A step that a suspension overtakes
/// waits until it ends, and moves with the deadline. After the ticket has been answered nothing more is due; what was
/// due before stays due. Not for units that fail period after period: unit_ladder.h.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "aedile/calendar/deadline.h"
#include "aedile/calendar/working_calendar.h"
#include "aedile/core/message.h"
#include "aedile/core/rational.h"

namespace aedile {

/// What a step does.
enum class LadderEffect {
  reminder,           ///< 提醒
  supervision,        ///< 督办
  doubled_deduction,  ///< 加倍扣分: scoring reads it as overdue, see score_effects.h
  circular,           ///< 通报批评
  talk,               ///< 约谈
  accountability,     ///< 问责
};
std::string_view to_string(LadderEffect effect);
std::optional<LadderEffect> parse_ladder_effect(std::string_view text);
/// "reminder", 提醒
LocalText title(LadderEffect effect);

/// So long before the deadline, as `ahead_of` counts it.
struct AheadOfDue {
  Duration lead = WorkingDays(1);
  friend bool operator==(const AheadOfDue&, const AheadOfDue&) = default;
};
/// When that share of the time between start and deadline has passed: of the working time for limits in working hours
/// or working days, of the time on the wall for all others; pauses are no part of either. Rounded up to the second.
struct ShareOfTime {
  Rational share{1, 2};  ///< above 0, below 1
  friend bool operator==(const ShareOfTime&, const ShareOfTime&) = default;
};
struct AtDue {
  friend bool operator==(const AtDue&, const AtDue&) = default;
};
/// So long after the deadline: as a limit that begins then, so days are over at 24:00 and the first one is not counted
/// (a deadline of 24:00 belongs to the day that ends).
struct AfterDue {
  Duration delay = WorkingDays(1);
  friend bool operator==(const AfterDue&, const AfterDue&) = default;
};
using LadderMoment = std::variant<AheadOfDue, ShareOfTime, AtDue, AfterDue>;

struct LadderStep {
  std::string code{};  ///< unique in the ladder
  LadderMoment at = AtDue{};
  LadderEffect effect = LadderEffect::reminder;
  std::optional<Duration> answer_within{};  ///< its own clock: a talk gives 5 working days
  LocalText title{};
  LocalText clause{};  ///< the rule it rests on
  friend bool operator==(const LadderStep&, const LadderStep&) = default;
};

struct Ladder {
  std::string id{};
  LocalText title{};
  std::vector<LadderStep> steps{};
  friend bool operator==(const Ladder&, const Ladder&) = default;
};

/// At JSON pointers ("/steps/2/at"). Errors: empty_text, text_not_utf8, control_character, no_ladder_steps,
/// duplicate_ladder_step, share_range, negative_duration, duration_too_long.     Cost: O(size · log size).
Diagnostics validate(const Ladder& ladder);

/// What the ladder needs to know of a ticket.
struct LadderCase {
  std::string ticket{};
  Instant start{};
  Deadline deadline{};                    ///< in force: with its extensions, moved by what was suspended
  std::vector<WorkingSpan> pauses{};      ///< suspensions that have ended
  std::optional<Instant> paused_since{};  ///< the suspension that has not
  std::optional<Instant> answered{};      ///< reported done, or ended in any way
};

struct DueStep {
  std::string key{};     ///< "street/remind": once in the life of the ticket
  std::size_t step = 0;  ///< position in the ladder
  LadderEffect effect = LadderEffect::reminder;
  Instant due{};
  std::optional<Deadline> answer_by{};  ///< of the step's own clock, begun at `due`
  LocalText ground{};                   ///< "1 working day before T-12 is due: 2026-03-12T24:00"
  friend bool operator==(const DueStep&, const DueStep&) = default;
};

/// All steps whose instant has come by `as_of`, less those whose keys are in `issued`; by instant, then as in the
/// ladder. A ticket answered at the very instant of a step was in time for it. A step whose
/// instant, or whose answer's, lies beyond the end of a calendar that knows `as_of` waits for one that goes further.
/// Errors: beyond_calendar.     Throws ContractError if the ladder is not valid.     Cost: O(steps · (1 + pauses)).
Result<std::vector<DueStep>> steps_due(const Ladder& ladder, const WorkingCalendar& calendar, const LadderCase& ticket,
                                       Instant as_of, std::span<const std::string> issued = {});

/// Every step with its instant, come or not, as if the ticket were never answered: what a clerk sees coming.
Result<std::vector<DueStep>> steps_ahead(const Ladder& ladder, const WorkingCalendar& calendar,
                                         const LadderCase& ticket);

}  // namespace aedile
