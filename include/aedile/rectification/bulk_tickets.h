#pragma once
/// Many tickets at once, out of columns: when each is due, where it stands, which are overdue.
///
///   TicketLayout layout{.first_day = *Date::of(2026, 1, 1), .opening = "open", .limit = "rectify",
///                       .limits = {WorkingDays(3), WorkingDays(7)}, .units = 500};
///   layout.commands = {{"assign", EventArgument::unit}, {"pause"}, {"resume"}, {"close"}};
///   layout.vouched_guards = {Guard::not_doer};                 // columns know no persons
///   Result<BulkTickets> bulk = BulkTickets::create(workflow, calendar, layout);
///   std::vector<std::uint32_t> due(tickets);
///   bulk->run({.opened = minutes, .priority = priorities, .unit = units},
///             {.ticket = rows, .minute = times, .command = commands, .argument = arguments}, friday, {.due_day =
///             due});
///
///   opened Monday 09:00, 3 working days     due Thursday
///   paused Tuesday 10:00 – Wednesday 10:00  Tuesday's last working moment is not counted: due Friday
///
/// The same workflow and calendar as for single tickets (ticket_book.h), lowered to a table of states and commands and
/// a number of working days for each day. `create` refuses what has no such form and names each: transitions that time
/// or nothing sets off, requests that somebody decides, suspensions until a day, merging and splitting, several limits,
/// limits in hours. Guards about persons, evidence or earlier events cannot be looked at, as columns have none of them:
/// the caller names in the layout those that every row is known to fulfil, and answers for it. What is looked at is
/// what TicketBook looks at: the state, the order of times, the number of extensions, the deadline where a guard names
/// it.
///
/// Days of a pause are counted as the layout says (`PauseDays`): as by single tickets, or by whole days. Nothing
/// depends on threads, parts or machine. Why so: docs/decisions/0060-tickets-in-columns.md.

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/calendar/working_calendar.h"
#include "aedile/core/result.h"
#include "aedile/rectification/compiled_workflow.h"
#include "aedile/rectification/rates.h"
#include "aedile/scoring/bulk.h"

namespace aedile {

/// What the argument of an event means.
enum class EventArgument : std::uint8_t {
  none,          ///< nothing; not looked at
  unit,          ///< code of the unit that is responsible from now on
  working_days,  ///< that an extension adds
};

/// Which working days a pause takes out of a limit.
enum class PauseDays : std::uint8_t {
  /// As for single tickets: days at whose last working moment the ticket stood still, as far as they come before it is
  /// due. While it stands still, it is not due.
  by_moment,
  /// Those after the day of the pause, up to that of the resumption, also where it was overdue already: W(resumption) −
  /// W(pause) for W(d) the working days up to d. While it stands still, those up to the day that is asked about.
  /// The same as `by_moment` where pauses begin and end after closing, and none begins overdue.
  by_day,
};

/// What the codes in the columns stand for, and what they leave out.
struct TicketLayout {
  struct Command {
    std::string command{};  ///< code of the workflow's
    EventArgument argument = EventArgument::none;
  };
  Date first_day{};                 ///< minutes count from its 00:00, by the calendar's clock on the wall; days from it
  std::string opening{};            ///< command by which all tickets come into being
  std::vector<Command> commands{};  ///< by code in TicketEventColumns::command
  std::string limit{};              ///< the workflow's one limit
  std::vector<WorkingDays> limits{};  ///< its length by priority, ≥ 1 each; empty: as the workflow has it
  std::size_t units = 0;              ///< units have the codes below that, at most 65,535
  PauseDays pause_days = PauseDays::by_moment;
  std::vector<Guard> vouched_guards{};  ///< not looked at: every row is known to fulfil them
  std::vector<Field> vouched_fields{};  ///< not looked at: given with every row that needs them
};

/// The tickets, numbered from 0. All columns have one length.
struct TicketColumns {
  Column opened{};    ///< required: minute
  Column priority{};  ///< required where the layout has limits by priority
  Column unit{};      ///< required: responsible at first
};

/// What happened, one row each, of one length. Rows of one ticket stand in the order of time; those of different
/// tickets may stand in any order.
struct TicketEventColumns {
  Column ticket{};    ///< required
  Column minute{};    ///< required
  Column command{};   ///< required
  Column argument{};  ///< required where a command of the layout has one
};

/// Why a row was rejected: the first of these that holds.
enum class TicketFault : std::uint8_t {
  no_such_ticket,      ///< of an event: ticket ≥ their number
  ticket_rejected,     ///< of an event: its ticket was
  no_such_command,     ///< beyond the layout
  no_such_priority,    ///< of a ticket: beyond the layout
  outside_calendar,    ///< its minute lies behind the last day of the calendar
  after_as_of,         ///< its minute lies behind the day that is asked about
  before_last_event,   ///< its minute lies before the ticket's last event that was not rejected, or its opening
  no_such_transition,  ///< the workflow has none by this command from where the ticket is
  no_such_unit,        ///< its unit, or the unit in its argument, is beyond the layout
  no_extension_left,   ///< the ticket has had as many as the workflow allows
  deadline_passed,     ///< Guard::deadline_not_passed does not hold
  due_unknown,         ///< the ticket would be due after the last day of the calendar
};
inline constexpr std::size_t ticket_faults = 12;
std::string_view to_string(TicketFault fault);  ///< the enumerator's name

struct RejectedTicketRow {
  std::uint64_t row = 0;
  TicketFault fault{};
  friend bool operator==(const RejectedTicketRow&, const RejectedTicketRow&) = default;
};

/// Rows of one kind that were rejected.
struct RejectedTicketRows {
  std::array<std::uint64_t, ticket_faults> by{};  ///< all of them, by TicketFault
  std::vector<RejectedTicketRow> listed{};        ///< the first of them, in the order of rows
  std::uint64_t number() const;
  friend bool operator==(const RejectedTicketRows&, const RejectedTicketRows&) = default;
};

struct TicketReport {
  RejectedTicketRows tickets{};  ///< they have no due day, no state, no unit, and stand in no cell
  RejectedTicketRows events{};   ///< they changed nothing
};

/// Tickets of a unit that were opened in a month. Cells of parts of the tickets add up.
struct TicketCell {
  std::uint32_t total = 0;
  std::uint32_t overdue = 0;
  friend bool operator==(const TicketCell&, const TicketCell&) = default;
};
TicketCell operator+(TicketCell a, TicketCell b);
/// (total − overdue) ÷ total, exactly; nothing for a cell without tickets.
RateValue on_time_rate(const TicketCell& cell);

inline constexpr std::uint32_t no_due_day = 0xFFFF'FFFF;
inline constexpr std::uint8_t no_ticket_state = 0xFF;
inline constexpr std::uint16_t no_ticket_unit = 0xFFFF;

/// Where the results go: the caller's arrays, each empty (not wanted) or of the stated size.
struct TicketResults {
  /// By ticket: days since the first; `no_due_day` where it stands still by moment, or the calendar ends before.
  std::span<std::uint32_t> due_day{};
  std::span<std::uint8_t> state{};    ///< by ticket: StateId
  std::span<std::uint16_t> unit{};    ///< by ticket: responsible in the end
  std::span<std::uint8_t> overdue{};  ///< by ticket: 1 where the limit was met last, or else the day asked about, later
  std::span<TicketCell> cells{};      ///< units × months(as_of), the months of one unit after the other
};

struct BulkTicketOptions {
  /// Tasks, each of a range of tickets that looks through all events: as many as there are threads. Results do not
  /// depend on it. ≥ 1.
  std::size_t parts = 1;
  std::size_t listed = 1000;  ///< at most so many rejected rows of each kind are listed; all are counted
};

/// A workflow and a calendar lowered to tables for one layout. Immutable and shared by threads.
class BulkTickets {
 public:
  /// Cost: O(states · commands + days). Errors, at pointers of the layout, all at once: bulk_tickets_opening,
  /// bulk_tickets_command, bulk_tickets_limit, bulk_tickets_calendar, bulk_tickets_size (of the layout itself);
  /// bulk_tickets_trigger, bulk_tickets_kind, bulk_tickets_guard, bulk_tickets_field, bulk_tickets_argument,
  /// bulk_tickets_rows, bulk_tickets_effect, bulk_tickets_clock, bulk_tickets_approvals (what the workflow has and no
  /// table form). Throws ContractError for no parts.
  static Result<BulkTickets> create(CompiledWorkflow workflow, const WorkingCalendar& calendar, TicketLayout layout,
                                    BulkTicketOptions options = {});

  const CompiledWorkflow& workflow() const;
  const TicketLayout& layout() const;
  /// From that of the first day to that of a day, both included.
  std::size_t months(Date as_of) const;

  /// Where all tickets stand at the end of a day. Throws ContractError where columns or results have not the stated
  /// sizes, or the day is before the first or outside the calendar. Cost: O(tickets + parts · events); memory: 16 bytes
  /// a ticket, and cells for each part.
  TicketReport run(const TicketColumns& tickets, const TicketEventColumns& events, Date as_of,
                   const TicketResults& results, const Executor& executor = sequential()) const;

 private:
  struct Impl;
  explicit BulkTickets(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
  std::shared_ptr<const Impl> impl_;
};

}  // namespace aedile
