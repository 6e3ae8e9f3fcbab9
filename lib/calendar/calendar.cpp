#include "aedile/calendar/calendar.h"

#include "calendar/messages.h"
#include "core/date_text.h"
#include "core/excerpt.h"

namespace aedile {

Result<TimeOfDay> TimeOfDay::parse(std::string_view text) {
  detail::DateReader reader(text);
  const int hour = reader.number(2);
  reader.one_of(":");
  const int minute = reader.number(2);
  const int minutes = hour * 60 + minute;
  if (!reader.finished() || minute > 59 || minutes > 24 * 60) {
    return {Place{}, messages::bad_time_of_day, {detail::excerpt(text)}};
  }
  return TimeOfDay{static_cast<std::uint16_t>(minutes)};
}

std::string TimeOfDay::to_string() const {
  return detail::padded(minute / 60, 2) + ':' + detail::padded(minute % 60, 2);
}

}  // namespace aedile
