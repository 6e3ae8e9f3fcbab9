// The main kernels, each run once inside `measured`, for counting instructions: benchmarks/instructions.
//
//   aedile_kernels            the names of the kernels, one a line
//   aedile_kernels NAME       prepares, runs once to warm up, runs once measured, prints how many items that were
//
// What a run gives is checked by the benchmarks of the same things.

#include <cstring>
#include <functional>
#include <iostream>
#include <memory>
#include <sstream>
#include <vector>

#include "aedile/assessment/live_roll_up.h"
#include "aedile/assessment/ranking.h"
#include "aedile/io/calendar_json.h"
#include "aedile/io/code_columns_csv.h"
#include "aedile/io/csv.h"
#include "aedile/io/framework_json.h"
#include "aedile/io/workflow_json.h"
#include "aedile/rectification/ticket_book.h"
#include "aedile/scoring/live_scores.h"
#include "bulk_workload.h"
#include "numbers.h"
#include "ticket_columns.h"
#include "ticket_lives.h"
#include "year.h"

namespace {

using namespace aedile;

/// Found by its name by whoever counts.
[[gnu::noinline]] void measured(const std::function<void()>& run) {
  run();
  asm volatile("" ::: "memory");
}

void keep(const void* result) { asm volatile("" : : "g"(result) : "memory"); }

/// What is run, and of how many items. Everything it needs it holds.
struct Kernel {
  std::function<void()> run;
  std::size_t items = 0;
};

struct Visits {
  explicit Visits(const workload::Shape& shape, int findings = 12)
      : compiled(workload::compiled(workload::framework(shape))),
        records(workload::visits(compiled.source(), 256, findings)),
        visits(workload::encoded(compiled, records)),
        scorer(compiled) {}

  CompiledFramework compiled;
  std::vector<VisitRecord> records;
  std::vector<EncodedVisit> visits;
  Scorer scorer;
  Scorecard card;
};

Kernel one_visit(const workload::Shape& shape, Derive derive, std::size_t number) {
  const auto made = std::make_shared<Visits>(shape);
  return {[=] {
            for (std::size_t v = 0; v < number; ++v) {
              const EncodedVisit& visit = made->visits[v];
              const Diagnostics problems = made->scorer.score_into(*visit.applicability, visit.visit(),
                                                                   visit.observations(), made->card, derive);
              keep(&problems);
            }
          },
          number};
}

Kernel encode() {
  const auto made = std::make_shared<Visits>(workload::national());
  const auto encoder = std::make_shared<Encoder>(made->compiled);
  return {[=] {
            EncodedVisit coded;
            for (const VisitRecord& record : made->records) keep(&(encoder->encode(record, coded), coded));
          },
          made->records.size()};
}

Kernel compiling(const workload::Shape& shape) {
  const auto framework = std::make_shared<const Framework>(workload::framework(shape));
  return {[=] {
            const auto compiled = compile(*framework);
            keep(&compiled);
          },
          1};
}

Kernel reading(const workload::Shape& shape) {
  const auto text = std::make_shared<const std::string>(write_framework(workload::framework(shape)));
  return {[=] {
            const auto framework = read_framework(*text, "framework.json");
            keep(&framework);
          },
          text->size()};
}

Kernel bulk(bool in_order, bool portable) {
  auto table = std::make_shared<workload::BulkTable>(workload::national(), workload::Mix::aims, 50'000);
  if (!in_order) table = std::make_shared<workload::BulkTable>(table->shuffled());
  const auto results = std::make_shared<workload::BulkResults>(*table);
  const BulkOptions options{.score = {.ignore_not_applicable = true}, .portable = portable};
  const auto scorer =
      std::make_shared<const BulkScorer>(BulkScorer::create(table->framework, table->layout(), options).value());
  return {[=] {
            const BulkReport report = scorer->score(table->visit_columns(), table->finding_columns(), results->out());
            keep(&report);
          },
          table->rows()};
}

/// A finding added, amended and removed again, with the mean above it asked for after each.
Kernel live_changes() {
  const auto table = std::make_shared<const workload::BulkTable>(workload::national(), workload::Mix::aims, 10'000);
  BulkLayout layout = table->layout();
  layout.nodes.clear();
  const BulkScorer scorer =
      BulkScorer::create(table->framework, layout, {.score = {.ignore_not_applicable = true}}).value();
  const auto live = std::make_shared<LiveScores>(
      LiveScores::create(
          scorer, table->visit_columns(),
          {.of_visit = table->visit_site,
           .levels = {{table->site_class.size(), std::vector<std::uint32_t>(table->site_class.size())}, {1, {}}}},
          table->finding_columns())
          .value());
  const std::size_t number = table->rows();
  live->reserve(number * 3);
  return {[=] {
            for (std::size_t r = 0; r < number; ++r) {
              const std::uint32_t values[] = {table->severity[r]};
              const LiveOutcome added =
                  live->add({.visit = table->visit[r], .item = table->item[r], .count = 1, .values = values});
              if (!added) continue;
              Points means = live->mean_above(1, added.visit);
              live->amend(added.finding, {.count = 2, .values = values});
              means += live->mean_above(1, added.visit);
              live->remove(added.finding);
              means += live->mean_above(1, added.visit);
              keep(&means);
            }
          },
          number * 3};
}

Kernel lowering() {
  const auto table = std::make_shared<const workload::BulkTable>(workload::national(), workload::Mix::aims, 100);
  return {[=] {
            const auto scorer = BulkScorer::create(table->framework, table->layout());
            keep(&scorer);
          },
          1};
}

struct Year : workload::YearOfMarks {
  Year()
      : YearOfMarks(sites),
        roll_up(*RollUp::create(workload::year_scheme(sites))),
        published(roll_up.size()),
        ranks(roll_up.size()),
        percentiles(roll_up.size()) {}

  static constexpr std::size_t sites = 2000;
  RollUp roll_up;
  std::vector<Points> published;
  std::vector<std::uint32_t> ranks;
  std::vector<Factor> percentiles;
};

Kernel summing() {
  const auto year = std::make_shared<Year>();
  return {[=] {
            RollUpSums sums(year->roll_up);
            const MarkReport report = sums.add(year->columns());
            keep(&report);
          },
          year->mark.size()};
}

Kernel rolling_up() {
  const auto year = std::make_shared<Year>();
  const auto sums = std::make_shared<RollUpSums>(year->roll_up);
  sums->add(year->columns());
  return {[=] { sums->roll_up({.marks = {}, .published = year->published}); }, year->published.size()};
}

Kernel ranking() {
  const auto year = std::make_shared<Year>();
  RollUpSums sums(year->roll_up);
  sums.add(year->columns());
  sums.roll_up({.marks = {}, .published = year->published});
  return {[=] {
            rank_columns(year->published, year->roll_up.columns(),
                         {.ranks = year->ranks, .percentiles = year->percentiles});
          },
          year->published.size()};
}

Kernel csv() {
  std::string text = "visit,item,severity,count\n";
  workload::Numbers numbers(2);
  constexpr std::size_t rows = 5000;
  for (std::size_t r = 0; r < rows; ++r)
    text += "V" + std::to_string(r / 12) + "," + std::to_string(numbers(7)) + "." + std::to_string(numbers(33)) +
            ",minor," + std::to_string(numbers(4)) + "\n";
  return {[=] {
            std::istringstream in(text);
            ProblemLog log;
            CsvReader reader(in, "findings.csv", log);
            while (reader.next()) keep(reader.field(0).data());
          },
          rows};
}

Kernel code_columns() {
  std::string text = "visit,item,severity,count\n";
  workload::Numbers numbers(3);
  constexpr std::size_t rows = 20'000;
  for (std::size_t r = 0; r < rows; ++r)
    text += std::to_string(r / 12) + "," + std::to_string(numbers(111)) + "," + std::to_string(numbers(4)) + ",1\n";
  return {[text] {
            const std::vector<CodeColumn> wanted{{.name = "visit"},
                                                 {.name = "item", .width = 2},
                                                 {.name = "severity", .width = 1},
                                                 {.name = "count", .width = 1}};
            ProblemLog log;
            const auto columns = read_code_columns(text, "findings.csv", wanted, log);
            keep(&columns);
          },
          rows};
}

Kernel tickets() {
  const auto setup = std::make_shared<const TicketSetup>(
      TicketSetup{.workflows = {compile(shipped_workflow("street_notice").value()).value()},
                  .calendars = {compile(shipped_calendar("cn").value()).value()}});
  std::vector<TicketCommand> commands;
  for (std::size_t i = 0; i < 200; ++i)
    for (TicketCommand& command : workload::life(i, true)) commands.push_back(std::move(command));
  const std::size_t number = commands.size();
  return {[=] {
            TicketBook book(setup);
            for (const TicketCommand& command : commands)
              if (!book.carry_out(command)) workload::fail("a command is refused");
          },
          number};
}

Kernel ticket_events() {
  const auto table = std::make_shared<const workload::TicketTable>(2'000);
  const Date first_day = *Date::of(2023, 1, 1);
  const auto bulk = std::make_shared<const BulkTickets>(
      BulkTickets::create(compile(workload::loop_workflow()).value(), workload::calendar_of(first_day, table->working),
                          workload::loop_layout(first_day, 50, PauseDays::by_day))
          .value());
  return {[=] {
            std::vector<std::uint32_t> due(table->opened.size());
            const TicketReport report =
                bulk->run(table->ticket_columns(), table->event_columns(), first_day.plus_days(1095), {.due_day = due});
            keep(&report);
          },
          table->ticket.size()};
}

struct Choice {
  const char* name;
  std::function<Kernel()> make;
};

const std::vector<Choice>& kernels() {
  static const std::vector<Choice> all{
      {"one_visit", [] { return one_visit(workload::national(), Derive::no, 256); }},
      {"one_visit_items_257", [] { return one_visit(workload::large(), Derive::no, 256); }},
      {"one_visit_with_derivation", [] { return one_visit(workload::national(), Derive::yes, 16); }},
      {"encode", [] { return encode(); }},
      {"compile_items_257", [] { return compiling(workload::large()); }},
      {"read_json_byte", [] { return reading(workload::large()); }},
      {"lower_for_bulk", [] { return lowering(); }},
      {"bulk_in_order_portable", [] { return bulk(true, true); }},
      {"bulk_any_order_portable", [] { return bulk(false, true); }},
      {"bulk_in_order_avx2", [] { return bulk(true, false); }},
      {"bulk_any_order_avx2", [] { return bulk(false, false); }},
      {"live_change", [] { return live_changes(); }},
      {"sum_marks", [] { return summing(); }},
      {"roll_up", [] { return rolling_up(); }},
      {"rank", [] { return ranking(); }},
      {"csv_row", [] { return csv(); }},
      {"code_columns_row", [] { return code_columns(); }},
      {"ticket_event_in_columns", [] { return ticket_events(); }},
      {"ticket_command", [] { return tickets(); }},
  };
  return all;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    for (const Choice& kernel : kernels()) std::cout << kernel.name << '\n';
    return 0;
  }
  for (const Choice& choice : kernels()) {
    if (std::strcmp(choice.name, arguments[1]) != 0) continue;
    const Kernel kernel = choice.make();
    kernel.run();
    measured(kernel.run);
    std::cout << kernel.items << '\n';
    return 0;
  }
  std::cerr << "no such kernel: " << arguments[1] << '\n';
  return 1;
}
