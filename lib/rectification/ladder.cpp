#include "aedile/rectification/ladder.h"

#include <algorithm>
#include <array>

#include "aedile/calendar/working_clock.h"
#include "aedile/rectification/day_and_time.h"
#include "core/enum_names.h"
#include "core/texts.h"
#include "rectification/both.h"
#include "rectification/ladder_checks.h"
#include "rectification/messages_ladder.h"

namespace aedile {

namespace {

constexpr std::array<detail::EnumName<LadderEffect>, 6> effects{{{LadderEffect::reminder, "reminder"},
                                                                 {LadderEffect::supervision, "supervision"},
                                                                 {LadderEffect::doubled_deduction, "doubled_deduction"},
                                                                 {LadderEffect::circular, "circular"},
                                                                 {LadderEffect::talk, "talk"},
                                                                 {LadderEffect::accountability, "accountability"}}};

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

/// The ticket's clock until its deadline: pauses as they were, an open one still open.
Result<WorkingClock> clock_of(const WorkingCalendar& calendar, const LadderCase& ticket) {
  std::vector<ClockEvent> events{{ClockEvent::start, ticket.start, {}}};
  for (std::size_t i = 0; i < ticket.pauses.size(); ++i) {
    events.push_back({ClockEvent::pause, ticket.pauses[i].begin, std::to_string(i)});
    events.push_back({ClockEvent::resume, ticket.pauses[i].end, std::to_string(i)});
  }
  return WorkingClock::replay(calendar, std::move(events));
}

std::int64_t part_of(const Rational& share, std::chrono::seconds whole) {
  const Rational exact = share * Rational(whole.count());
  return exact.rounded_to<Decimal<struct StepSecondsTag, 0>>({Rounding::up, 0}).scaled();
}

bool in_working_time(const TimeLimit& limit) {
  return std::holds_alternative<WorkingHours>(limit) || std::holds_alternative<WorkingDays>(limit);
}

/// Wall time from start to due without the pauses.
std::chrono::seconds wall_time(const WorkingClock& clock, Instant start, Instant due) {
  std::chrono::seconds total = due.sys_seconds() - start.sys_seconds();
  for (const WorkingSpan& pause : clock.pauses()) {
    const Instant begin = std::max(pause.begin, start);
    const Instant end = std::min(pause.end, due);
    if (begin < end) total -= end.sys_seconds() - begin.sys_seconds();
  }
  return total;
}

Result<Instant> moment(const ShareOfTime& at, const WorkingCalendar& calendar, const LadderCase& ticket) {
  const Result<WorkingClock> clock = clock_of(calendar, ticket);
  if (!clock) return clock.diagnostics();
  const Instant due = ticket.deadline.due;
  if (due <= ticket.start) return due;
  if (in_working_time(ticket.deadline.limit)) {
    const Result<WorkingHours> whole = clock->elapsed(due);
    if (!whole) return whole.diagnostics();
    // Without working time between, its half is as good as its end.
    if (whole->length().count() == 0) return due;
    return clock->due(WorkingHours::seconds(part_of(at.share, whole->length())));
  }
  const std::chrono::seconds whole = wall_time(*clock, ticket.start, due);
  return clock->due(ContinuousHours::seconds(part_of(at.share, whole)));
}

/// Where a limit that follows the deadline begins: midnight belongs to the day that ends.
Result<Deadline> limit_after(const WorkingCalendar& calendar, Instant from, DeadlineRules rules,
                             const Duration& length) {
  const TimeLimit limit = std::visit([](const auto& kind) { return TimeLimit(kind); }, length);
  const bool in_days = std::holds_alternative<WorkingDays>(length) || std::holds_alternative<CalendarDays>(length);
  if (!in_days) return due(calendar, from, limit, rules);
  const Instant before(from.sys_seconds() - std::chrono::seconds(1));
  const Result<Date> day_before = calendar.date_of(before);
  if (!day_before) return day_before.diagnostics();
  const Result<Instant> midnight = calendar.end_of(*day_before);
  if (!midnight) return midnight.diagnostics();
  if (*midnight != from) return due(calendar, from, limit, rules);
  if (rules.day_end == DayEnd::same_time) rules.day_end = DayEnd::midnight;
  return due(calendar, before, limit, rules);
}

Result<Instant> moment(const LadderMoment& at, const WorkingCalendar& calendar, const LadderCase& ticket) {
  return std::visit(Overloaded{
                        [&](const AheadOfDue& ahead) { return ahead_of(calendar, ticket.deadline, ahead.lead); },
                        [&](const ShareOfTime& share) { return moment(share, calendar, ticket); },
                        [&](const AtDue&) { return Result<Instant>(ticket.deadline.due); },
                        [&](const AfterDue& after) -> Result<Instant> {
                          const Result<Deadline> later =
                              limit_after(calendar, ticket.deadline.due, ticket.deadline.rules, after.delay);
                          if (!later) return later.diagnostics();
                          return later->due;
                        },
                    },
                    at);
}

LocalText ground_of(const LadderMoment& at, const WorkingCalendar& calendar, const LadderCase& ticket) {
  const std::string due = day_and_time(calendar.zone(), ticket.deadline.due);
  const auto with = [&](const Message& message, auto&& what) {
    return detail::both(message, [&](Language language) {
      return std::vector<std::string>{ticket.ticket, due, what(language)};
    });
  };
  return std::visit(
      Overloaded{
          [&](const AheadOfDue& ahead) {
            return with(messages::ground_ahead, [&](Language language) { return describe(ahead.lead).in(language); });
          },
          [&](const ShareOfTime& share) {
            return with(messages::ground_share,
                        [&](Language) { return (share.share * Rational(100)).to_decimal_string(2) + " %"; });
          },
          [&](const AtDue&) { return with(messages::ground_due, [](Language) { return std::string(); }); },
          [&](const AfterDue& after) {
            return with(messages::ground_after, [&](Language language) { return describe(after.delay).in(language); });
          },
      },
      at);
}

/// `as_of`: what lies beyond the end of a calendar that knows this instant has not come, and is left out.
Result<std::vector<DueStep>> all_steps(const Ladder& ladder, const WorkingCalendar& calendar, const LadderCase& ticket,
                                       const std::optional<Instant>& as_of = {}) {
  if (const Diagnostics problems = validate(ladder); problems.has_errors()) {
    throw ContractError("a ladder that is not valid: " + problems.to_string());
  }
  std::vector<DueStep> steps;
  Diagnostics problems;
  const bool can_wait = as_of && calendar.covers(*as_of) && calendar.covers(ticket.deadline.due);
  for (std::size_t i = 0; i < ladder.steps.size(); ++i) {
    const LadderStep& step = ladder.steps[i];
    const Result<Instant> computed = moment(step.at, calendar, ticket);
    if (!computed) {
      if (!can_wait || !std::holds_alternative<AfterDue>(step.at)) problems.append(computed.diagnostics());
      continue;
    }
    const Instant at = std::max(*computed, ticket.start);
    if (ticket.paused_since && at >= *ticket.paused_since) continue;
    DueStep due{ladder.id + "/" + step.code, i, step.effect, at, {}, ground_of(step.at, calendar, ticket)};
    if (step.answer_within) {
      const Result<Deadline> answer = limit_after(calendar, at, {}, *step.answer_within);
      if (!answer) {
        if (!can_wait) problems.append(answer.diagnostics());
        continue;
      }
      due.answer_by = *answer;
    }
    steps.push_back(std::move(due));
  }
  if (problems.has_errors()) return problems;
  std::stable_sort(steps.begin(), steps.end(), [](const DueStep& a, const DueStep& b) { return a.due < b.due; });
  return steps;
}

}  // namespace

std::string_view to_string(LadderEffect effect) { return detail::name_of(effects, effect); }
std::optional<LadderEffect> parse_ladder_effect(std::string_view text) { return detail::value_of(effects, text); }

LocalText title(LadderEffect effect) {
  switch (effect) {
    case LadderEffect::reminder:
      return LocalText{{{"en", "reminder"}, {"zh", "提醒"}}};
    case LadderEffect::supervision:
      return LocalText{{{"en", "supervision"}, {"zh", "督办"}}};
    case LadderEffect::doubled_deduction:
      return LocalText{{{"en", "doubled deduction"}, {"zh", "加倍扣分"}}};
    case LadderEffect::circular:
      return LocalText{{{"en", "circular"}, {"zh", "通报批评"}}};
    case LadderEffect::talk:
      return LocalText{{{"en", "talk"}, {"zh", "约谈"}}};
    case LadderEffect::accountability:
      return LocalText{{{"en", "accountability"}, {"zh", "问责"}}};
  }
  throw ContractError("title: not a value of LadderEffect");
}

namespace detail {

void check_step_length(const Duration& length, bool positive, Report& report) {
  constexpr std::int64_t seconds_of_day = 86'400;
  const auto [amount, most] = std::visit(
      Overloaded{[](ContinuousHours hours) {
                   return std::pair{std::int64_t{hours.length().count()}, longest_step_days * seconds_of_day};
                 },
                 [](WorkingHours hours) {
                   return std::pair{std::int64_t{hours.length().count()}, longest_step_days * seconds_of_day};
                 },
                 [](auto days) {
                   return std::pair{std::int64_t{days.count()}, longest_step_days};
                 }},
      length);
  if (amount >= (positive ? 1 : 0) && amount <= most) return;
  report.error(messages::ladder_duration_range, {describe(length).in(), positive ? "1" : "0"});
}

}  // namespace detail

Diagnostics validate(const Ladder& ladder) {
  return detail::check_ladder(ladder, [](const LadderStep& step, detail::Report& report) {
    if (const auto* share = std::get_if<ShareOfTime>(&step.at)) {
      if (share->share <= Rational(0) || share->share >= Rational(1)) {
        report.at("at", "share").error(messages::ladder_share_range, {share->share.to_string()});
      }
    } else if (const auto* ahead = std::get_if<AheadOfDue>(&step.at)) {
      const auto at = report.at("at", "before_due");
      detail::check_step_length(ahead->lead, false, report);
    } else if (const auto* after = std::get_if<AfterDue>(&step.at)) {
      const auto at = report.at("at", "after_due");
      detail::check_step_length(after->delay, false, report);
    }
  });
}

Result<std::vector<DueStep>> steps_due(const Ladder& ladder, const WorkingCalendar& calendar, const LadderCase& ticket,
                                       Instant as_of, std::span<const std::string> issued) {
  Result<std::vector<DueStep>> steps = all_steps(ladder, calendar, ticket, as_of);
  if (!steps) return steps;
  std::erase_if(*steps, [&](const DueStep& step) {
    return step.due > as_of || (ticket.answered && *ticket.answered <= step.due) ||
           std::find(issued.begin(), issued.end(), step.key) != issued.end();
  });
  return steps;
}

Result<std::vector<DueStep>> steps_ahead(const Ladder& ladder, const WorkingCalendar& calendar,
                                         const LadderCase& ticket) {
  return all_steps(ladder, calendar, ticket);
}

}  // namespace aedile
