#include "aedile/calendar/duration.h"

#include <array>
#include <cstdlib>

#include "calendar/messages_questions.h"

namespace aedile {

namespace {

/// The sentences for lengths that have hours (1), minutes (2), seconds (4), or several of them.
using LengthMessages = std::array<const Message*, 8>;
constexpr LengthMessages continuous{&messages::continuous_hours,           &messages::continuous_hours,
                                    &messages::continuous_minutes,         &messages::continuous_hours_minutes,
                                    &messages::continuous_seconds,         &messages::continuous_hours_seconds,
                                    &messages::continuous_minutes_seconds, &messages::continuous_hours_minutes_seconds};
constexpr LengthMessages working{&messages::working_hours,           &messages::working_hours,
                                 &messages::working_minutes,         &messages::working_hours_minutes,
                                 &messages::working_seconds,         &messages::working_hours_seconds,
                                 &messages::working_minutes_seconds, &messages::working_hours_minutes_seconds};

/// "90 s", "4 h", "1 h 30 min": only the units that are there.
Text describe_length(std::chrono::seconds length, const LengthMessages& sentences) {
  const std::int64_t rest = std::abs(length.count());
  std::size_t there = 0;
  std::vector<std::string> counts;
  const auto add = [&](std::int64_t count, std::size_t unit) {
    if (count == 0) return;
    there |= unit;
    counts.push_back(std::to_string(count));
  };
  add(rest / 3600, 1);
  add(rest / 60 % 60, 2);
  add(rest % 60, 4);
  if (counts.empty()) counts.emplace_back("0");
  if (length.count() < 0) counts.front().insert(0, "-");
  return Text(*sentences[there], std::move(counts));
}

Text describe_one(ContinuousHours hours) { return describe_length(hours.length(), continuous); }
Text describe_one(WorkingHours hours) { return describe_length(hours.length(), working); }
Text describe_one(WorkingDays days) {
  if (days.count() == 1) return Text(messages::one_working_day);
  return Text(messages::working_days, {std::to_string(days.count())});
}
Text describe_one(CalendarDays days) {
  if (days.count() == 1) return Text(messages::one_calendar_day);
  return Text(messages::calendar_days, {std::to_string(days.count())});
}
Text describe_one(const OnDate& on) { return Text(messages::on_date, {on.date.to_string()}); }
Text describe_one(const BeforeEvent& before) { return Text(messages::before_event, {before.event}); }

}  // namespace

Text describe(const Duration& duration) {
  return std::visit([](const auto& kind) { return describe_one(kind); }, duration);
}

Text describe(const TimeLimit& limit) {
  return std::visit([](const auto& kind) { return describe_one(kind); }, limit);
}

std::ostream& operator<<(std::ostream& out, const Duration& duration) { return out << describe(duration).in(); }

}  // namespace aedile
