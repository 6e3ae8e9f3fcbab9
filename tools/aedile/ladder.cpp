// aedile ladder steps, climb: what happens when a ticket is late, or a unit fails again and again.
#include "aedile/calendars.h"
#include "aedile/data.h"
#include "aedile/input.h"
#include "aedile/io/ladder_json.h"
#include "aedile/io/rectification_csv.h"
#include "aedile/ladder_print.h"
#include "aedile/rectification/day_and_time.h"
#include "aedile/rectify.h"
#include "aedile/texts_rectify.h"

namespace aedile::tool {

namespace {

void write_step(JsonWriter& json, const TimeZone& zone, const std::optional<Deadline>& answer_by,
                const LocalText& ground, Language language) {
  if (answer_by) json.key("answer_by").string(zone.print(answer_by->due));
  json.key("ground").string(ground.in(language));
}

}  // namespace

int ladder_steps(const LadderStepsArguments& arguments, Console& console) {
  const TimeLimit limit = limit_of(arguments.due);
  require_one_standard_input({arguments.ladder, arguments.due.calendar.calendar});
  CalendarQuestion question(arguments.due.calendar, console);
  const WorkingCalendar* const calendar = question.version();
  const std::optional<Ladder> ladder =
      question.value(read_ladder(read_text(arguments.ladder), shown_name(arguments.ladder)));
  std::optional<std::vector<DueStep>> steps;
  LadderCase ticket{.ticket = arguments.ticket};
  std::optional<Instant> as_of;
  const auto ask = [&] {
    const std::optional<Instant> start = question.time(arguments.due.start);
    if (!arguments.answered.empty()) ticket.answered = question.time(arguments.answered);
    if (!arguments.as_of.empty()) as_of = question.time(arguments.as_of);
    const bool understood =
        start && arguments.answered.empty() == !ticket.answered && arguments.as_of.empty() == !as_of;
    if (!understood) return;
    ticket.start = *start;
    const std::optional<Deadline> deadline = question.value(due(*calendar, *start, limit, rules_of(arguments.due)));
    if (!deadline) return;
    ticket.deadline = *deadline;
    const Instant last = calendar->zone().instant(*Date::of(9999, 1, 1), std::chrono::seconds(0));
    steps = question.value(steps_due(*ladder, *calendar, ticket, as_of.value_or(last)));
  };
  if (calendar != nullptr && ladder) ask();
  const auto print = [&] {
    const TimeZone& zone = calendar->zone();
    if (!console.quiet) {
      console.out << console.text(texts::ladder_due,
                                  {ticket.ticket, day_and_time(zone, ticket.deadline.due),
                                   describe(limit).in(console.language), day_and_time(zone, ticket.start)})
                  << '\n';
      if (steps->empty() && as_of) {
        console.out << console.text(texts::ladder_no_steps, {day_and_time(zone, *as_of)}) << '\n';
      }
    }
    for (const DueStep& step : *steps) {
      const LadderStep& written = ladder->steps[step.step];
      console.out << (console.quiet ? zone.print(step.due) : day_and_time(zone, step.due)) << "  "
                  << printable(written.code) << "  " << step_name(written, console) << '\n';
      if (!console.quiet) print_step_details(console, zone, step.ground, step.answer_by, written.clause);
    }
  };
  const auto write = [&](JsonWriter& json) {
    const TimeZone& zone = calendar->zone();
    json.key("ladder").string(ladder->id).key("ticket").string(ticket.ticket);
    json.key("due").string(zone.print(ticket.deadline.due)).key("steps").begin_array();
    for (const DueStep& step : *steps) {
      json.begin_object().key("key").string(step.key).key("effect").string(to_string(step.effect));
      json.key("due").string(zone.print(step.due));
      write_step(json, zone, step.answer_by, step.ground, console.language);
      json.end_object();
    }
    json.end_array();
  };
  return question.answer("ladder_steps/1", steps.has_value(), print, write);
}

namespace {

void print_rates(const Console& console, const Message& name, const std::vector<ListedRate>& rates) {
  if (rates.empty()) return;
  console.out << "  " << console.text(name);
  for (const ListedRate& rate : rates) {
    console.out << "  " << printable(rate.unit);
    if (rate.all != 0) console.out << " " << rate.done << "/" << rate.all;
  }
  console.out << '\n';
}

void print_lists(const Console& console, const UnitOccasions& read) {
  for (const auto& [occasion, lists] : read.lists) {
    console.out << console.text(texts::list_head, {occasion, lists.group, std::to_string(lists.ranked)}) << '\n';
    print_rates(console, texts::red_list, lists.red);
    print_rates(console, texts::black_list, lists.black);
    print_rates(console, texts::without_data, lists.without_data);
  }
  if (!read.lists.empty()) console.out << '\n';
}

using Climbs = std::vector<std::pair<std::string, Climb>>;

void print_climbs(const Console& console, const TimeZone& zone, const UnitLadder& ladder, const Climbs& climbs) {
  for (const auto& [unit, climb] : climbs) {
    for (const UnitStep& step : climb.steps) print_unit_step(console, zone, ladder, unit, step);
    if (console.quiet || (climb.counters.within_year == 0 && climb.steps.empty() && climbs.size() > 1)) continue;
    console.out << console.text(texts::unit_stands, {unit, std::to_string(climb.counters.in_a_row),
                                                     std::to_string(climb.counters.within_year)})
                << '\n';
  }
}

void write_rates(JsonWriter& json, const char* name, const std::vector<ListedRate>& rates) {
  json.key(name).begin_array();
  for (const ListedRate& rate : rates) {
    json.begin_object().key("unit").string(rate.unit).key("done").number(rate.done).key("all").number(rate.all);
    json.end_object();
  }
  json.end_array();
}

void write_climbs(JsonWriter& json, const Console& console, const TimeZone& zone, const UnitOccasions& read,
                  const Climbs& climbs) {
  json.key("lists").begin_array();
  for (const auto& [occasion, lists] : read.lists) {
    json.begin_object().key("occasion").string(occasion).key("group").string(lists.group);
    write_rates(json, "red", lists.red);
    write_rates(json, "black", lists.black);
    write_rates(json, "without_data", lists.without_data);
    json.end_object();
  }
  json.end_array().key("units").begin_array();
  for (const auto& [unit, climb] : climbs) {
    json.begin_object().key("unit").string(unit).key("in_a_row").number(climb.counters.in_a_row);
    json.key("within_year").number(climb.counters.within_year).key("steps").begin_array();
    for (const UnitStep& step : climb.steps) {
      json.begin_object().key("key").string(step.key).key("occasion").string(step.occasion);
      json.key("day").string(step.day.to_string()).key("effect").string(to_string(step.effect));
      json.key("in_a_row").number(step.in_a_row).key("within_year").number(step.within_year);
      write_step(json, zone, step.answer_by, step.ground, console.language);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

}  // namespace

int ladder_climb(const LadderClimbArguments& arguments, Console& console) {
  require_one_standard_input({arguments.ladder, arguments.occasions, arguments.calendar.calendar});
  CalendarQuestion question(arguments.calendar, console);
  const WorkingCalendar* const calendar = question.version();
  const std::optional<UnitLadderFile> file =
      question.value(read_unit_ladder(read_text(arguments.ladder), shown_name(arguments.ladder)));
  std::optional<UnitOccasions> read;
  std::optional<Climbs> climbs;
  if (calendar != nullptr && file) {
    InputFile input(arguments.occasions);
    ProblemLog log(console.problem_limit);
    read = read_occasions(input.stream(), input.name(), log, *file);
    question.note(log.shown());
    Climbs all;
    bool good = read.has_value();
    for (const auto& [unit, occasions] : read ? read->by_unit : decltype(read->by_unit){}) {
      if (!arguments.unit.empty() && unit != arguments.unit) continue;
      const Result<Climb> climbed = climb(file->ladder, occasions, *calendar);
      std::optional<Climb> one;
      if (climbed) one = *climbed;
      for (Diagnostic problem : climbed.diagnostics()) {
        // What is wrong with occasions is the table's; the rest is the calendar's.
        if (problem.code() == "occasion_differs") problem.place.file = input.name();
        Diagnostics placed;
        placed.add(std::move(problem));
        question.note(placed);
      }
      good = good && one.has_value();
      if (one) all.emplace_back(unit, std::move(*one));
    }
    if (good && all.empty() && !arguments.unit.empty()) {
      Diagnostics problem;
      problem.error(Place{input.name(), 0, 0, {}}, texts::no_such_unit, {arguments.unit});
      question.note(problem);
      good = false;
    }
    if (good) climbs = std::move(all);
  }
  const auto print = [&] {
    if (!console.quiet) print_lists(console, *read);
    print_climbs(console, calendar->zone(), file->ladder, *climbs);
  };
  const auto write = [&](JsonWriter& json) { write_climbs(json, console, calendar->zone(), *read, *climbs); };
  return question.answer("ladder_climb/1", climbs.has_value(), print, write);
}

}  // namespace aedile::tool
