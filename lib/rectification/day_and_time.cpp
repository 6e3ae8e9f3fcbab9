#include "aedile/rectification/day_and_time.h"

namespace aedile {

std::string day_and_time(const TimeZone& zone, Instant instant) {
  const LocalTime local = zone.local(instant);
  const auto seconds = local.of_day.count();
  if (seconds == 0) return local.date.plus_days(-1).to_string() + " 24:00";
  const auto two_digits = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  std::string text = local.date.to_string() + " " + two_digits(seconds / 3600) + ":" + two_digits(seconds / 60 % 60);
  if (seconds % 60 != 0) text += ":" + two_digits(seconds % 60);
  return text;
}

bool told_by_every_clock(Instant instant) {
  constexpr Instant earliest{std::chrono::sys_days{std::chrono::year{1} / 1 / 2}};
  constexpr Instant end{std::chrono::sys_days{std::chrono::year{9999} / 12 / 31}};
  return instant >= earliest && instant < end;
}

}  // namespace aedile
