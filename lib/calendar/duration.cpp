#include "aedile/calendar/duration.h"

#include "calendar/messages_questions.h"

namespace aedile {

namespace {

/// "90 s", "4 h", "1 h 30 min": only the units that are there.
std::string length_text(std::chrono::seconds length) {
  std::int64_t rest = length.count();
  if (rest == 0) return "0 h";
  std::string text = rest < 0 ? "-" : "";
  if (rest < 0) rest = -rest;
  const auto add = [&](std::int64_t count, const char* unit) {
    if (count == 0) return;
    if (!text.empty() && text != "-") text += ' ';
    text += std::to_string(count) + ' ' + unit;
  };
  add(rest / 3600, "h");
  add(rest / 60 % 60, "min");
  add(rest % 60, "s");
  return text;
}

Text describe_one(ContinuousHours hours) { return Text(messages::continuous_hours, {length_text(hours.length())}); }
Text describe_one(WorkingHours hours) { return Text(messages::working_hours, {length_text(hours.length())}); }
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
