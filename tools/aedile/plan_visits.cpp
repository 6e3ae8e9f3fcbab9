// aedile plan generate, assign, route, ics: visits from a programme, who goes, in which order, into calendars.
#include <algorithm>
#include <set>

#include "aedile/calendar/calendar_history.h"
#include "aedile/data.h"
#include "aedile/input.h"
#include "aedile/inspection/route.h"
#include "aedile/io/calendar_json.h"
#include "aedile/io/csv_table.h"
#include "aedile/io/icalendar.h"
#include "aedile/io/inspection_csv.h"
#include "aedile/io/inspection_json.h"
#include "aedile/output.h"
#include "aedile/plan.h"
#include "aedile/plan_arguments.h"
#include "aedile/texts_plan.h"

namespace aedile::tool {

namespace {

int finished(Console& console, const ProblemLog& log) {
  print(console, log);
  return log.has_errors() ? exit_data : exit_fine;
}

/// With the name of the file they are about.
void append(ProblemLog& log, const Diagnostics& found, const std::string& file) {
  for (Diagnostic problem : found) {
    if (problem.place.file.empty()) problem.place.file = file;
    log.add(std::move(problem));
  }
}

std::optional<WorkingCalendar> load_calendar_of(const std::string& id_or_file, ProblemLog& log) {
  const Result<Calendar> calendar = shipped_calendar_text(id_or_file).empty()
                                        ? read_calendar(read_text(id_or_file), shown_name(id_or_file))
                                        : shipped_calendar(id_or_file);
  log.append(calendar.diagnostics());
  if (!calendar) return std::nullopt;
  const Result<CalendarHistory> compiled = compile(*calendar);
  append(log, compiled.diagnostics(), shown_name(id_or_file));
  return compiled ? std::optional(compiled->latest()) : std::nullopt;
}

std::optional<std::vector<PlannedVisit>> load_visits(const std::string& path, ProblemLog& log,
                                                     TablePlaces* places = nullptr) {
  InputFile input(path);
  return read_planned_visits(input.stream(), input.name(), log, {}, places);
}

/// The columns site, date and inspectors of a table of visits that were carried out.
std::vector<PastVisit> load_past(const std::string& path, const std::vector<Inspector>& inspectors, ProblemLog& log) {
  std::set<std::string_view> known;
  for (const Inspector& inspector : inspectors) known.insert(inspector.id);
  InputFile input(path);
  CsvTable table(input.stream(), input.name(), log, {{"site", true}, {"date", true}, {"inspectors", true}});
  std::vector<PastVisit> past;
  while (table.next()) {
    const Result<Date> date = Date::parse(table.cell(1));
    for (const Diagnostic& problem : date.diagnostics()) log.add({problem.level, table.place(1), problem.text});
    PastVisit visit{std::string(table.cell(0)), date ? *date : Date(), {}};
    std::string_view rest = table.cell(2);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(';'), rest.size());
      const std::string_view id = rest.substr(0, end);
      if (!id.empty() && !known.contains(id)) log.error(table.place(2), texts::unknown_inspector, {std::string(id)});
      if (!id.empty()) visit.inspectors.emplace_back(id);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    past.push_back(std::move(visit));
  }
  return past;
}

Coordinates place_argument(const std::string& text) {
  const std::size_t comma = text.find(',');
  const auto latitude = Degrees::parse(text.substr(0, comma));
  const auto longitude = Degrees::parse(comma == std::string::npos ? std::string() : text.substr(comma + 1));
  const auto within = [](const Result<Degrees>& degrees, std::int64_t most) {
    return degrees && *degrees >= Degrees::of(-most) && *degrees <= Degrees::of(most);
  };
  if (!within(latitude, 90) || !within(longitude, 180)) throw UsageFailure{Text(texts::bad_start, {text})};
  return {*latitude, *longitude};
}

/// What the table of visits could not hold: its cells separate codes by semicolons.
void check_codes(const std::vector<PlannedVisit>& visits, const std::string& file, ProblemLog& log) {
  std::set<std::string_view> bad;
  for (const PlannedVisit& visit : visits) {
    for (const std::vector<std::string>* list : {&visit.units, &visit.qualifications}) {
      for (const std::string& code : *list) {
        if (code.find(';') != std::string::npos) bad.insert(code);
      }
    }
  }
  for (const std::string_view code : bad) {
    log.error(Place{file, 0, 0, {}}, texts::separator_in_unit, {std::string(code)});
  }
}

std::string clock_text(std::uint64_t seconds) {
  const auto two = [](std::uint64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(seconds / 3600) + ":" + two(seconds / 60 % 60);
}

}  // namespace

int plan_generate(const PlanGenerateArguments& arguments, Console& console) {
  ProblemLog log(console.problem_limit);
  std::vector<std::string> inputs{arguments.programme, arguments.organisation.organisation,
                                  arguments.organisation.sites};
  if (shipped_calendar_text(arguments.calendar).empty()) inputs.push_back(arguments.calendar);
  require_one_standard_input(inputs);
  require_inputs_kept(arguments.output, inputs);
  const std::string name = shown_name(arguments.programme);
  require_seed(arguments.seed);
  const std::string text = read_text(arguments.programme);
  const Result<Programme> programme = read_programme(text, name);
  log.append(programme.diagnostics());
  const OrgData organisation(arguments.organisation, log);
  const std::optional<WorkingCalendar> calendar = load_calendar_of(arguments.calendar, log);
  if (!programme || organisation.organisation() == nullptr || !calendar) return finished(console, log);
  const Result<ProgrammePlan> plan = generate(*programme, *organisation.organisation(), *calendar, arguments.seed);
  log.append(place_in_programme(text, name, plan.diagnostics()));
  if (plan) check_codes(plan->visits, shown_name(arguments.organisation.organisation), log);
  if (plan && !log.has_errors()) {
    OutputFile output(arguments.output, console);
    write_planned_visits(output.stream(), plan->visits, console.language);
    output.commit();
    if (arguments.output != standard_stream && !console.quiet) {
      std::set<Date> days;
      for (const PlannedVisit& visit : plan->visits) days.insert(visit.date);
      console.out << console.text(texts::plan_generated,
                                  {std::to_string(plan->visits.size()), std::to_string(days.size())})
                  << '\n';
    }
  }
  return finished(console, log);
}

int plan_assign(const PlanAssignArguments& arguments, Console& console) {
  ProblemLog log(console.problem_limit);
  const std::vector<std::string> inputs{arguments.visits, arguments.inspectors, arguments.past};
  require_one_standard_input(inputs);
  require_inputs_kept(arguments.output, inputs);
  TablePlaces visit_places;
  TablePlaces inspector_places;
  const auto visits = load_visits(arguments.visits, log, &visit_places);
  InputFile input(arguments.inspectors);
  const auto inspectors = read_inspectors(input.stream(), input.name(), log, {}, &inspector_places);
  AssignmentOptions options;
  options.language = console.language;
  options.load_cost = arguments.load_cost;
  options.kilometre_cost = arguments.kilometre_cost;
  if (!arguments.past.empty() && inspectors) options.past = load_past(arguments.past, *inspectors, log);
  if (!visits || !inspectors || log.has_errors()) return finished(console, log);
  const Result<Assignment> plan = assign(*visits, *inspectors, options);
  log.append(inspector_places.placed(visit_places.placed(plan.diagnostics(), "visits"), "inspectors"));
  if (plan) {
    OutputFile output(arguments.output, console);
    write_assignment(output.stream(), *plan);
    output.commit();
    if (arguments.output != standard_stream && !console.quiet) {
      std::uint32_t least = UINT32_MAX;
      std::uint32_t most = 0;
      for (const InspectorLoad& load : plan->loads) {
        least = std::min(least, load.visits);
        most = std::max(most, load.visits);
      }
      console.out << console.text(texts::plan_assigned,
                                  {std::to_string(plan->visits.size()), std::to_string(plan->unassigned.size()),
                                   std::to_string(std::min(least, most)), std::to_string(most),
                                   std::to_string(plan->kilometres)})
                  << '\n';
    }
  }
  return finished(console, log);
}

int plan_route(const PlanRouteArguments& arguments, Console& console) {
  ProblemLog log(console.problem_limit);
  const Date date = day_argument(arguments.date);
  const Result<TimeOfDay> leave = TimeOfDay::parse(arguments.leave);
  if (!leave) throw UsageFailure{leave.diagnostics().items().front().text};
  std::vector<Stop> stops{{.id = console.text(texts::plan_start)}};
  std::vector<std::optional<Coordinates>> places{place_argument(arguments.start)};
  TablePlaces table;
  std::vector<std::size_t> rows{0};  // of the stops in the table; the start has none
  const auto visits = load_visits(arguments.visits, log, &table);
  if (!visits) return finished(console, log);
  for (std::size_t row = 0; row < visits->size(); ++row) {
    const PlannedVisit& visit = (*visits)[row];
    if (visit.date != date) continue;
    stops.push_back({.id = visit.id, .stay_seconds = arguments.stay * 60});
    places.push_back(visit.at);
    rows.push_back(row);
  }
  // "/3" and "/stops/3" are the third visit of the day.
  const auto place_at_rows = [&](const Diagnostics& found) {
    for (Diagnostic problem : found) {
      const std::string& pointer = problem.place.pointer;
      const std::size_t digits = pointer.find_first_of("0123456789");
      const std::size_t stop = digits == std::string::npos ? 0 : std::stoul(pointer.substr(digits));
      if (stop > 0 && stop < rows.size()) problem.place = table.row(rows[stop]);
      if (problem.place.file.empty()) problem.place = {shown_name(arguments.visits), 0, 0, {}};
      log.add(std::move(problem));
    }
  };
  if (stops.size() == 1) {
    console.out << console.text(texts::no_visits_that_day, {arguments.date}) << '\n';
    return finished(console, log);
  }
  const Result<TravelTable> travel = TravelTable::by_distance(places, arguments.speed);
  place_at_rows(travel.diagnostics());
  if (!travel) return finished(console, log);
  const Result<Tour> tour = route(stops, *travel, {.leave_at = leave->minute * 60u});
  place_at_rows(tour.diagnostics());
  if (tour) {
    for (const TourStep& step : tour->steps) {
      console.out << clock_text(step.arrive) << "  " << printable(stops[step.stop].id) << '\n';
    }
    if (!console.quiet) {
      console.out << console.text(texts::plan_route_sum,
                                  {std::to_string(stops.size() - 1), std::to_string((tour->metres + 500) / 1000),
                                   std::to_string((tour->seconds + 30) / 60)})
                  << '\n';
    }
  }
  return finished(console, log);
}

int plan_ics(const PlanIcsArguments& arguments, Console& console) {
  ProblemLog log(console.problem_limit);
  require_inputs_kept(arguments.output, {arguments.visits});
  const Result<Instant> stamp = Instant::parse(arguments.stamp);
  if (!stamp) throw UsageFailure{stamp.diagnostics().items().front().text};
  const auto visits = load_visits(arguments.visits, log);
  if (visits) {
    OutputFile output(arguments.output, console);
    IcalendarOptions options{.stamp = *stamp, .name = arguments.name, .language = console.language};
    options.leave_out_covert = arguments.without_covert;
    write_icalendar(output.stream(), *visits, options);
    output.commit();
  }
  return finished(console, log);
}

}  // namespace aedile::tool
