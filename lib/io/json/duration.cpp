#include <limits>

#include "io/json/duration_format.h"
#include "io/json/messages.h"

namespace aedile::json {

namespace {

constexpr std::string_view length_keys[] = {"working_days", "calendar_days", "hours",           "minutes",
                                            "seconds",      "working_hours", "working_minutes", "working_seconds"};

/// The length that a key and its number make; nothing where the number will not do.
std::optional<Duration> length_of(Reader& reader, std::string_view key, Value value) {
  // Ten thousand days of any unit: far more than any rule, and no sum of it leaves its type.
  constexpr std::int64_t most_days = 10'000;
  const bool days = key.ends_with("days");
  const std::int64_t unit = key.ends_with("hours") ? 3600 : key.ends_with("minutes") ? 60 : 1;
  const auto number = read_whole(reader, value, 0, days ? most_days : most_days * 86'400 / unit);
  if (!number) return std::nullopt;
  if (key == "working_days") return WorkingDays(static_cast<std::int32_t>(*number));
  if (key == "calendar_days") return CalendarDays(static_cast<std::int32_t>(*number));
  const std::chrono::seconds length(*number * unit);
  if (key.starts_with("working_")) return WorkingHours(length);
  return ContinuousHours(length);
}

/// The one key that an object of one key has; reports whatever is wrong with it.
template <class Use>
void read_one_key(Reader& reader, Value value, bool limits, Use use) {
  ObjectReader object(reader, value);
  std::string_view first;
  const auto take = [&](std::string_view key) {
    const std::optional<Value> found = object.take(key);
    if (!found) return;
    if (!first.empty()) {
      reader.error(*found, messages::both_of_two, {std::string(first), std::string(key)});
      return;
    }
    first = key;
    use(key, *found);
  };
  for (const std::string_view key : length_keys) take(key);
  if (limits) {
    take("on");
    take("before");
  }
  if (first.empty() && object.is_object()) reader.missing_key(value, "working_days");
  object.finish();
}

std::pair<std::string_view, std::int64_t> shortest(std::chrono::seconds length, bool working) {
  const std::int64_t seconds = length.count();
  if (seconds % 3600 == 0) return {working ? "working_hours" : "hours", seconds / 3600};
  if (seconds % 60 == 0) return {working ? "working_minutes" : "minutes", seconds / 60};
  return {working ? "working_seconds" : "seconds", seconds};
}

void write_length(Writer& json, ContinuousHours hours) {
  const auto [key, number] = shortest(hours.length(), false);
  json.required(key, number);
}
void write_length(Writer& json, WorkingHours hours) {
  const auto [key, number] = shortest(hours.length(), true);
  json.required(key, number);
}
void write_length(Writer& json, WorkingDays days) { json.required("working_days", days.count()); }
void write_length(Writer& json, CalendarDays days) { json.required("calendar_days", days.count()); }
void write_length(Writer& json, const OnDate& on) { json.required("on", on.date); }
void write_length(Writer& json, const BeforeEvent& before) { json.required("before", before.event); }

}  // namespace

void read(Reader& reader, Value value, Duration& out) {
  read_one_key(reader, value, false, [&](std::string_view key, Value number) {
    if (const auto length = length_of(reader, key, number)) out = *length;
  });
}

void read(Reader& reader, Value value, TimeLimit& out) {
  read_one_key(reader, value, true, [&](std::string_view key, Value number) {
    if (key == "on") {
      OnDate on;
      read(reader, number, on.date);
      out = on;
    } else if (key == "before") {
      BeforeEvent before;
      read(reader, number, before.event);
      out = before;
    } else if (const auto length = length_of(reader, key, number)) {
      std::visit([&](const auto& kind) { out = kind; }, *length);
    }
  });
}

void write(Writer& json, const Duration& duration) {
  json.begin_object();
  std::visit([&](const auto& kind) { write_length(json, kind); }, duration);
  json.end_object();
}

void write(Writer& json, const TimeLimit& limit) {
  json.begin_object();
  std::visit([&](const auto& kind) { write_length(json, kind); }, limit);
  json.end_object();
}

}  // namespace aedile::json
