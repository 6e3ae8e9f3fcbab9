/// From a workflow and a calendar to tables; what has no table form is named.

#include <algorithm>
#include <set>
#include <string>

#include "core/excerpt.h"
#include "rectification/bulk_tickets_tables.h"
#include "rectification/judge.h"
#include "rectification/messages_bulk_tickets.h"
#include "rectification/particulars.h"

namespace aedile::detail {
namespace {

constexpr std::size_t max_states = 254;
constexpr std::size_t max_days = 65'000;
constexpr std::int32_t max_limit = 36'500;
constexpr std::size_t max_units = 0xFFFF;
constexpr std::size_t max_priorities = 256;

template <class List, class Value>
bool has(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// Whether its meaning for state, unit and limit is that of a row of the table.
bool has_table_form(CommandKind kind) {
  switch (kind) {
    case CommandKind::issue:
    case CommandKind::accept:
    case CommandKind::return_:
    case CommandKind::assign:
    case CommandKind::unassign:
    case CommandKind::start:
    case CommandKind::report_done:
    case CommandKind::verify_pass:
    case CommandKind::verify_fail:
    case CommandKind::request_extension:
    case CommandKind::reply:
    case CommandKind::void_:
    case CommandKind::reopen:
    case CommandKind::note:
      return true;
    default:
      return false;
  }
}

class TicketLowering {
 public:
  TicketLowering(const CompiledWorkflow& workflow, const WorkingCalendar& calendar, const TicketLayout& layout,
                 TicketTables& tables)
      : workflow_(workflow), written_(workflow.workflow()), calendar_(calendar), layout_(layout), tables_(tables) {}

  Diagnostics run() {
    sizes();
    days();
    limit();
    for (const Transition& row : written_.transitions)
      if (row.trigger != Trigger::people)
        error("", messages::bulk_tickets_trigger, {excerpt(row.command), std::string(to_string(row.trigger))});
    if (problems_.has_errors()) return std::move(problems_);
    tables_.states = static_cast<std::uint32_t>(written_.states.size());
    tables_.commands = static_cast<std::uint32_t>(layout_.commands.size());
    tables_.by_day = layout_.pause_days == PauseDays::by_day;
    tables_.most_extensions = written_.extension.most;
    for (std::size_t s = 0; s < written_.states.size(); ++s)
      tables_.clocks.push_back(workflow_.clock(LimitId{0}, StateId{s}));
    opening();
    commands();
    return std::move(problems_);
  }

 private:
  void error(const std::string& pointer, const Message& message, std::vector<std::string> arguments) {
    problems_.error({{}, 0, 0, pointer}, message, std::move(arguments));
  }

  void at_most(const char* what, std::size_t number, std::size_t most) {
    if (number > most) error("", messages::bulk_tickets_size, {what, std::to_string(number), std::to_string(most)});
  }

  void sizes() {
    at_most("states", written_.states.size(), max_states);
    at_most("commands", layout_.commands.size(), 0xFFFF);
    at_most("units", layout_.units, max_units);
    at_most("limits", layout_.limits.size(), max_priorities);
    at_most("extensions", written_.extension.most, 0xFFFF);
  }

  void days() {
    const Date first = layout_.first_day;
    const std::int64_t number = calendar_.last().days_since(first) + std::int64_t{1};
    if (!calendar_.covers(first) || number > static_cast<std::int64_t>(max_days)) {
      error("/first_day", messages::bulk_tickets_calendar, {excerpt(calendar_.id())});
      return;
    }
    tables_.day_of_working.push_back(0);
    for (std::int32_t d = 0; d < number; ++d) {
      const Date date = first.plus_days(d);
      const bool working = calendar_.is_working(date).value();
      if (working) tables_.day_of_working.push_back(static_cast<std::uint16_t>(d));
      TicketDay day;
      day.working = static_cast<std::uint16_t>(tables_.working_days());
      day.month = static_cast<std::uint16_t>((date.year() - first.year()) * 12 + static_cast<int>(date.month()) -
                                             static_cast<int>(first.month()));
      if (working && layout_.pause_days == PauseDays::by_moment) day.closing = closing(date);
      tables_.days.push_back(day);
    }
  }

  /// The first full minute, by the clock on the wall, at which the day's working hours are over.
  std::uint16_t closing(Date date) const {
    const LocalTime local = calendar_.zone().local(calendar_.closing_of(date).value());
    if (local.date != date) return 24 * 60;
    return static_cast<std::uint16_t>((local.of_day.count() + 59) / 60);
  }

  void limit() {
    const LimitId id = workflow_.find_limit(layout_.limit);
    const auto refuse = [&] { error("/limit", messages::bulk_tickets_limit, {excerpt(layout_.limit)}); };
    if (!id.valid() || written_.limits.size() != 1) return refuse();
    const WorkflowLimit& limit = written_.limits.front();
    if (!limit.met_by.empty() || limit.starts_when_open || limit.rules.day_end != DayEnd::midnight) return refuse();
    std::vector<WorkingDays> lengths = layout_.limits;
    if (lengths.empty()) {
      const WorkingDays* const own = limit.limit ? std::get_if<WorkingDays>(&*limit.limit) : nullptr;
      if (own == nullptr) return refuse();
      lengths.push_back(*own);
    }
    for (const WorkingDays length : lengths) {
      if (length.count() < 1 || length.count() > max_limit) return refuse();
      tables_.limits.push_back(static_cast<std::uint16_t>(length.count()));
    }
  }

  void opening() {
    const CommandId command = workflow_.find_command(layout_.opening);
    if (!command.valid() || workflow_.rows(StateId(), command).size() != 1) {
      error("/opening", messages::bulk_tickets_opening, {excerpt(layout_.opening)});
      return;
    }
    const CompiledTransition& row = workflow_.rows(StateId(), command).front();
    const Transition& transition = workflow_.transition(row);
    tables_.opened_in = static_cast<std::uint8_t>(row.to.index());
    if (workflow_.clock(LimitId{0}, row.to) != LimitClock::running) clock_error("/opening", row);
    for (const Guard guard : transition.guards) {
      if (!holds_of_no_ticket(guard))
        error("/opening", messages::bulk_tickets_guard,
              {excerpt(transition.command), "", std::string(to_string(guard))});
    }
    fields("/opening", row, EventArgument::unit);
  }

  void commands() {
    tables_.steps.assign((tables_.states + std::size_t{1}) * tables_.commands, {});
    std::set<std::string> seen;
    for (const TicketLayout::Command& command : layout_.commands)
      if (const CommandId id = workflow_.find_command(command.command); id.valid())
        has_returns_ = has_returns_ || workflow_.command(id).kind == CommandKind::return_;
    for (std::size_t c = 0; c < layout_.commands.size(); ++c) {
      const TicketLayout::Command& command = layout_.commands[c];
      const std::string pointer = "/commands/" + std::to_string(c);
      const CommandId id = workflow_.find_command(command.command);
      if (!id.valid() || workflow_.command(id).kind == CommandKind::open || !seen.insert(command.command).second) {
        error(pointer, messages::bulk_tickets_command, {excerpt(command.command)});
        continue;
      }
      const CommandKind kind = workflow_.command(id).kind;
      if (!has_table_form(kind)) {
        error(pointer, messages::bulk_tickets_kind, {excerpt(command.command), std::string(to_string(kind))});
        continue;
      }
      const bool extends = kind == CommandKind::request_extension;
      if (extends && !written_.extension.approvals.empty()) error(pointer, messages::bulk_tickets_approvals, {});
      const bool adds_days = extends && written_.extension_adds == ExtensionAdds::granted;
      if (adds_days != (command.argument == EventArgument::working_days))
        error(pointer, messages::bulk_tickets_argument, {excerpt(command.command)});
      tables_.has_arguments = tables_.has_arguments || command.argument != EventArgument::none;
      for (std::size_t s = 0; s < tables_.states; ++s) {
        const auto rows = workflow_.rows(StateId{s}, id);
        if (rows.empty()) continue;
        if (rows.size() > 1)
          error(pointer, messages::bulk_tickets_rows, {excerpt(command.command), written_.states[s].code});
        else
          tables_.steps[s * tables_.commands + c] = step(pointer, rows.front(), kind, command.argument);
      }
    }
  }

  TicketStep step(const std::string& pointer, const CompiledTransition& row, CommandKind kind, EventArgument argument) {
    const Transition& transition = workflow_.transition(row);
    TicketStep step{.to = static_cast<std::uint8_t>(row.to.index()), .argument = argument};
    step.extends = kind == CommandKind::request_extension;
    const bool takes_unit = hands_over(kind) || asks_for(transition, Field::unit);
    if (argument == EventArgument::unit && !takes_unit)
      error(pointer, messages::bulk_tickets_argument, {excerpt(transition.command)});
    for (const Effect& effect : transition.effects)
      if (effect.kind == EffectKind::restart_limits) told(pointer, messages::bulk_tickets_effect, row);
    fields(pointer, row, argument);
    guards(pointer, row, step);
    clock(pointer, row, step);
    return step;
  }

  void guards(const std::string& pointer, const CompiledTransition& row, TicketStep& step) {
    const bool runs = tables_.clocks[row.from.index()] == LimitClock::running;
    for (const Guard guard : workflow_.transition(row).guards) {
      if (has(layout_.vouched_guards, guard)) {
        // By moment, a late extension would take in days of pauses that began when it was over.
        const bool open = !tables_.by_day && step.extends && guard == Guard::deadline_not_passed;
        if (!open) continue;
      }
      switch (guard) {
        case Guard::extensions_left:
          step.counts_extensions = true;
          break;
        case Guard::deadline_not_passed:  // holds where nothing runs
          step.before_deadline = runs;
          break;
        case Guard::not_suspended:  // no command suspends
        case Guard::no_open_request:
          break;  // what is asked for is granted at once
        case Guard::not_returned:
          if (!has_returns_) break;
          [[fallthrough]];
        default:
          told(pointer, messages::bulk_tickets_guard, row, std::string(to_string(guard)));
      }
    }
  }

  void fields(const std::string& pointer, const CompiledTransition& row, EventArgument argument) {
    for (const Field field : workflow_.transition(row).requires_) {
      const bool in_column = (field == Field::unit && argument == EventArgument::unit) ||
                             (field == Field::limit && argument == EventArgument::working_days);
      if (in_column || has(layout_.vouched_fields, field)) continue;
      told(pointer, messages::bulk_tickets_field, row, std::string(to_string(field)));
    }
  }

  void clock(const std::string& pointer, const CompiledTransition& row, TicketStep& step) {
    const LimitClock from = tables_.clocks[row.from.index()], to = tables_.clocks[row.to.index()];
    using enum LimitClock;
    const bool between = (from == standing && to == stopped) || (from == stopped && to == standing);
    const bool extended = !step.extends || (from == to && from != stopped && (from == running || tables_.by_day));
    if (between || !extended) clock_error(pointer, row);
    if (from == running && to == standing) step.clock = ClockStep::pause;
    if (from == standing && to == running) step.clock = ClockStep::resume;
    if (from == running && to == stopped) step.clock = ClockStep::meet;
  }

  void clock_error(const std::string& pointer, const CompiledTransition& row) {
    told(pointer, messages::bulk_tickets_clock, row);
  }

  void told(const std::string& pointer, const Message& message, const CompiledTransition& row, std::string more = {}) {
    std::vector<std::string> arguments{excerpt(workflow_.transition(row).command),
                                       row.from.valid() ? excerpt(workflow_.state(row.from).code) : ""};
    if (!more.empty()) arguments.push_back(std::move(more));
    error(pointer, message, std::move(arguments));
  }

  const CompiledWorkflow& workflow_;
  const Workflow& written_;
  const WorkingCalendar& calendar_;
  const TicketLayout& layout_;
  TicketTables& tables_;
  Diagnostics problems_;
  bool has_returns_ = false;
};

}  // namespace

Diagnostics lower_tickets(const CompiledWorkflow& workflow, const WorkingCalendar& calendar, const TicketLayout& layout,
                          TicketTables& tables) {
  return TicketLowering(workflow, calendar, layout, tables).run();
}

}  // namespace aedile::detail
