/// Tickets in columns. Each task has a range of tickets, looks through all events for those of its range, block by
/// block, and asks for the tickets of the next rows while it is busy with this one: memory is what it waits for.

#include "aedile/rectification/bulk_tickets.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

#include "core/enum_names.h"
#include "core/large_array.h"
#include "rectification/bulk_tickets_tables.h"
#include "scoring/bulk_rows.h"

namespace aedile {
namespace detail {
namespace {

constexpr std::size_t rows_at_once = 1024;
constexpr std::size_t rows_ahead = 24;
constexpr std::uint32_t minutes_of_a_day = 24 * 60;

constexpr std::array<EnumName<TicketFault>, ticket_faults> fault_names{{
    {TicketFault::no_such_ticket, "no_such_ticket"},
    {TicketFault::ticket_rejected, "ticket_rejected"},
    {TicketFault::no_such_command, "no_such_command"},
    {TicketFault::no_such_priority, "no_such_priority"},
    {TicketFault::outside_calendar, "outside_calendar"},
    {TicketFault::after_as_of, "after_as_of"},
    {TicketFault::before_last_event, "before_last_event"},
    {TicketFault::no_such_transition, "no_such_transition"},
    {TicketFault::no_such_unit, "no_such_unit"},
    {TicketFault::no_extension_left, "no_extension_left"},
    {TicketFault::deadline_passed, "deadline_passed"},
    {TicketFault::due_unknown, "due_unknown"},
}};

/// One ticket as it stands.
struct TicketState {
  std::uint32_t last = 0;    // minute of its last event
  std::uint16_t due = 0;     // it is due on the working day of this number; without a pause that is open
  std::uint16_t unit = 0;    // code
  std::uint16_t mark = 0;    // stands still: working days that were over by then; met: the day
  std::uint16_t opened = 0;  // working days up to the day of its opening
  std::uint16_t extensions = 0;
  std::uint8_t state = 0;
  std::uint8_t priority = 0;
};
static_assert(sizeof(TicketState) == 16);

struct TicketRun {
  const TicketTables& tables;
  std::size_t units;
  std::size_t months;
  std::size_t listed;
  std::uint32_t as_of;  // day
  const TicketColumns& tickets;
  const TicketEventColumns& events;
  const TicketResults& results;
  std::span<TicketState> states;
};

struct EventRow {
  std::uint32_t minute;
  std::uint32_t command;
  std::uint32_t argument;
};

constexpr std::uint8_t accepted = 0xFF;
constexpr std::uint8_t fault(TicketFault value) { return static_cast<std::uint8_t>(value); }

/// A range of tickets.
class TicketPart {
 public:
  TicketPart(const TicketRun& run, std::size_t first, std::size_t last, bool to_the_end)
      : run_(run),
        tables_(run.tables),
        last_minute_((run.as_of + 1) * minutes_of_a_day - 1),
        first_(static_cast<std::uint32_t>(first)),
        last_(static_cast<std::uint32_t>(last)),
        // Rows of tickets that do not exist are looked at by the last part.
        range_(to_the_end ? 0xFFFF'FFFF - first_ : last_ - first_ - 1) {}

  void work() {
    open();
    follow();
    finish();
  }

  const RejectedTicketRows& tickets() const { return tickets_; }
  const RejectedTicketRows& events() const { return events_; }
  const std::vector<TicketCell>& cells() const { return cells_; }

 private:
  void reject(RejectedTicketRows& rows, std::size_t row, std::uint8_t why) const {
    ++rows.by[why];
    if (rows.listed.size() < run_.listed) rows.listed.push_back({row, static_cast<TicketFault>(why)});
  }

  std::uint8_t late(std::uint32_t minute) const {
    return fault(minute / minutes_of_a_day >= tables_.days.size() ? TicketFault::outside_calendar
                                                                  : TicketFault::after_as_of);
  }

  /// Working days that are over, or will be whatever the ticket does from this minute on.
  std::uint32_t over(std::uint32_t minute) const {
    const std::uint32_t day = minute / minutes_of_a_day;
    const TicketDay& today = tables_.days[day];
    return today.working - (minute - day * minutes_of_a_day < today.closing ? 1U : 0U);
  }

  std::uint8_t open(TicketState& ticket, std::uint32_t minute, std::uint32_t priority, std::uint32_t unit) const {
    if (priority >= tables_.limits.size()) return fault(TicketFault::no_such_priority);
    if (minute > last_minute_) return late(minute);
    if (unit >= run_.units) return fault(TicketFault::no_such_unit);
    const std::uint32_t opened = tables_.days[minute / minutes_of_a_day].working;
    const std::uint32_t due = opened + tables_.limits[priority];
    if (due > tables_.working_days()) return fault(TicketFault::due_unknown);
    ticket = {.last = minute,
              .due = static_cast<std::uint16_t>(due),
              .unit = static_cast<std::uint16_t>(unit),
              .mark = 0,
              .opened = static_cast<std::uint16_t>(opened),
              .extensions = 0,
              .state = tables_.opened_in,
              .priority = static_cast<std::uint8_t>(priority)};
    return accepted;
  }

  void open() {
    for (std::size_t row = first_; row < last_; row += rows_at_once) {
      const std::size_t rows = std::min<std::size_t>(rows_at_once, last_ - row);
      const std::uint32_t* const minute = widened(lanes_, run_.tickets.opened, row, rows, buffers_[0].data());
      const std::uint32_t* const priority = widened(lanes_, run_.tickets.priority, row, rows, buffers_[1].data());
      const std::uint32_t* const unit = widened(lanes_, run_.tickets.unit, row, rows, buffers_[2].data());
      for (std::size_t i = 0; i < rows; ++i) {
        const std::uint8_t why = open(run_.states[row + i], minute[i], priority[i], unit[i]);
        if (why == accepted) [[likely]]
          continue;
        run_.states[row + i] = {};
        run_.states[row + i].state = static_cast<std::uint8_t>(tables_.states);
        reject(tickets_, row + i, why);
      }
    }
  }

  /// Carries an event out, or says why not; then nothing is changed.
  std::uint8_t apply(TicketState& ticket, const EventRow& row) const {
    if (ticket.state == tables_.states) [[unlikely]]
      return fault(TicketFault::ticket_rejected);
    if (row.command >= tables_.commands) [[unlikely]]
      return fault(TicketFault::no_such_command);
    if (row.minute > last_minute_) [[unlikely]]
      return late(row.minute);
    if (row.minute < ticket.last) [[unlikely]]
      return fault(TicketFault::before_last_event);
    const TicketStep step = tables_.steps[ticket.state * std::size_t{tables_.commands} + row.command];
    if (step.to == TicketStep::none) return fault(TicketFault::no_such_transition);
    if (step.argument == EventArgument::unit && row.argument >= run_.units) [[unlikely]]
      return fault(TicketFault::no_such_unit);
    if (step.counts_extensions && ticket.extensions >= tables_.most_extensions)
      return fault(TicketFault::no_extension_left);
    // Midnight itself is in time.
    if (step.before_deadline && row.minute > (tables_.day_of_working[ticket.due] + 1U) * minutes_of_a_day)
      return fault(TicketFault::deadline_passed);
    if (step.extends) {
      const std::uint64_t added =
          step.argument == EventArgument::working_days ? row.argument : tables_.limits[ticket.priority];
      if (ticket.due + added > tables_.working_days()) return fault(TicketFault::due_unknown);
      ticket.due = static_cast<std::uint16_t>(ticket.due + added);
      // Where they are not counted, there may be more than fit; what is not counted is not asked for.
      if (ticket.extensions != 0xFFFF) ++ticket.extensions;
    } else if (step.clock == ClockStep::resume) {
      // The day of the opening is not counted anyway.
      const std::uint32_t from = std::max<std::uint32_t>(ticket.mark, ticket.opened);
      const std::uint32_t to = std::max(over(row.minute), from);
      const std::uint32_t due = ticket.due + (tables_.by_day || ticket.mark < ticket.due ? to - from : 0);
      if (due > tables_.working_days()) return fault(TicketFault::due_unknown);
      ticket.due = static_cast<std::uint16_t>(due);
    } else if (step.clock == ClockStep::pause) {
      ticket.mark = static_cast<std::uint16_t>(over(row.minute));
    } else if (step.clock == ClockStep::meet) {
      ticket.mark = static_cast<std::uint16_t>(row.minute / minutes_of_a_day);
    }
    if (step.argument == EventArgument::unit) ticket.unit = static_cast<std::uint16_t>(row.argument);
    ticket.state = step.to;
    ticket.last = row.minute;
    return accepted;
  }

  void follow() {
    const std::size_t number = run_.events.ticket.size();
    std::array<std::uint32_t, rows_at_once> mine;
    for (std::size_t row = 0; row < number; row += rows_at_once) {
      const std::size_t rows = std::min(rows_at_once, number - row);
      const std::uint32_t* const ticket = widened(lanes_, run_.events.ticket, row, rows, buffers_[0].data());
      std::size_t found = 0;
      for (std::size_t i = 0; i < rows; ++i) {
        mine[found] = static_cast<std::uint32_t>(i);
        found += ticket[i] - first_ <= range_ ? 1U : 0U;
      }
      if (found == 0) continue;
      const std::uint32_t* const minute = widened(lanes_, run_.events.minute, row, rows, buffers_[1].data());
      const std::uint32_t* const command = widened(lanes_, run_.events.command, row, rows, buffers_[2].data());
      const std::uint32_t* const argument = widened(lanes_, run_.events.argument, row, rows, buffers_[3].data());
      const TicketState* const states = run_.states.data();
      const auto ask_for = [&](std::size_t k) { __builtin_prefetch(states + std::min(ticket[mine[k]], last_), 1); };
      for (std::size_t k = 0; k < std::min(found, rows_ahead); ++k) ask_for(k);
      for (std::size_t k = 0; k < found; ++k) {
        if (k + rows_ahead < found) ask_for(k + rows_ahead);
        const std::uint32_t i = mine[k];
        const std::uint8_t why = ticket[i] >= last_
                                     ? fault(TicketFault::no_such_ticket)
                                     : apply(run_.states[ticket[i]], {minute[i], command[i], argument[i]});
        if (why != accepted) reject(events_, row + i, why);
      }
    }
  }

  void finish() {
    const TicketResults& results = run_.results;
    if (!results.cells.empty()) cells_.resize(run_.units * run_.months);
    const std::uint32_t today = tables_.days[run_.as_of].working;
    for (std::size_t t = first_; t < last_; ++t) {
      const TicketState& ticket = run_.states[t];
      const bool rejected = ticket.state == tables_.states;
      std::uint32_t due = no_due_day;
      bool overdue = false;
      if (!rejected) {
        const LimitClock clock = tables_.clocks[ticket.state];
        std::uint32_t number = ticket.due;
        if (clock == LimitClock::standing)
          number = tables_.by_day ? number + today - std::min<std::uint32_t>(ticket.mark, today) : no_due_day;
        if (number <= tables_.working_days()) due = tables_.day_of_working[number];
        overdue = (clock == LimitClock::stopped ? ticket.mark : run_.as_of) > due;
      }
      if (!results.due_day.empty()) results.due_day[t] = due;
      if (!results.state.empty()) results.state[t] = rejected ? no_ticket_state : ticket.state;
      if (!results.unit.empty()) results.unit[t] = rejected ? no_ticket_unit : ticket.unit;
      if (!results.overdue.empty()) results.overdue[t] = overdue ? 1 : 0;
      if (!rejected && !results.cells.empty()) {
        const std::uint32_t month = tables_.days[run_.tickets.opened[t] / minutes_of_a_day].month;
        TicketCell& cell = cells_[ticket.unit * run_.months + month];
        ++cell.total;
        cell.overdue += overdue ? 1U : 0U;
      }
    }
  }

  const TicketRun& run_;
  const TicketTables& tables_;
  const Lanes& lanes_ = best_lanes();
  std::uint32_t last_minute_;  // that counts
  std::uint32_t first_;
  std::uint32_t last_;
  std::uint32_t range_;
  std::array<std::array<std::uint32_t, rows_at_once>, 4> buffers_;
  RejectedTicketRows tickets_;
  RejectedTicketRows events_;
  std::vector<TicketCell> cells_;
};

/// What another part has rejected, in the order of rows.
void take_in(RejectedTicketRows& rows, const RejectedTicketRows& more) {
  for (std::size_t f = 0; f < ticket_faults; ++f) rows.by[f] += more.by[f];
  const auto middle = static_cast<std::ptrdiff_t>(rows.listed.size());
  rows.listed.insert(rows.listed.end(), more.listed.begin(), more.listed.end());
  std::inplace_merge(rows.listed.begin(), rows.listed.begin() + middle, rows.listed.end(),
                     [](const RejectedTicketRow& a, const RejectedTicketRow& b) { return a.row < b.row; });
}

void require(bool holds, const char* what) {
  if (!holds) throw ContractError(std::string("BulkTickets::run: ") + what);
}

}  // namespace
}  // namespace detail

std::string_view to_string(TicketFault fault) { return detail::name_of(detail::fault_names, fault); }

std::uint64_t RejectedTicketRows::number() const { return std::accumulate(by.begin(), by.end(), std::uint64_t{0}); }

TicketCell operator+(TicketCell a, TicketCell b) { return {a.total + b.total, a.overdue + b.overdue}; }

RateValue on_time_rate(const TicketCell& cell) {
  RateValue rate{.numerator = cell.total - cell.overdue, .denominator = cell.total};
  if (cell.total != 0)
    rate.value = Rational(static_cast<std::int64_t>(rate.numerator), static_cast<std::int64_t>(rate.denominator));
  return rate;
}

struct BulkTickets::Impl {
  CompiledWorkflow workflow;
  TicketLayout layout;
  BulkTicketOptions options;
  Date last;  // of the calendar
  detail::TicketTables tables;
};

Result<BulkTickets> BulkTickets::create(CompiledWorkflow workflow, const WorkingCalendar& calendar, TicketLayout layout,
                                        BulkTicketOptions options) {
  if (options.parts == 0) throw ContractError("BulkTickets: parts must be at least 1");
  detail::TicketTables tables;
  Diagnostics problems = detail::lower_tickets(workflow, calendar, layout, tables);
  if (problems.has_errors()) return problems;
  return BulkTickets(std::make_shared<const Impl>(
      Impl{std::move(workflow), std::move(layout), options, calendar.last(), std::move(tables)}));
}

const CompiledWorkflow& BulkTickets::workflow() const { return impl_->workflow; }
const TicketLayout& BulkTickets::layout() const { return impl_->layout; }

std::size_t BulkTickets::months(Date as_of) const {
  detail::require(impl_->layout.first_day <= as_of && as_of <= impl_->last, "a day before the first or unknown");
  const auto day = static_cast<std::size_t>(as_of.days_since(impl_->layout.first_day));
  return impl_->tables.days[day].month + std::size_t{1};
}

TicketReport BulkTickets::run(const TicketColumns& tickets, const TicketEventColumns& events, Date as_of,
                              const TicketResults& results, const Executor& executor) const {
  using detail::require;
  const detail::TicketTables& tables = impl_->tables;
  const std::size_t number = tickets.opened.size(), rows = events.ticket.size();
  const std::size_t months = this->months(as_of);
  require(tickets.opened.given() && tickets.unit.given() && events.ticket.given() && events.minute.given() &&
              events.command.given(),
          "a column that is required is not given");
  require(tickets.priority.given() || impl_->layout.limits.empty(), "no column of priorities");
  require(events.argument.given() || !tables.has_arguments, "no column of arguments");
  const auto sized = [](const Column& column, std::size_t size) { return !column.given() || column.size() == size; };
  require(sized(tickets.priority, number) && sized(tickets.unit, number), "columns of tickets differ in length");
  require(sized(events.minute, rows) && sized(events.command, rows) && sized(events.argument, rows),
          "columns of events differ in length");
  require(number < 0xFFFF'FFFF, "too many tickets");
  const auto fits = [&](std::size_t size) { return size == 0 || size == number; };
  require(fits(results.due_day.size()) && fits(results.state.size()) && fits(results.unit.size()) &&
              fits(results.overdue.size()),
          "a result has not one entry a ticket");
  require(results.cells.empty() || results.cells.size() == impl_->layout.units * months,
          "cells are not units × months");

  detail::LargeArray<detail::TicketState> states(number);
  const detail::TicketRun run{tables,
                              impl_->layout.units,
                              months,
                              impl_->options.listed,
                              static_cast<std::uint32_t>(as_of.days_since(impl_->layout.first_day)),
                              tickets,
                              events,
                              results,
                              {states.data(), number}};
  // Whole cache lines of tickets, so that no two parts write to one.
  const std::size_t count = std::max<std::size_t>(1, std::min(impl_->options.parts, number / 64));
  std::vector<TicketReport> reports(count);
  std::vector<std::vector<TicketCell>> cells(count);
  executor(count, [&](std::size_t p) {
    const auto begin = [&](std::size_t part) { return part == count ? number : number / count / 64 * 64 * part; };
    detail::TicketPart part(run, begin(p), begin(p + 1), p + 1 == count);
    part.work();
    reports[p] = {part.tickets(), part.events()};
    cells[p] = part.cells();
  });
  TicketReport report;
  for (const TicketReport& part : reports) {
    detail::take_in(report.tickets, part.tickets);
    detail::take_in(report.events, part.events);
  }
  for (RejectedTicketRows* of : {&report.tickets, &report.events})
    if (of->listed.size() > impl_->options.listed) of->listed.resize(impl_->options.listed);
  std::fill(results.cells.begin(), results.cells.end(), TicketCell{});
  for (const std::vector<TicketCell>& part : cells)
    for (std::size_t c = 0; c < part.size(); ++c) results.cells[c] = results.cells[c] + part[c];
  return report;
}

}  // namespace aedile
