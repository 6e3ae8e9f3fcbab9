// Tickets in columns, said once more, slowly: each ticket by itself, the workflow read as it is written, pauses kept in
// a list, and every due day found by walking through the days one by one. Of the tables it knows nothing.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "aedile/rectification/bulk_tickets.h"

namespace aedile::test {

struct PlainRow {
  std::uint32_t ticket = 0, minute = 0, command = 0, argument = 0;
};

struct PlainPause {
  std::uint32_t from = 0;
  std::optional<std::uint32_t> to{};  ///< minute
};

struct PlainTicket {
  std::optional<TicketFault> rejected{};
  std::uint32_t opened = 0, priority = 0, unit = 0, last = 0;
  std::string state{};
  std::vector<std::uint32_t> stretches{};  ///< working days: the limit and what extensions added
  std::uint32_t extensions = 0;
  std::vector<PlainPause> pauses{};
  std::optional<std::uint32_t> met{};  ///< day
};

class PlainTickets {
 public:
  PlainTickets(Workflow workflow, WorkingCalendar calendar, TicketLayout layout, Date as_of)
      : workflow_(std::move(workflow)),
        calendar_(std::move(calendar)),
        layout_(std::move(layout)),
        as_of_(static_cast<std::uint32_t>(as_of.days_since(layout_.first_day))),
        days_(static_cast<std::uint32_t>(calendar_.last().days_since(layout_.first_day) + 1)) {}

  PlainTicket open(std::uint32_t minute, std::uint32_t priority, std::uint32_t unit) const {
    PlainTicket ticket{.opened = minute, .priority = priority, .unit = unit, .last = minute};
    if (priority >= std::max<std::size_t>(layout_.limits.size(), 1)) {
      ticket.rejected = TicketFault::no_such_priority;
    } else if (minute / 1440 >= days_) {
      ticket.rejected = TicketFault::outside_calendar;
    } else if (minute / 1440 > as_of_) {
      ticket.rejected = TicketFault::after_as_of;
    } else if (unit >= layout_.units) {
      ticket.rejected = TicketFault::no_such_unit;
    } else {
      ticket.state = row_of("", layout_.opening)->to;
      ticket.stretches = {length(ticket)};
      if (!due(ticket)) ticket.rejected = TicketFault::due_unknown;
    }
    return ticket;
  }

  /// Nothing: it was carried out.
  std::optional<TicketFault> follow(PlainTicket& ticket, const PlainRow& row) const {
    if (ticket.rejected) return TicketFault::ticket_rejected;
    if (row.command >= layout_.commands.size()) return TicketFault::no_such_command;
    if (row.minute / 1440 >= days_) return TicketFault::outside_calendar;
    if (row.minute / 1440 > as_of_) return TicketFault::after_as_of;
    if (row.minute < ticket.last) return TicketFault::before_last_event;
    const TicketLayout::Command& command = layout_.commands[row.command];
    const Transition* const transition = row_of(ticket.state, command.command);
    if (transition == nullptr) return TicketFault::no_such_transition;
    const bool names_unit = command.argument == EventArgument::unit;
    if (names_unit && row.argument >= layout_.units) return TicketFault::no_such_unit;
    if (looks_at(*transition, Guard::extensions_left) && ticket.extensions >= workflow_.extension.most)
      return TicketFault::no_extension_left;
    if (looks_at(*transition, Guard::deadline_not_passed) && runs(ticket.state) &&
        row.minute > (*due(ticket) + 1) * 1440)
      return TicketFault::deadline_passed;
    PlainTicket after = ticket;
    if (extends(command.command)) {
      const bool named = command.argument == EventArgument::working_days;
      after.stretches.push_back(named ? row.argument : length(ticket));
      ++after.extensions;
    }
    after.state = transition->to.empty() ? ticket.state : transition->to;
    if (stands(after.state) && !stands(ticket.state)) after.pauses.push_back({row.minute, {}});
    if (!stands(after.state) && stands(ticket.state)) after.pauses.back().to = row.minute;
    if (runs(ticket.state) && !runs(after.state) && !stands(after.state)) after.met = row.minute / 1440;
    if (names_unit) after.unit = row.argument;
    after.last = row.minute;
    if ((extends(command.command) || !stands(after.state)) && !due(after)) return TicketFault::due_unknown;
    ticket = after;
    return std::nullopt;
  }

  /// In the end; nothing: not known.
  std::optional<std::uint32_t> due_at_end(const PlainTicket& ticket) const {
    if (!stands(ticket.state)) return due(ticket);
    if (layout_.pause_days == PauseDays::by_moment) return std::nullopt;
    PlainTicket after = ticket;
    after.pauses.back().to = as_of_ * 1440;
    return due(after);
  }
  bool overdue(const PlainTicket& ticket) const {
    const std::optional<std::uint32_t> day = due_at_end(ticket);
    const bool over = !runs(ticket.state) && !stands(ticket.state);
    return day && (over ? *ticket.met : as_of_) > *day;
  }

 private:
  const Transition* row_of(const std::string& state, const std::string& command) const {
    for (const Transition& row : workflow_.transitions) {
      if (row.command != command) continue;
      if (state.empty() ? row.from.empty() : std::count(row.from.begin(), row.from.end(), state) > 0) return &row;
    }
    return nullptr;
  }
  bool looks_at(const Transition& row, Guard guard) const {
    return std::count(row.guards.begin(), row.guards.end(), guard) > 0 &&
           std::count(layout_.vouched_guards.begin(), layout_.vouched_guards.end(), guard) == 0;
  }
  bool extends(const std::string& command) const {
    return std::any_of(workflow_.commands.begin(), workflow_.commands.end(), [&](const WorkflowCommand& each) {
      return each.code == command && each.kind == CommandKind::request_extension;
    });
  }
  bool runs(const std::string& state) const {
    const auto& in = workflow_.limits.front().runs_in;
    return std::count(in.begin(), in.end(), state) > 0;
  }
  bool stands(const std::string& state) const {
    const auto& in = workflow_.limits.front().stands_in;
    return std::count(in.begin(), in.end(), state) > 0;
  }
  std::uint32_t length(const PlainTicket& ticket) const {
    if (layout_.limits.empty())
      return static_cast<std::uint32_t>(std::get<WorkingDays>(*workflow_.limits.front().limit).count());
    return static_cast<std::uint32_t>(layout_.limits[ticket.priority].count());
  }
  bool working(std::uint32_t day) const {
    return calendar_.is_working(layout_.first_day.plus_days(static_cast<std::int32_t>(day))).value();
  }
  Instant instant(std::uint32_t minute) const {
    const Instant midnight = calendar_.start_of(layout_.first_day).value();
    return Instant(midnight.sys_seconds() + std::chrono::minutes(minute));
  }
  /// Whether the ticket stood still at the day's last working moment.
  bool paused_on(const PlainTicket& ticket, std::uint32_t day) const {
    const Instant closing = calendar_.closing_of(layout_.first_day.plus_days(static_cast<std::int32_t>(day))).value();
    const Instant moment(closing.sys_seconds() - std::chrono::seconds(1));
    return std::any_of(ticket.pauses.begin(), ticket.pauses.end(), [&](const PlainPause& pause) {
      return pause.to && instant(pause.from) <= moment && moment < instant(*pause.to);
    });
  }
  /// Without a pause that is open.
  std::optional<std::uint32_t> due(const PlainTicket& ticket) const {
    std::uint64_t left = 0;
    for (const std::uint32_t stretch : ticket.stretches) left += stretch;
    const bool by_day = layout_.pause_days == PauseDays::by_day;
    for (const PlainPause& pause : ticket.pauses)
      for (std::uint32_t day = pause.from / 1440 + 1; by_day && pause.to && day <= *pause.to / 1440; ++day)
        left += working(day) ? 1U : 0U;
    for (std::uint32_t day = ticket.opened / 1440 + 1; day < days_; ++day) {
      if (!working(day) || (!by_day && paused_on(ticket, day))) continue;
      if (--left == 0) return day;
    }
    return std::nullopt;
  }

  Workflow workflow_;
  WorkingCalendar calendar_;
  TicketLayout layout_;
  std::uint32_t as_of_;
  std::uint32_t days_;
};

}  // namespace aedile::test
