// A town of two districts with three classes of sites, and a calendar in which weekends are rest days.
#pragma once

#include "aedile/calendar/calendar_history.h"
#include "aedile/inspection/programme.h"

namespace aedile::testing {

inline Organisation town() {
  Organisation organisation{.id = "town", .edition = "2026"};
  organisation.site_classes = {{"restaurant", {}}, {"park", {}}, {"school", {}}};
  organisation.units = {{.code = "town", .kind = UnitKind::city},
                        {.code = "east", .kind = UnitKind::district, .within = {{.unit = "town"}}},
                        {.code = "west", .kind = UnitKind::district, .within = {{.unit = "town"}}},
                        {.code = "grid-e", .kind = UnitKind::grid_cell, .within = {{.unit = "east"}}},
                        {.code = "grid-w", .kind = UnitKind::grid_cell, .within = {{.unit = "west"}}}};
  const auto add = [&](const char* letter, const char* site_class, int count) {
    for (int i = 0; i < count; ++i) {
      const std::string code = letter + std::to_string(10 + i);
      organisation.sites.push_back({.code = code,
                                    .site_class = site_class,
                                    .title = LocalText(code),
                                    .cell = i % 2 == 0 ? "grid-e" : "grid-w",
                                    .at = Coordinates{Degrees::of(30), Degrees::of(120)}});
    }
  };
  add("R", "restaurant", 33);
  add("P", "park", 21);
  add("S", "school", 12);
  return organisation;
}

inline CompiledOrganisation compiled_town() { return compile(town()).value(); }

inline WorkingCalendar office_calendar() {
  Calendar calendar{.id = "office", .title = {}, .zone = "Asia/Shanghai"};
  for (std::size_t weekday = 0; weekday < 5; ++weekday) calendar.week[weekday] = {{{8 * 60}, {18 * 60}}};
  calendar.first = *Date::of(2026, 1, 1);
  CalendarVersion version;
  version.version = "1";
  version.last = Date::of(2026, 12, 31);
  calendar.versions.push_back(version);
  return compile(calendar).value().latest();
}

/// Covert 60 %, announced 40 %, on the 9th, 19th and 29th: 3 restaurants, 3 parks, 2 schools, nobody twice running.
inline Programme november() {
  Programme programme{.id = "town-2026-11", .period = Period::parse("2026-11").value()};
  programme.seed_source = "digits of the lottery of 1 November";
  ProgrammeRule regular{.id = "regular"};
  regular.modes = {{Mode::covert, 60}, {Mode::announced, 40}};
  regular.dates = {{.pattern = DaysOfMonth{{9, 19, 29}}}};
  regular.strata = {{"restaurant", 3}, {"park", 3}, {"school", 2}};
  regular.no_repeat_within = 2;
  programme.rules.push_back(std::move(regular));
  return programme;
}

}  // namespace aedile::testing
