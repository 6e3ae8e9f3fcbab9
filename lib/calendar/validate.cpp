#include <algorithm>
#include <set>

#include "aedile/calendar/calendar.h"
#include "aedile/calendar/time_zone.h"
#include "calendar/facts.h"
#include "calendar/limits.h"
#include "calendar/messages.h"

namespace aedile {

namespace {

constexpr std::array<std::string_view, 7> weekday_keys = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::string hours_text(const Hours& hours) { return hours.open.to_string() + '-' + hours.close.to_string(); }

std::string operator/(const std::string& pointer, std::string_view key) { return pointer + '/' + std::string(key); }
std::string operator/(const std::string& pointer, std::size_t index) { return pointer / std::to_string(index); }

/// A walk over a calendar that notes what is wrong; a later question is asked only if what it builds on is sound.
class Validation {
 public:
  explicit Validation(const Calendar& calendar) : calendar_(calendar) {}

  Diagnostics run() {
    if (calendar_.id.empty()) error("/id", messages::calendar_without_id);
    check_week();
    check_zone();
    check_versions();
    if (!problems_.has_errors()) check_effects();
    return std::move(problems_);
  }

 private:
  void error(std::string pointer, const Message& message, std::vector<std::string> arguments = {}) {
    problems_.error({{}, 0, 0, std::move(pointer)}, message, std::move(arguments));
  }
  void warning(std::string pointer, const Message& message, std::vector<std::string> arguments = {}) {
    problems_.warning({{}, 0, 0, std::move(pointer)}, message, std::move(arguments));
  }

  void check_hours(const std::string& pointer, const std::vector<Hours>& hours) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < hours.size(); ++i) {
      constexpr int day = 24 * 60;
      const Hours& each = hours[i];
      if (const int latest = std::max(each.open.minute, each.close.minute); latest > day) {
        error(pointer / i, messages::time_of_day_range, {std::to_string(latest), std::to_string(day)});
      } else if (each.close <= each.open) {
        error(pointer / i, messages::hours_order, {each.open.to_string(), each.close.to_string()});
      } else {
        order.push_back(i);
      }
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return hours[a].open < hours[b].open; });
    for (std::size_t next = 1; next < order.size(); ++next) {
      const Hours& before = hours[order[next - 1]];
      const Hours& behind = hours[order[next]];
      if (behind.open < before.close) {
        error(pointer / std::max(order[next - 1], order[next]), messages::hours_overlap,
              {hours_text(before), hours_text(behind)});
      }
    }
  }

  void check_week() {
    for (std::size_t day = 0; day < weekday_keys.size(); ++day) {
      check_hours(std::string("/week") / weekday_keys[day], calendar_.week[day]);
    }
    if (std::all_of(calendar_.week.begin(), calendar_.week.end(), [](const auto& hours) { return hours.empty(); })) {
      error("/week", messages::no_working_hours);
    }
    if (calendar_.makeup_hours) check_hours("/makeup_hours", *calendar_.makeup_hours);
  }

  void check_zone() {
    const Result<TimeZone> zone = TimeZone::find(calendar_.zone);
    if (zone) {
      zone_ = *zone;
    } else {
      for (const Diagnostic& problem : zone.diagnostics()) {
        error("/zone", problem.text.message(), problem.text.arguments());
      }
    }
  }

  void check_versions() {
    if (calendar_.versions.empty()) return error("/versions", messages::no_versions);
    if (calendar_.versions.size() > detail::max_calendar_versions) {
      return error("/versions", messages::too_many_versions,
                   {std::to_string(calendar_.versions.size()), std::to_string(detail::max_calendar_versions)});
    }
    std::set<std::string_view> names;
    std::optional<Date> known_from;
    for (std::size_t i = 0; i < calendar_.versions.size(); ++i) {
      const CalendarVersion& version = calendar_.versions[i];
      const std::string pointer = std::string("/versions") / i;
      if (version.version.empty()) error(pointer / "version", messages::version_without_name);
      if (!version.version.empty() && !names.insert(version.version).second) {
        error(pointer / "version", messages::duplicate_version, {version.version});
      }
      if (i > 0 && !version.known_from) error(pointer, messages::known_from_missing, {version.version});
      if (known_from && version.known_from && *version.known_from <= *known_from) {
        error(pointer / "known_from", messages::known_from_order,
              {version.version, version.known_from->to_string(), known_from->to_string()});
      }
      if (version.known_from) known_from = version.known_from;
      check_validity(pointer, version, i == 0);
      check_days(pointer, version);
    }
  }

  void check_validity(const std::string& pointer, const CalendarVersion& version, bool is_first) {
    if (!version.last) {
      if (is_first) error(pointer, messages::validity_missing);
      return;
    }
    const Date last = *version.last;
    if (last < calendar_.first) {
      error(pointer / "last", messages::calendar_validity_order, {last.to_string(), calendar_.first.to_string()});
      return;
    }
    if (last_ && last < *last_) {
      error(pointer / "last", messages::validity_shrinks, {version.version, last.to_string(), last_->to_string()});
      return;
    }
    if (last.year() - calendar_.first.year() >= max_calendar_years) {
      error(pointer / "last", messages::validity_too_long,
            {calendar_.first.to_string(), last.to_string(), std::to_string(max_calendar_years)});
      return;
    }
    last_ = last;
    if (zone_ && zone_->known_until() && zone_->instant(last, std::chrono::hours(24)) > *zone_->known_until()) {
      error(pointer / "last", messages::time_zone_data_ends,
            {zone_->name(), zone_->local(*zone_->known_until()).date.to_string()});
    }
  }

  bool inside(const std::string& pointer, Date day) {
    if (!last_ || (calendar_.first <= day && day <= *last_)) return true;
    error(pointer, messages::day_outside_validity, {day.to_string(), calendar_.first.to_string(), last_->to_string()});
    return false;
  }

  void check_days(const std::string& pointer, const CalendarVersion& version) {
    struct Entry {
      const NamedDays* days;
      std::string_view kind;
      std::string pointer;
    };
    std::vector<Entry> entries;
    const auto collect = [&](const std::vector<NamedDays>& list, std::string_view kind) {
      for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string at = pointer / kind / i;
        if (list[i].last < list[i].first) {
          error(at, messages::days_order, {list[i].first.to_string(), list[i].last.to_string()});
        } else if (inside(at, list[i].first) && inside(at, list[i].last)) {
          entries.push_back({&list[i], kind, at});
        }
      }
    };
    collect(version.holidays, "holidays");
    collect(version.makeup, "makeup");
    collect(version.usual, "usual");
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.days->first < b.days->first; });
    const Entry* reaching = nullptr;  // of those before, the one that ends last
    for (const Entry& entry : entries) {
      if (reaching != nullptr && entry.days->first <= reaching->days->last) {
        const std::string day = entry.days->first.to_string();
        if (entry.kind == reaching->kind) {
          error(entry.pointer, messages::day_twice, {day, std::string(entry.kind)});
        } else {
          error(entry.pointer, messages::day_of_two_kinds, {day, std::string(reaching->kind), std::string(entry.kind)});
        }
      }
      if (reaching == nullptr || entry.days->last > reaching->days->last) reaching = &entry;
    }
    if (!version.makeup.empty() && !calendar_.makeup_hours && calendar_.week.front().empty() && !told_makeup_) {
      error(pointer / "makeup", messages::no_makeup_hours);
      told_makeup_ = true;
    }
    check_dated(pointer, "shifts", version.shifts);
    check_dated(pointer, "breaks", version.breaks);
  }

  void check_dated(const std::string& pointer, std::string_view kind, const DatedHours& dated) {
    std::set<Date> seen;
    for (const auto& [date, hours] : dated) {
      const std::string at = pointer / kind / date.to_string();
      inside(at, date);
      if (!seen.insert(date).second) error(at, messages::duplicate_hours_date, {date.to_string(), std::string(kind)});
      check_hours(at, hours);
    }
  }

  /// What is said although it changes nothing. Everything is sound by now.
  void check_effects() {
    const auto number = [&](Date date) { return static_cast<std::int32_t>(date.days_since(calendar_.first)); };
    detail::Facts before(calendar_, number(*last_) + 1);
    for (std::size_t i = 0; i < calendar_.versions.size(); ++i) {
      const CalendarVersion& version = calendar_.versions[i];
      const std::string pointer = std::string("/versions") / i;
      for (std::size_t entry = 0; entry < version.makeup.size(); ++entry) {
        const std::int32_t day = number(version.makeup[entry].first);
        if (before.kind(day) == DayKind::usual && before.usual_hours(day) == before.makeup_hours()) {
          warning(pointer / "makeup" / entry, messages::makeup_without_effect,
                  {version.makeup[entry].first.to_string()});
        }
      }
      for (std::size_t entry = 0; entry < version.usual.size(); ++entry) {
        const DayKind kind = before.kind(number(version.usual[entry].first));
        if (kind == DayKind::usual || kind == DayKind::shift) {
          warning(pointer / "usual" / entry, messages::usual_without_effect, {version.usual[entry].first.to_string()});
        }
      }
      before.add(version);
      for (const auto& [date, hours] : version.shifts) {
        if (before.kind(number(date)) != DayKind::holiday) continue;
        warning(pointer / "shifts" / date.to_string(), messages::shift_on_holiday, {date.to_string()});
      }
      for (const auto& [date, hours] : version.breaks) {
        const detail::Minutes open = before.hours_before_breaks(number(date));
        for (std::size_t entry = 0; entry < hours.size(); ++entry) {
          if (detail::without(open, detail::minutes_of({hours[entry]})) != open) continue;
          warning(pointer / "breaks" / date.to_string() / entry, messages::break_without_hours,
                  {date.to_string(), hours_text(hours[entry])});
        }
      }
    }
  }

  const Calendar& calendar_;
  Diagnostics problems_;
  std::optional<TimeZone> zone_;
  std::optional<Date> last_;  ///< of the versions so far
  bool told_makeup_ = false;
};

}  // namespace

Diagnostics validate(const Calendar& calendar) { return Validation(calendar).run(); }

}  // namespace aedile
