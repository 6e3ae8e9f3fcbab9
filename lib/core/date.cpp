#include "aedile/core/date.h"

#include <algorithm>

#include "aedile/core/exceptions.h"
#include "core/date_text.h"
#include "core/excerpt.h"
#include "core/messages.h"

namespace aedile {

namespace chr = std::chrono;

namespace {

constexpr int min_year = 1;
constexpr int max_year = 9999;
constexpr chr::sys_days first_day = chr::year{min_year} / 1 / 1;
constexpr chr::sys_days last_day = chr::year{max_year} / 12 / 31;

[[noreturn]] void out_of_calendar() { throw OverflowError("Date: the result is outside the years 1 to 9999"); }

chr::year_month_day civil(chr::sys_days day) { return chr::year_month_day(day); }

}  // namespace

std::optional<Date> Date::of(int year, unsigned month, unsigned day) {
  // chrono keeps months and days in a byte, so larger ones must not reach it: 257 would become 1.
  if (year < min_year || year > max_year || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const chr::year_month_day date{chr::year{year}, chr::month{month}, chr::day{day}};
  if (!date.ok()) return std::nullopt;
  return Date(chr::sys_days(date));
}

Result<Date> Date::parse(std::string_view text) {
  detail::DateReader reader(text);
  const std::optional<Date> date = detail::read_date(reader);
  if (!date || !reader.finished()) return {Place{}, messages::bad_date, {detail::excerpt(text)}};
  return *date;
}

int Date::year() const { return static_cast<int>(civil(day_).year()); }
unsigned Date::month() const { return static_cast<unsigned>(civil(day_).month()); }
unsigned Date::day() const { return static_cast<unsigned>(civil(day_).day()); }
unsigned Date::weekday() const { return chr::weekday(day_).iso_encoding(); }

Date Date::plus_days(std::int64_t days) const {
  std::int64_t count = 0;
  if (__builtin_add_overflow(std::int64_t{day_.time_since_epoch().count()}, days, &count)) out_of_calendar();
  if (count < first_day.time_since_epoch().count() || count > last_day.time_since_epoch().count()) out_of_calendar();
  return Date(chr::sys_days(chr::days(count)));
}

Date Date::plus_months(std::int64_t months) const {
  const std::int64_t current = std::int64_t{year()} * 12 + (month() - 1);
  std::int64_t target = 0;
  if (__builtin_add_overflow(current, months, &target)) out_of_calendar();
  if (target < min_year * 12 || target > max_year * 12 + 11) out_of_calendar();
  const chr::year_month month_there{chr::year(static_cast<int>(target / 12)),
                                    chr::month(static_cast<unsigned>(target % 12) + 1)};
  const chr::year_month_day last(month_there / chr::last);
  return Date(chr::sys_days(std::min(last, month_there / civil(day_).day())));
}

Date Date::last_of_month() const {
  const chr::year_month_day date = civil(day_);
  return Date(chr::sys_days(date.year() / date.month() / chr::last));
}

std::string Date::to_string() const {
  const chr::year_month_day date = civil(day_);
  return detail::padded(static_cast<int>(date.year()), 4) + '-' +
         detail::padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + '-' +
         detail::padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

std::ostream& operator<<(std::ostream& out, Date date) { return out << date.to_string(); }

Result<Instant> Instant::parse(std::string_view text) {
  const auto bad = [&](const Message& message) -> Result<Instant> {
    return {Place{}, message, {detail::excerpt(text)}};
  };
  detail::DateReader reader(text);
  const std::optional<Date> date = detail::read_date(reader);
  reader.one_of("Tt");
  const int hour = reader.number(2);
  reader.one_of(":");
  const int minute = reader.number(2);
  reader.one_of(":");
  const int second = reader.number(2);
  if (reader.peek() == '.') {
    reader.one_of(".");
    do {
      reader.one_of("0");
    } while (reader.ok() && reader.peek() == '0');
  }
  const char zone = reader.one_of("Zz+-");
  const bool numeric = zone == '+' || zone == '-';
  const int offset_hour = numeric ? reader.number(2) : 0;
  if (numeric) reader.one_of(":");
  const int offset_minute = numeric ? reader.number(2) : 0;
  if (!date || !reader.finished()) return bad(messages::bad_instant);
  if (hour > 23 || minute > 59 || second > 60 || offset_hour > 23 || offset_minute > 59) {
    return bad(messages::bad_instant);
  }
  if (second == 60) return bad(messages::leap_second);

  const chr::seconds offset = chr::hours(offset_hour) + chr::minutes(offset_minute);
  const chr::sys_seconds local = date->sys_days() + chr::hours(hour) + chr::minutes(minute) + chr::seconds(second);
  const chr::sys_seconds time = zone == '-' ? local + offset : local - offset;
  if (time < first_day || time >= last_day + chr::days(1)) return bad(messages::bad_instant);
  return Instant(time);
}

std::string Instant::to_string() const {
  const auto day = chr::floor<chr::days>(time_);
  const chr::hh_mm_ss<chr::seconds> clock(time_ - day);
  return Date(day).to_string() + 'T' + detail::padded(static_cast<int>(clock.hours().count()), 2) + ':' +
         detail::padded(static_cast<int>(clock.minutes().count()), 2) + ':' +
         detail::padded(static_cast<int>(clock.seconds().count()), 2) + 'Z';
}

std::ostream& operator<<(std::ostream& out, Instant instant) { return out << instant.to_string(); }

}  // namespace aedile
