// Commands on tickets, without storage: guard, event, fold; their replay; the list of what is due. Before anything is
// timed, a replay of all events must give the same book, and every ticket must be where its commands lead.

#include <benchmark/benchmark.h>

#include <map>
#include <memory>
#include <string>

#include "aedile/io/calendar_json.h"
#include "aedile/io/workflow_json.h"
#include "aedile/rectification/ticket_book.h"
#include "rectification/plain_tickets.h"
#include "ticket_columns.h"
#include "ticket_lives.h"
#include "workload.h"

namespace aedile {
namespace {

std::shared_ptr<const TicketSetup> setup() {
  static const auto made = std::make_shared<const TicketSetup>(
      TicketSetup{.workflows = {compile(shipped_workflow("street_notice").value()).value()},
                  .calendars = {compile(shipped_calendar("cn").value()).value()}});
  return made;
}

using workload::commands_of_a_life;
using workload::life;

struct Workload {
  std::vector<TicketCommand> commands;
  std::vector<TicketEvent> events;
  std::shared_ptr<const TicketBook> book;  ///< with tickets that are still open, and one life each of as many others
};

const Workload& workload_of(std::size_t tickets) {
  static std::map<std::size_t, Workload> made;
  if (const auto found = made.find(tickets); found != made.end()) return found->second;
  Workload work;
  TicketBook book(setup());
  for (std::size_t i = 0; i < tickets; ++i) {
    for (TicketCommand& command : life(i, i % 2 == 0)) {
      const auto events = book.carry_out(command);
      if (!events) workload::fail("a command is refused: " + events.diagnostics().to_string());
      work.events.insert(work.events.end(), events->begin(), events->end());
      work.commands.push_back(std::move(command));
    }
  }
  if (!(replay(setup(), work.events).value() == book)) workload::fail("a replay gives another book");
  for (std::size_t i = 0; i < tickets; ++i) {
    const Ticket& ticket = book.tickets()[i];
    const bool right = i % 2 == 0 ? ticket.ending() == Ending::closed && ticket.rework() == 1 && ticket.is_doer("li")
                                  : ticket.state_code() == "rectifying" && ticket.next_due().has_value();
    if (!right) workload::fail("a ticket is not where its commands lead");
  }
  work.book = std::make_shared<const TicketBook>(std::move(book));
  return made.emplace(tickets, std::move(work)).first->second;
}

/// Whole lives of new tickets beside those that there are.
void command(benchmark::State& state) {
  const auto tickets = static_cast<std::size_t>(state.range(0));
  TicketBook book = *workload_of(tickets).book;
  constexpr std::size_t batch = 1'000;
  std::size_t number = tickets;
  std::vector<TicketCommand> commands;
  for (auto _ : state) {
    state.PauseTiming();
    commands.clear();
    for (std::size_t i = 0; i < batch; ++i) {
      for (TicketCommand& each : life(number++, true)) commands.push_back(std::move(each));
    }
    state.ResumeTiming();
    for (const TicketCommand& each : commands) {
      if (!book.carry_out(each)) workload::fail("a command is refused");
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(batch * commands_of_a_life));
}
BENCHMARK(command)->Arg(10'000)->Arg(200'000)->Name("command/tickets")->Unit(benchmark::kMillisecond);

void replaying(benchmark::State& state) {
  const Workload& work = workload_of(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(replay(setup(), work.events));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(work.events.size()));
}
BENCHMARK(replaying)->Arg(10'000)->Arg(200'000)->Name("replay/tickets")->Unit(benchmark::kMillisecond);

/// What a form asks for: everything that somebody may do with a ticket.
void allowed(benchmark::State& state) {
  const TicketBook& book = *workload_of(10'000).book;
  const TicketActor worker{{"li", "cleaning"}, {"unit"}};
  const Instant now = Instant::parse("2026-03-03T12:00:00+08:00").value();
  std::size_t next = 0;
  for (auto _ : state) {
    next = (next + 7'919) % book.size();
    benchmark::DoNotOptimize(book.allowed(book.tickets()[next].id(), worker, now));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(allowed);

/// All that is due within a day, of half as many open tickets as there are.
void due(benchmark::State& state) {
  const TicketBook& book = *workload_of(static_cast<std::size_t>(state.range(0))).book;
  const Instant now = Instant::parse("2026-03-09T12:00:00+08:00").value();
  const Instant until = Instant::parse("2026-03-10T12:00:00+08:00").value();
  std::size_t found = 0;
  for (auto _ : state) found = book.due(now, until).size();
  if (found != book.size() / 2) workload::fail("not all that is due is listed");
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(found));
}
BENCHMARK(due)->Arg(10'000)->Unit(benchmark::kMicrosecond);

/// Proving a workflow: the largest that is shipped.
void check(benchmark::State& state) {
  const Workflow workflow = shipped_workflow("case_loop").value();
  if (!validate(workflow).empty()) workload::fail("the workflow is unsound");
  for (auto _ : state) benchmark::DoNotOptimize(validate(workflow));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(workflow.transitions.size()));
}
BENCHMARK(check)->Unit(benchmark::kMicrosecond);

/// Events of tickets in columns, in the order of time.
void columns(benchmark::State& state) {
  const workload::TicketTable table(static_cast<std::size_t>(state.range(0)));
  const Date first_day = *Date::of(2023, 1, 1), as_of = first_day.plus_days(1095);
  const CompiledWorkflow workflow = compile(workload::loop_workflow()).value();
  const WorkingCalendar calendar = workload::calendar_of(first_day, table.working);
  const TicketLayout layout = workload::loop_layout(first_day, 50, PauseDays::by_day);
  const BulkTickets bulk = BulkTickets::create(workflow, calendar, layout).value();
  std::vector<std::uint32_t> due(table.opened.size());
  const auto run = [&] { return bulk.run(table.ticket_columns(), table.event_columns(), as_of, {.due_day = due}); };
  run();
  // Each ticket once more by itself, day by day.
  const test::PlainTickets plain(workload::loop_workflow(), calendar, layout, as_of);
  std::vector<test::PlainTicket> tickets;
  for (std::size_t t = 0; t < due.size(); ++t)
    tickets.push_back(plain.open(table.opened[t], table.priority[t], table.unit[t]));
  for (std::size_t r = 0; r < table.ticket.size(); ++r)
    plain.follow(tickets[table.ticket[r]], {table.ticket[r], table.minute[r], table.command[r], table.argument[r]});
  for (std::size_t t = 0; t < due.size(); ++t)
    if (plain.due_at_end(tickets[t]).value_or(no_due_day) != due[t]) workload::fail("a ticket is due on another day");
  for (auto _ : state) benchmark::DoNotOptimize(run());
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(table.ticket.size()));
}
BENCHMARK(columns)->Arg(2'000)->Name("columns/tickets")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace aedile
