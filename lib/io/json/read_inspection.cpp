// Programmes, the terms of draws, and draws.
#include <algorithm>

#include "io/json/inspection_format.h"
#include "io/json/messages.h"

namespace aedile::json {

void read(Reader& reader, Value value, Period& out) {
  if (!value.is(Type::string)) {
    reader.wrong_type(value, messages::expected_string);
    return;
  }
  const Result<Period> period = Period::parse(value.text());
  if (period) {
    out = *period;
  } else {
    take_problems(reader, value, period.diagnostics());
  }
}

void read(Reader& reader, Value value, ModeShare& out) {
  ObjectReader object(reader, value);
  object.required("mode", out.mode);
  object.optional("parts", out.parts);
  object.finish();
}

namespace {

void read_every(Reader& reader, Value value, EveryN& out) {
  ObjectReader object(reader, value);
  object.optional("n", out.n);
  if (const std::optional<Value> unit = object.take("unit")) {
    constexpr std::array<std::pair<std::string_view, EveryN::Unit>, 4> units{
        {{"days", EveryN::Unit::days},
         {"weeks", EveryN::Unit::weeks},
         {"months", EveryN::Unit::months},
         {"working_days", EveryN::Unit::working_days}}};
    const auto found = std::find_if(units.begin(), units.end(), [&](const auto& each) {
      return unit->is(Type::string) && each.first == unit->text();
    });
    if (found != units.end()) {
      out.unit = found->second;
    } else {
      reader.unknown_word(*unit, {"days", "weeks", "months", "working_days"});
    }
  }
  object.required("anchor", out.anchor);
  object.finish();
}

void read_day_of_period(Reader& reader, Value value, DayOfPeriod& out) {
  ObjectReader object(reader, value);
  object.required("kind", out.kind);
  object.optional("day", out.day);
  object.finish();
}

void read_irregular(Reader& reader, Value value, IrregularDates& out) {
  ObjectReader object(reader, value);
  object.optional("count", out.count);
  object.optional("kind", out.kind);
  object.optional("seed", out.seed);
  object.finish();
}

/// Exactly one of these keys says what the dates are.
void read_pattern(ObjectReader& object, RecurrencePattern& out) {
  constexpr std::string_view keys[] = {"days_of_month", "day_of_period",    "weekdays",
                                       "every",         "last_working_day", "irregular"};
  Reader& reader = object.reader();
  std::string_view first;
  for (const std::string_view key : keys) {
    const std::optional<Value> value = object.take(key);
    if (!value) continue;
    if (!first.empty()) {
      reader.error(*value, messages::both_of_two, {std::string(first), std::string(key)});
      continue;
    }
    first = key;
    if (key == "days_of_month") {
      read(reader, *value, out.emplace<DaysOfMonth>().days);
    } else if (key == "day_of_period") {
      read_day_of_period(reader, *value, out.emplace<DayOfPeriod>());
    } else if (key == "weekdays") {
      read(reader, *value, out.emplace<Weekdays>().weekdays);
    } else if (key == "every") {
      read_every(reader, *value, out.emplace<EveryN>());
    } else if (key == "last_working_day") {
      read(reader, *value, out.emplace<LastWorkingDay>().kind);
    } else {
      read_irregular(reader, *value, out.emplace<IrregularDates>());
    }
  }
  if (first.empty() && object.is_object()) reader.missing_key(object.value(), "days_of_month");
  if (auto* days = std::get_if<DaysOfMonth>(&out)) object.optional("short_month", days->short_month);
}

}  // namespace

void read(Reader& reader, Value value, RecurrenceRule& out) {
  ObjectReader object(reader, value);
  read_pattern(object, out.pattern);
  object.optional("rest_days", out.rest_days);
  object.optional("except", out.except);
  object.optional("also", out.also);
  object.finish();
}

void read(Reader& reader, Value value, SiteQuota& out) {
  ObjectReader object(reader, value);
  object.required("site_class", out.site_class);
  object.optional("count", out.count);
  object.finish();
}

void read(Reader& reader, Value value, SiteRisk& out) {
  ObjectReader object(reader, value);
  object.required("site", out.site);
  object.required("weight", out.weight);
  object.finish();
}

void read(Reader& reader, Value value, ProgrammeRule& out) {
  ObjectReader object(reader, value);
  object.required("id", out.id);
  object.optional("title", out.title);
  object.required("modes", out.modes);
  object.required("dates", out.dates);
  object.optional("hours", out.hours);
  object.optional("sites", out.sites);
  object.optional("strata", out.strata);
  object.optional("within", out.within);
  object.optional("risks", out.risks);
  object.optional("excluded", out.excluded);
  object.optional("no_repeat_within", out.no_repeat_within);
  object.optional("history", out.history);
  object.optional("inspectors", out.inspectors);
  object.optional("needs_lead", out.needs_lead);
  object.optional("qualifications", out.qualifications);
  object.finish();
}

void read_programme(ObjectReader& object, Programme& out) {
  object.required("id", out.id);
  object.optional("title", out.title);
  object.required("period", out.period);
  object.required("seed_source", out.seed_source);
  object.optional("district", out.district);
  object.required("rules", out.rules);
  object.finish();
}

void read(Reader& reader, Value value, Candidate& out) {
  ObjectReader object(reader, value);
  object.required("id", out.id);
  object.required("stratum", out.stratum);
  object.optional("weight", out.weight);
  object.finish();
}

void read(Reader& reader, Value value, DrawStratum& out) {
  ObjectReader object(reader, value);
  object.required("name", out.name);
  object.required("quota", out.quota);
  object.finish();
}

void read(Reader& reader, Value value, DrawExclusion& out) {
  ObjectReader object(reader, value);
  object.required("candidate", out.candidate);
  object.required("reason", out.reason);
  object.finish();
}

void read(Reader& reader, Value value, PastDraw& out) {
  ObjectReader object(reader, value);
  object.required("period", out.period);
  object.required("drawn", out.drawn);
  object.finish();
}

void read_draw_terms(ObjectReader& object, DrawTerms& out) {
  object.required("id", out.id);
  object.required("period", out.period);
  object.required("seed_source", out.seed_source);
  object.required("strata", out.strata);
  object.optional("candidates", out.candidates);
  object.optional("excluded", out.excluded);
  object.optional("no_repeat_within", out.no_repeat_within);
  object.optional("history", out.history);
  object.finish();
}

void read(Reader& reader, Value value, DrawnCandidate& out) {
  ObjectReader object(reader, value);
  object.required("stratum", out.stratum);
  object.required("id", out.id);
  object.optional("ticket", out.ticket);
  object.required("key", out.key);
  object.finish();
}

void read(Reader& reader, Value value, DrawShortage& out) {
  ObjectReader object(reader, value);
  object.required("stratum", out.stratum);
  object.required("quota", out.quota);
  object.required("drawn", out.drawn);
  object.required("excluded", out.excluded);
  object.required("drawn_before", out.drawn_before);
  object.finish();
}

void read_draw(ObjectReader& object, Draw& out) {
  object.required("commitment", out.commitment);
  object.required("seed", out.seed);
  object.required("drawn", out.drawn);
  object.optional("shortages", out.shortages);
  object.finish();
}

}  // namespace aedile::json
