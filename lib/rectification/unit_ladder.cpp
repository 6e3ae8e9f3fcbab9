#include "aedile/rectification/unit_ladder.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/enum_names.h"
#include "core/texts.h"
#include "rectification/both.h"
#include "rectification/ladder_checks.h"
#include "rectification/messages_ladder.h"

namespace aedile {

namespace {

constexpr std::array<detail::EnumName<Verdict>, 3> verdicts{
    {{Verdict::passed, "passed"}, {Verdict::failed, "failed"}, {Verdict::no_data, "no_data"}}};
constexpr std::array<detail::EnumName<NoData>, 3> no_data_policies{
    {{NoData::skip, "skip"}, {NoData::breaks, "breaks"}, {NoData::counts, "counts"}}};
constexpr std::array<detail::EnumName<YearWindow>, 2> windows{
    {{YearWindow::calendar_year, "calendar_year"}, {YearWindow::twelve_months, "twelve_months"}}};
constexpr std::array<detail::EnumName<BeyondLast>, 3> beyond{
    {{BeyondLast::repeat, "repeat"}, {BeyondLast::restart, "restart"}, {BeyondLast::nothing, "nothing"}}};

std::uint32_t highest_row(const UnitLadder& ladder) {
  std::uint32_t highest = 0;
  for (const UnitLadderStep& step : ladder.steps) {
    if (const auto* row = std::get_if<FailuresInARow>(&step.at)) highest = std::max(highest, row->count);
  }
  return highest;
}

/// The counters, as they change from occasion to occasion.
class Counting {
 public:
  explicit Counting(const UnitLadder& ladder) : ladder_(ladder), highest_(highest_row(ladder)) {}

  void take(const Occasion& occasion) {
    if (ladder_.row_ends_with_year && last_ && last_->year() != occasion.day.year()) row_ = 0;
    last_ = occasion.day;
    failed_ = occasion.verdict == Verdict::failed ||
              (occasion.verdict == Verdict::no_data && ladder_.no_data == NoData::counts);
    forget_before(occasion.day);
    if (failed_) {
      if (row_ == highest_ && highest_ > 0 && ladder_.beyond_last == BeyondLast::restart) row_ = 0;
      ++row_;
      failures_.push_back(occasion.day);
    } else if (occasion.verdict == Verdict::passed || ladder_.no_data == NoData::breaks) {
      row_ = 0;
    }
  }

  /// Whether the step happens at the occasion just taken.
  bool reached(const UnitLadderStep& step) const {
    if (!failed_) return false;
    if (const auto* year = std::get_if<FailuresInYear>(&step.at)) return failures_.size() == year->count;
    const std::uint32_t count = std::get<FailuresInARow>(step.at).count;
    return row_ == count || (row_ > count && count == highest_ && ladder_.beyond_last == BeyondLast::repeat);
  }

  UnitCounters counters() const { return {row_, static_cast<std::uint32_t>(failures_.size())}; }

 private:
  void forget_before(Date day) {
    const auto gone = [&](Date failure) {
      return ladder_.year == YearWindow::calendar_year ? failure.year() != day.year() : failure <= day.plus_months(-12);
    };
    std::erase_if(failures_, gone);
  }

  const UnitLadder& ladder_;
  std::uint32_t highest_;
  std::uint32_t row_ = 0;
  std::vector<Date> failures_;  ///< within the window
  std::optional<Date> last_;
  bool failed_ = false;
};

/// In order, each once; problems where two of one id differ.
std::vector<Occasion> in_order(std::span<const Occasion> occasions, Diagnostics& problems) {
  std::vector<Occasion> sorted(occasions.begin(), occasions.end());
  std::sort(sorted.begin(), sorted.end(), [](const Occasion& a, const Occasion& b) { return a.id < b.id; });
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const Occasion& a = sorted[i - 1];
    const Occasion& b = sorted[i];
    if (a.id == b.id && (a.day != b.day || a.verdict != b.verdict)) {
      problems.error({}, messages::occasion_differs, {b.id});
    }
  }
  // Among equal ones the first given stays, with its ground: the sort need not be stable for what differs in it alone.
  std::vector<Occasion> kept;
  std::set<std::string_view> seen;
  for (const Occasion& occasion : occasions) {
    if (seen.insert(occasion.id).second) kept.push_back(occasion);
  }
  std::sort(kept.begin(), kept.end(),
            [](const Occasion& a, const Occasion& b) { return a.day != b.day ? a.day < b.day : a.id < b.id; });
  return kept;
}

LocalText ground_of(const Occasion& occasion, const UnitCounters& counters) {
  return detail::both(messages::ground_unit, [&](Language language) {
    const char* colon = language == Language::zh ? "：" : ": ";
    return std::vector<std::string>{std::to_string(counters.in_a_row), std::to_string(counters.within_year),
                                    occasion.id, occasion.ground.empty() ? "" : colon + occasion.ground};
  });
}

}  // namespace

std::string_view to_string(Verdict verdict) { return detail::name_of(verdicts, verdict); }
std::optional<Verdict> parse_verdict(std::string_view text) { return detail::value_of(verdicts, text); }
std::string_view to_string(NoData policy) { return detail::name_of(no_data_policies, policy); }
std::string_view to_string(YearWindow window) { return detail::name_of(windows, window); }
std::string_view to_string(BeyondLast policy) { return detail::name_of(beyond, policy); }

Diagnostics validate(const UnitLadder& ladder) {
  std::set<std::tuple<std::size_t, std::uint32_t, LadderEffect>> counts;
  return detail::check_ladder(ladder, [&](const UnitLadderStep& step, detail::Report& report) {
    const std::uint32_t count = std::visit([](const auto& at) { return at.count; }, step.at);
    if (count == 0) report.at("at").error(messages::ladder_count_range);
    if (!counts.emplace(step.at.index(), count, step.effect).second) {
      report.at("at").error(messages::duplicate_ladder_count, {std::string(to_string(step.effect))});
    }
  });
}

Result<Climb> climb(const UnitLadder& ladder, std::span<const Occasion> occasions, const WorkingCalendar& calendar) {
  if (const Diagnostics problems = validate(ladder); problems.has_errors()) {
    throw ContractError("climb: a ladder that is not valid: " + problems.to_string());
  }
  Diagnostics problems;
  const std::vector<Occasion> sorted = in_order(occasions, problems);
  if (problems.has_errors()) return problems;
  Climb result;
  Counting counting(ladder);
  for (const Occasion& occasion : sorted) {
    counting.take(occasion);
    for (std::size_t i = 0; i < ladder.steps.size(); ++i) {
      const UnitLadderStep& step = ladder.steps[i];
      if (!counting.reached(step)) continue;
      const UnitCounters counters = counting.counters();
      UnitStep due{ladder.id + "/" + step.code + "/" + occasion.id,
                   i,
                   occasion.id,
                   occasion.day,
                   step.effect,
                   counters.in_a_row,
                   counters.within_year,
                   {},
                   ground_of(occasion, counters)};
      if (step.answer_within) {
        // A limit that begins some time on the occasion's day: that day is not counted.
        const Result<Instant> start = calendar.start_of(occasion.day);
        const TimeLimit limit = std::visit([](const auto& kind) { return TimeLimit(kind); }, *step.answer_within);
        Result<Deadline> answer = start ? aedile::due(calendar, *start, limit) : Result<Deadline>(start.diagnostics());
        if (!answer) {
          problems.append(answer.diagnostics());
          continue;
        }
        due.answer_by = std::move(*answer);
      }
      result.steps.push_back(std::move(due));
    }
  }
  if (problems.has_errors()) return problems;
  result.counters = counting.counters();
  return result;
}

}  // namespace aedile
