#include "aedile/core/period.h"

#include <array>

#include "core/date_text.h"
#include "core/excerpt.h"
#include "core/messages.h"

namespace aedile {

namespace {

constexpr std::array<std::string_view, 9> kind_names = {"day",     "week",      "third_of_month", "half_month", "month",
                                                        "quarter", "half_year", "year",           "campaign"};

Date first_of(int year, unsigned month, unsigned day = 1) { return *Date::of(year, month, day); }

/// The days of `months` whole months, beginning with the one that `month` belongs to when the year is cut in such.
std::pair<Date, Date> stretch(int year, unsigned month, unsigned months) {
  const unsigned begin = (month - 1) / months * months + 1;
  return {first_of(year, begin), first_of(year, begin + months - 1).last_of_month()};
}

/// The Thursday of the day's week, which decides the year of an ISO week; as a chrono day, since the week of
/// 9999-12-31 reaches beyond the calendar.
std::chrono::sys_days thursday_of(Date day) {
  return day.sys_days() + std::chrono::days(4 - static_cast<int>(day.weekday()));
}

/// What `Period::containing` gives, or nothing where the stretch leaves the calendar or the kind is `campaign`.
std::optional<std::pair<Date, Date>> days_containing(PeriodKind kind, Date day) {
  const int year = day.year();
  const unsigned month = day.month();
  switch (kind) {
    case PeriodKind::day:
      return {{day, day}};
    case PeriodKind::week: {
      const Date monday(thursday_of(day) - std::chrono::days(3));
      const Date sunday(thursday_of(day) + std::chrono::days(3));
      if (monday.year() < 1 || sunday.year() > 9999) return std::nullopt;
      return {{monday, sunday}};
    }
    case PeriodKind::third_of_month:
      if (day.day() <= 10) return {{first_of(year, month), first_of(year, month, 10)}};
      if (day.day() <= 20) return {{first_of(year, month, 11), first_of(year, month, 20)}};
      return {{first_of(year, month, 21), day.last_of_month()}};
    case PeriodKind::half_month:
      if (day.day() <= 15) return {{first_of(year, month), first_of(year, month, 15)}};
      return {{first_of(year, month, 16), day.last_of_month()}};
    case PeriodKind::month:
      return stretch(year, month, 1);
    case PeriodKind::quarter:
      return stretch(year, month, 3);
    case PeriodKind::half_year:
      return stretch(year, month, 6);
    case PeriodKind::year:
      return stretch(year, month, 12);
    case PeriodKind::campaign:
      break;
  }
  return std::nullopt;
}

/// Kind and some day of the period that the label names, without the check that the label is its own.
struct Named {
  PeriodKind kind;
  std::optional<Date> day;
};

/// The day `days` after 1 January of `year`, or nothing outside the calendar.
std::optional<Date> day_of_year(int year, int days) {
  const std::optional<Date> start = Date::of(year, 1, 1);
  if (!start) return std::nullopt;
  const Date day(start->sys_days() + std::chrono::days(days));
  if (day.year() > 9999) return std::nullopt;
  return day;
}

std::optional<Named> read_label(std::string_view label) {
  detail::DateReader reader(label);
  const int year = reader.number(4);
  if (reader.finished()) return Named{PeriodKind::year, Date::of(year, 1, 1)};
  reader.one_of("-");
  if (const char letter = reader.peek(); letter == 'W' || letter == 'Q' || letter == 'H') {
    reader.one_of("WQH");
    const auto number = static_cast<unsigned>(reader.number(letter == 'W' ? 2 : 1));
    if (!reader.finished() || number == 0) return std::nullopt;
    // 4 January is always in week 1.
    if (letter == 'W') return Named{PeriodKind::week, day_of_year(year, 3 + (static_cast<int>(number) - 1) * 7)};
    if (letter == 'Q') return Named{PeriodKind::quarter, Date::of(year, number * 3, 1)};
    return Named{PeriodKind::half_year, Date::of(year, number * 6, 1)};
  }
  const auto month = static_cast<unsigned>(reader.number(2));
  if (reader.finished()) return Named{PeriodKind::month, Date::of(year, month, 1)};
  reader.one_of("-");
  const auto part = static_cast<unsigned>(reader.number(1));
  if (reader.peek() == '/') {
    reader.one_of("/");
    const int parts = reader.number(1);
    if (!reader.finished() || part < 1 || static_cast<int>(part) > parts) return std::nullopt;
    if (parts == 2) return Named{PeriodKind::half_month, Date::of(year, month, part * 15 - 14)};
    if (parts == 3) return Named{PeriodKind::third_of_month, Date::of(year, month, part * 10 - 9)};
    return std::nullopt;
  }
  const auto units = static_cast<unsigned>(reader.number(1));
  if (!reader.finished()) return std::nullopt;
  return Named{PeriodKind::day, Date::of(year, month, part * 10 + units)};
}

}  // namespace

std::string_view to_string(PeriodKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<PeriodKind> parse_period_kind(std::string_view text) {
  for (std::size_t i = 0; i < kind_names.size(); ++i) {
    if (text == kind_names[i]) return static_cast<PeriodKind>(i);
  }
  return std::nullopt;
}

Period Period::containing(PeriodKind kind, Date day) {
  if (kind == PeriodKind::campaign) throw ContractError("Period: the days of a campaign are given, not derived");
  const auto days = days_containing(kind, day);
  if (!days) throw OverflowError("Period: the week is not wholly within the years 1 to 9999");
  return {kind, days->first, days->second};
}

Period Period::campaign(Date first, Date last) {
  if (last < first) throw ContractError("Period: a campaign that ends before it begins");
  return {PeriodKind::campaign, first, last};
}

Result<Period> Period::parse(std::string_view label) {
  const auto bad = [&]() -> Result<Period> { return {Place{}, messages::bad_period, {detail::excerpt(label)}}; };
  if (const std::size_t dots = label.find(".."); dots != std::string_view::npos) {
    const Result<Date> first = Date::parse(label.substr(0, dots));
    const Result<Date> last = Date::parse(label.substr(dots + 2));
    if (!first || !last || *last < *first) return bad();
    return campaign(*first, *last);
  }
  const std::optional<Named> named = read_label(label);
  if (!named || !named->day) return bad();
  const auto days = days_containing(named->kind, *named->day);
  if (!days) return bad();
  const Period period(named->kind, days->first, days->second);
  // Rejects what the pieces cannot show to be wrong: week 53 of a year that has 52.
  if (period.to_string() != label) return bad();
  return period;
}

Period Period::next() const {
  if (kind_ == PeriodKind::campaign) throw ContractError("Period: a campaign has no neighbour");
  return containing(kind_, last_.plus_days(1));
}

Period Period::previous() const {
  if (kind_ == PeriodKind::campaign) throw ContractError("Period: a campaign has no neighbour");
  return containing(kind_, first_.plus_days(-1));
}

std::string Period::to_string() const {
  std::string year = detail::padded(first_.year(), 4);
  const auto number = [](unsigned value) { return std::to_string(value); };
  std::string day = first_.to_string();
  std::string month = day.substr(0, day.size() - 3);
  switch (kind_) {
    case PeriodKind::day:
      return day;
    case PeriodKind::week: {
      const Date thursday = first_.plus_days(3);
      const std::int64_t days = thursday.days_since(first_of(thursday.year(), 1));
      return detail::padded(thursday.year(), 4) + "-W" + detail::padded(static_cast<int>(days / 7) + 1, 2);
    }
    case PeriodKind::third_of_month:
      return month + '-' + number(first_.day() / 10 + 1) + "/3";
    case PeriodKind::half_month:
      return month + '-' + number(first_.day() / 16 + 1) + "/2";
    case PeriodKind::month:
      return month;
    case PeriodKind::quarter:
      return year + "-Q" + number((first_.month() + 2) / 3);
    case PeriodKind::half_year:
      return year + "-H" + number((first_.month() + 5) / 6);
    case PeriodKind::year:
      return year;
    case PeriodKind::campaign:
      return day + ".." + last_.to_string();
  }
  return {};
}

std::ostream& operator<<(std::ostream& out, const Period& period) { return out << period.to_string(); }

}  // namespace aedile
