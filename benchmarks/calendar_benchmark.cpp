// Deadlines on the calendar of China, 2004–2026, compared with a twin that steps from day to day.

#include <benchmark/benchmark.h>

#include <random>
#include <vector>

#include "aedile/calendar/calendar_history.h"
#include "aedile/calendar/working_clock.h"
#include "aedile/io/calendar_json.h"
#include "workload.h"

namespace aedile {
namespace {

const WorkingCalendar& china() {
  static const WorkingCalendar calendar = compile(shipped_calendar("cn").value()).value().latest();
  return calendar;
}

struct Question {
  Instant start;
  WorkingDays days;
  WorkingHours hours;
};

/// Limits of up to 30 working days, or as many working hours, from any second of 2004 to mid-2026.
std::vector<Question> questions(std::size_t count) {
  std::mt19937_64 random(3);
  const Instant first = china().start_of(*Date::of(2004, 1, 1)).value();
  std::vector<Question> made;
  for (std::size_t i = 0; i < count; ++i) {
    const std::chrono::seconds offset(static_cast<std::int64_t>(random() % (22u * 365 * 86'400)));
    const auto days = static_cast<std::int32_t>(random() % 30 + 1);
    made.push_back({Instant(first.sys_seconds() + offset), WorkingDays(days), WorkingHours::hours(days * 8)});
  }
  return made;
}

/// The end of the n-th working day after a start, found day by day.
Instant stepped(const Question& question) {
  Date date = china().zone().local(question.start).date;
  for (std::int32_t left = question.days.count(); left > 0;) {
    date = date.plus_days(1);
    if (china().is_working(date).value()) --left;
  }
  return china().zone().instant(date, std::chrono::hours(24));
}

void working_day_deadlines(benchmark::State& state) {
  const std::vector<Question> asked = questions(10'000);
  for (const Question& question : asked) {
    if (due(china(), question.start, question.days).value().due != stepped(question)) workload::fail("a wrong day");
  }
  for ([[maybe_unused]] auto _ : state) {
    for (const Question& question : asked) benchmark::DoNotOptimize(due(china(), question.start, question.days));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(asked.size()));
}
BENCHMARK(working_day_deadlines);

// The arithmetic alone: a date in, a date out.
void working_day_dates(benchmark::State& state) {
  std::vector<std::pair<Date, std::int64_t>> asked;
  for (const Question& question : questions(10'000)) {
    asked.emplace_back(china().date_of(question.start).value(), question.days.count());
    if (china().end_of(china().add_working_days(asked.back().first, asked.back().second).value()).value() !=
        stepped(question)) {
      workload::fail("a wrong day");
    }
  }
  for ([[maybe_unused]] auto _ : state) {
    for (const auto& [date, days] : asked) benchmark::DoNotOptimize(china().add_working_days(date, days));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(asked.size()));
}
BENCHMARK(working_day_dates);

void working_hour_deadlines(benchmark::State& state) {
  const std::vector<Question> asked = questions(10'000);
  for (const Question& question : asked) {
    const Instant due_at = due(china(), question.start, question.hours).value().due;
    if (china().working_time(question.start, due_at).value() != question.hours) workload::fail("a wrong instant");
  }
  for ([[maybe_unused]] auto _ : state) {
    for (const Question& question : asked) benchmark::DoNotOptimize(due(china(), question.start, question.hours));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(asked.size()));
}
BENCHMARK(working_hour_deadlines);

void compile_china(benchmark::State& state) {
  const Calendar written = shipped_calendar("cn").value();
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(compile(written));
}
BENCHMARK(compile_china)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace aedile
