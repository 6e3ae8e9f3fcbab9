// aedile on the workload W4 of the shared benchmarks: tickets and their events in, due days, states and rates out.
// Prints a line of JSON a number of threads and writes the results where the peers' own check compares them.
//
//   aedile_w4 DATA OUT       (as `tuned w4` with PERF_DATA and PERF_OUT)
//
// The workload's rules are a workflow written as data (ticket_columns.cpp). It says by whole days what single tickets
// go by to the moment, which the layout names: PauseDays::by_day. What the engine's workflows need besides and columns
// do not hold, another person and evidence, the layout vouches for.

#include "aedile/rectification/bulk_tickets.h"

#include "peers/peer.h"
#include "ticket_columns.h"

namespace {

using namespace aedile;
using peers::Array, peers::column, peers::load, peers::now;

template <class T>
void dump(peers::Dump& out, const Array<T>& values) {
  for (const T value : values) out.add(static_cast<double>(value));
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) peers::fail("usage: aedile_w4 DATA OUT");
  const std::string folder = std::string(arguments[1]) + "/w4/";
  const auto working = load<std::uint8_t>(folder + "work.u8");
  const auto opened = load<std::uint32_t>(folder + "t_created.u32");
  const auto priority = load<std::uint8_t>(folder + "t_prio.u8");
  const auto unit = load<std::uint16_t>(folder + "t_unit.u16");
  const auto ticket = load<std::uint32_t>(folder + "e_ticket.u32"), minute = load<std::uint32_t>(folder + "e_ts.u32");
  const auto command = load<std::uint8_t>(folder + "e_type.u8");
  const auto argument = load<std::uint16_t>(folder + "e_arg.u16");
  const Date first_day = *Date::of(2023, 1, 1), as_of = first_day.plus_days(1095);
  constexpr std::size_t units = 500, months = 36;
  // What a caller has before there are columns: a workflow and a calendar. Lowering them is timed.
  const WorkingCalendar calendar = workload::calendar_of(first_day, working);
  const CompiledWorkflow workflow = compile(workload::loop_workflow()).value();
  const std::size_t tickets = opened.size();
  Array<std::uint32_t> due(tickets);
  Array<std::uint8_t> state(tickets), overdue(tickets);
  Array<std::uint16_t> last_unit(tickets);
  Array<TicketCell> cells(units * months);
  for (std::size_t number = 1; number <= 2; ++number) {
    std::vector<double> seconds;
    TicketReport report;
    double lowered = 0;
    for (int repetition = 0; repetition < 4; ++repetition) {  // the first one warms up, as that of `tuned` does
      const double start = now();
      const Result<BulkTickets> bulk = BulkTickets::create(
          workflow, calendar, workload::loop_layout(first_day, units, PauseDays::by_day), {.parts = number});
      if (!bulk) peers::fail(bulk.diagnostics().to_string());
      lowered = now() - start;
      report = bulk->run({.opened = column(opened), .priority = column(priority), .unit = column(unit)},
                         {.ticket = column(ticket),
                          .minute = column(minute),
                          .command = column(command),
                          .argument = column(argument)},
                         as_of, {.due_day = due, .state = state, .unit = last_unit, .overdue = overdue, .cells = cells},
                         threads(number));
      if (repetition > 0) seconds.push_back(now() - start);
    }
    if (number == 1) {
      peers::Dump out(std::string(arguments[2]) + "/W4.aedile.f64");
      dump(out, due);
      dump(out, overdue);
      dump(out, state);
      dump(out, last_unit);
      for (const TicketCell& cell : cells) out.add(static_cast<double>(cell.total));
      for (const TicketCell& cell : cells) out.add(static_cast<double>(cell.overdue));
      out.add(static_cast<double>(report.events.number()));
    }
    std::fprintf(stderr, "%zu threads: lowering %.2f ms\n", number, lowered * 1e3);
    peers::emit("aedile-" + std::to_string(number) + "T", "W4", seconds,
                "rejected " + std::to_string(report.events.number()) + " events, " +
                    std::to_string(report.tickets.number()) + " tickets");
  }
}
