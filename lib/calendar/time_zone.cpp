#include "aedile/calendar/time_zone.h"

#include <date/tz.h>

#include <stdexcept>

#include "aedile/core/exceptions.h"
#include "calendar/messages.h"
#include "core/date_text.h"
#include "core/excerpt.h"

namespace aedile {

namespace chr = std::chrono;

namespace {

constexpr std::string_view utc_name = "UTC";

/// The files of the system hold each change up to the end of this year; what follows from a rule is not read.
constexpr Instant data_end{chr::sys_days{chr::year{2038} / 1 / 1} - chr::seconds(1)};
constexpr chr::sys_seconds first_of_last_year{chr::sys_days{chr::year{2037} / 1 / 1}};
constexpr chr::sys_seconds far_future{chr::sys_days{chr::year{9000} / 1 / 1}};

date::local_seconds on_the_wall(Date day, chr::seconds of_day) {
  return date::local_seconds(day.sys_days().time_since_epoch() + of_day);
}

Date checked(chr::sys_days day) {
  const Date date(day);
  if (date.year() < 1 || date.year() > 9999) throw OverflowError("TimeZone: the date is outside the years 1 to 9999");
  return date;
}

std::string offset_text(chr::seconds offset) {
  const auto minutes = static_cast<int>(chr::duration_cast<chr::minutes>(chr::abs(offset)).count());
  return (offset < chr::seconds(0) ? "-" : "+") + detail::padded(minutes / 60, 2) + ':' +
         detail::padded(minutes % 60, 2);
}

}  // namespace

struct TimeZone::Rules {
  const date::time_zone* zone;  ///< lives as long as the program
  std::optional<Instant> known_until;
};

TimeZone::TimeZone() : name_(utc_name) {}

Result<TimeZone> TimeZone::find(std::string_view name) {
  if (name == utc_name) return TimeZone();
  try {
    date::get_tzdb();
  } catch (const std::exception& failure) {
    return {Place{}, messages::no_time_zone_data, {detail::excerpt(failure.what())}};
  }
  try {
    const date::time_zone* const zone = date::locate_zone(std::string(name));
    Rules rules{zone, std::nullopt};
    // A zone that still changed its clocks in the last year of the data would have gone on doing so.
    if (zone->get_info(far_future).begin >= first_of_last_year) rules.known_until = data_end;
    TimeZone found;
    found.name_ = name;
    found.rules_ = std::make_shared<const Rules>(rules);
    return found;
  } catch (const std::exception&) {  // the library has one kind of exception for whatever is wrong with a name
    return {Place{}, messages::unknown_time_zone, {detail::excerpt(name)}};
  }
}

LocalTime TimeZone::local(Instant instant) const {
  chr::sys_seconds shown = instant.sys_seconds();
  if (rules_) shown += rules_->zone->get_info(shown).offset;
  const auto day = chr::floor<chr::days>(shown);
  return {checked(day), shown - day};
}

Instant TimeZone::instant(Date day, chr::seconds of_day) const {
  if (of_day < chr::seconds(0) || of_day > chr::hours(24)) throw ContractError("TimeZone: not a time of day");
  if (!rules_) return Instant(day.sys_days() + of_day);
  const date::local_seconds shown = on_the_wall(day, of_day);
  const date::local_info info = rules_->zone->get_info(shown);
  if (info.result == date::local_info::nonexistent) return Instant(info.first.end);
  return Instant(chr::sys_seconds(shown.time_since_epoch() - info.first.offset));
}

std::optional<Instant> TimeZone::known_until() const { return rules_ ? rules_->known_until : std::nullopt; }

std::string TimeZone::print(Instant instant) const {
  const LocalTime shown = local(instant);
  const chr::seconds offset =
      shown.date.sys_days() + shown.of_day - chr::time_point_cast<chr::seconds>(instant.sys_seconds());
  if (offset % chr::minutes(1) != chr::seconds(0)) return instant.to_string();
  const Instant as_if_utc(shown.date.sys_days() + shown.of_day);
  std::string text = as_if_utc.to_string();
  text.pop_back();
  return text + offset_text(offset);
}

Result<Instant> TimeZone::parse(std::string_view text) const {
  const auto bad = [&]() -> Result<Instant> { return {Place{}, messages::bad_local_time, {detail::excerpt(text)}}; };
  detail::DateReader reader(text);
  const std::optional<Date> day = detail::read_date(reader);
  if (!day) return bad();
  if (reader.finished()) return instant(*day, chr::seconds(0));
  reader.one_of("Tt ");
  const int hour = reader.number(2);
  reader.one_of(":");
  const int minute = reader.number(2);
  int second = 0;
  if (reader.peek() == ':') {
    reader.one_of(":");
    second = reader.number(2);
  }
  if (reader.finished()) {
    if (hour > 23 || minute > 59 || second > 59) return bad();
    return instant(*day, chr::hours(hour) + chr::minutes(minute) + chr::seconds(second));
  }
  // With an offset it is an instant of its own, which may leave out its seconds as other times here do.
  constexpr std::size_t minutes_end = std::string_view("2026-02-12T10:00").size();
  std::string whole(text);
  if (whole.size() > minutes_end && whole[minutes_end] != ':') whole.insert(minutes_end, ":00");
  const Result<Instant> with_offset = Instant::parse(whole);
  if (with_offset || with_offset.diagnostics().contains("leap_second")) return with_offset;
  return bad();
}

}  // namespace aedile
