#pragma once
/// The ladder of a unit that fails again and again: by how often in a row, and by how often within the year.
///
///   // 江门: black-listed for the first week a talk with the leader in charge, for the second with the organisation
///   // department, for the third accountability.
///   UnitLadder weekly{.id = "jiangmen"};
///   weekly.steps = {{"talk-1", FailuresInARow{1}, LadderEffect::talk, WorkingDays(5)},
///                   {"talk-2", FailuresInARow{2}, LadderEffect::talk, WorkingDays(5)},
///                   {"account", FailuresInARow{3}, LadderEffect::accountability}};
///   climb(weekly, {{"2018-W16", 20 April, Verdict::failed}, {"2018-W17", 27 April, Verdict::no_data},
///                  {"2018-W18", 4 May, Verdict::failed}}, cn)
///   // talk-1 for W16; talk-2 for W18: a week without notified problems neither counts nor breaks the row
///
/// An *occasion* is whatever is judged: a week's list, a month's mark, the look-back after a talk. The counters are a
/// fold over the occasions in order of day and id, whatever order they come in; an occasion that is told twice counts
/// once. What becomes known late changes the counters of what follows, and the steps are those of the full record.

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "aedile/calendar/deadline.h"
#include "aedile/calendar/working_calendar.h"
#include "aedile/core/date.h"
#include "aedile/rectification/ladder.h"

namespace aedile {

enum class Verdict { passed, failed, no_data };
std::string_view to_string(Verdict verdict);
std::optional<Verdict> parse_verdict(std::string_view text);

/// What an occasion without data does to the row of failures.
enum class NoData {
  skip,    ///< neither counts nor breaks
  breaks,  ///< as if passed
  counts,  ///< as if failed, also within the year
};
std::string_view to_string(NoData policy);

/// Which failures are "within the year".
enum class YearWindow {
  calendar_year,  ///< since 1 January of the occasion's year
  twelve_months,  ///< of the twelve months that end with the occasion's day
};
std::string_view to_string(YearWindow window);

/// What a row does when it goes on beyond the highest step for rows.
enum class BeyondLast {
  repeat,   ///< that step again for every further failure
  restart,  ///< the row begins at 1 again
  nothing,
};
std::string_view to_string(BeyondLast policy);

/// The n-th failure in a row.
struct FailuresInARow {
  std::uint32_t count = 1;  ///< ≥ 1
  friend bool operator==(const FailuresInARow&, const FailuresInARow&) = default;
};
/// The n-th failure within the year, as `YearWindow` has it.
struct FailuresInYear {
  std::uint32_t count = 1;  ///< ≥ 1
  friend bool operator==(const FailuresInYear&, const FailuresInYear&) = default;
};

struct UnitLadderStep {
  std::string code{};
  std::variant<FailuresInARow, FailuresInYear> at{};
  LadderEffect effect = LadderEffect::talk;
  std::optional<Duration> answer_within{};  ///< begins on the day of the occasion
  LocalText title{};
  LocalText clause{};
  friend bool operator==(const UnitLadderStep&, const UnitLadderStep&) = default;
};

struct UnitLadder {
  std::string id{};
  LocalText title{};
  std::vector<UnitLadderStep> steps{};
  NoData no_data = NoData::skip;
  YearWindow year = YearWindow::calendar_year;
  BeyondLast beyond_last = BeyondLast::repeat;
  bool row_ends_with_year = false;  ///< whether 1 January breaks a row
  friend bool operator==(const UnitLadder&, const UnitLadder&) = default;
};

/// At JSON pointers. Errors: those of a ladder; ladder_count_range, duplicate_ladder_count (two steps with one effect
/// at one count).
Diagnostics validate(const UnitLadder& ladder);

struct Occasion {
  std::string id{};  ///< unique for the unit: "2018-W16", "2018-W16/look-back"
  Date day{};        ///< on which it is judged
  Verdict verdict = Verdict::passed;
  std::string ground{};  ///< "third from last with 81.2 %"
  friend bool operator==(const Occasion&, const Occasion&) = default;
};

struct UnitStep {
  std::string key{};     ///< "jiangmen/talk-1/2018-W16"; callers put the unit before it
  std::size_t step = 0;  ///< position in the ladder
  std::string occasion{};
  Date day{};
  LadderEffect effect = LadderEffect::talk;
  std::uint32_t in_a_row = 0;
  std::uint32_t within_year = 0;
  std::optional<Deadline> answer_by{};
  LocalText ground{};  ///< "2nd failure in a row, 3rd within the year: third from last with 81.2 %"
  friend bool operator==(const UnitStep&, const UnitStep&) = default;
};

/// Where a unit stands after its last occasion.
struct UnitCounters {
  std::uint32_t in_a_row = 0;
  std::uint32_t within_year = 0;
  friend bool operator==(const UnitCounters&, const UnitCounters&) = default;
};

struct Climb {
  std::vector<UnitStep> steps{};  ///< by occasion, then as in the ladder
  UnitCounters counters{};
  friend bool operator==(const Climb&, const Climb&) = default;
};

/// The steps of one unit. Errors: occasion_differs (one id, two verdicts or days), outside_calendar (of a step's own
/// clock).     Throws ContractError if the ladder is not valid.     Cost: O(occasions · log + occasions · steps).
Result<Climb> climb(const UnitLadder& ladder, std::span<const Occasion> occasions, const WorkingCalendar& calendar);

}  // namespace aedile
