// A book of tickets, played by people who act a minute after each other.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "aedile/io/workflow_json.h"
#include "aedile/rectification/ticket_book.h"
#include "calendar/calendars.h"
#include "rectification/photograph.h"

namespace aedile::test {

inline CompiledWorkflow shipped(const char* id) { return compile(shipped_workflow(id).value()).value(); }

inline std::shared_ptr<const TicketSetup> setup_of(std::vector<CompiledWorkflow> workflows) {
  return std::make_shared<const TicketSetup>(
      TicketSetup{.workflows = std::move(workflows), .calendars = {china_history()}});
}

class Play {
 public:
  explicit Play(std::vector<CompiledWorkflow> workflows, Instant start = at("2026-03-02T09:00:00+08:00"))
      : setup(setup_of(std::move(workflows))), book(setup), now(start) {}

  /// Whoever acts, in the roles given.
  static TicketActor actor(std::string person, std::vector<std::string> roles, std::string unit = "") {
    return {{std::move(person), std::move(unit)}, std::move(roles)};
  }

  TicketCommand opening(std::string ticket, const std::string& command, const TicketActor& who) const {
    TicketCommand made = this->command(std::move(ticket), command, who);
    made.opening =
        TicketOpening{.workflow = setup->workflows.front().id(), .subject = {.title = "litter", .site = "S1"}};
    made.unit = "cleaning";
    return made;
  }
  TicketCommand command(std::string ticket, const std::string& command, const TicketActor& who) const {
    return {.command = command, .ticket = std::move(ticket), .actor = who, .happened = now, .recorded = now};
  }
  /// With everything that this command takes, but for tickets.
  TicketCommand full(std::string ticket, const std::string& name, const TicketActor& who) const {
    TicketCommand made = command(ticket, name, who);
    made.reason = "as seen";
    made.evidence = {{{photograph(now), "photo.jpg"}, now}};
    made.until = Instant(now.sys_seconds() + std::chrono::days(20));
    made.decision = true;
    made.limit = WorkingDays(2);
    made.assignee = "li";
    made.unit = "cleaning";
    return taken(std::move(made));
  }
  /// Without what the command does nothing with, and with all criteria.
  TicketCommand taken(TicketCommand made) const {
    const Ticket* const found = book.find(made.ticket);
    const CompiledWorkflow& compiled = found == nullptr ? setup->workflows.front() : found->workflow();
    const CommandId id = compiled.find_command(made.command);
    if (!id.valid()) return made;
    made.criteria.clear();
    for (const Named& criterion : compiled.command(id).criteria) made.criteria.push_back(criterion.code);
    const CommandKind kind = compiled.command(id).kind;
    const Workflow& workflow = compiled.workflow();
    const auto asks = [&](Field field) {
      return std::any_of(workflow.transitions.begin(), workflow.transitions.end(), [&](const Transition& row) {
        return row.command == made.command &&
               std::find(row.requires_.begin(), row.requires_.end(), field) != row.requires_.end();
      });
    };
    const bool hands_over = kind == CommandKind::open || kind == CommandKind::issue || kind == CommandKind::assign;
    if (!hands_over && !asks(Field::assignee)) made.assignee.reset();
    if (!hands_over && !asks(Field::unit)) made.unit.reset();
    if (kind != CommandKind::escalate && !asks(Field::until)) made.until.reset();
    if (!asks(Field::decision)) made.decision.reset();
    if (!asks(Field::limit)) made.limit.reset();
    if (kind != CommandKind::escalate) made.step.clear();
    if (!asks(Field::into)) made.into.clear();
    if (!asks(Field::parts)) made.parts.clear();
    return made;
  }

  void pass(std::chrono::seconds time) { now = Instant(now.sys_seconds() + time); }

  /// Carries it out, and expects that it is allowed.
  const Ticket& must(const TicketCommand& command) {
    const Result<std::vector<TicketEvent>> made = book.carry_out(command);
    EXPECT_TRUE(made) << command.command << '\n' << made.diagnostics();
    if (made) events.insert(events.end(), made->begin(), made->end());
    pass(std::chrono::minutes(1));
    const Ticket* const ticket = book.find(command.ticket);
    if (ticket == nullptr) throw ContractError("there is no ticket " + command.ticket);
    return *ticket;
  }
  /// Expects a refusal with this code, both asked and done; and that nothing has changed.
  void must_refuse(const TicketCommand& command, std::string_view code) {
    const TicketBook before = book;
    const TicketPermission permission = book.may(command);
    EXPECT_FALSE(permission.allowed) << command.command;
    EXPECT_TRUE(permission.why.contains(code)) << command.command << ", expected " << code << '\n' << permission.why;
    const Result<std::vector<TicketEvent>> done = book.carry_out(command);
    EXPECT_FALSE(done) << command.command;
    EXPECT_EQ(done.diagnostics(), permission.why);
    EXPECT_EQ(book, before);
  }

  std::shared_ptr<const TicketSetup> setup;
  TicketBook book;
  Instant now;
  std::vector<TicketEvent> events;
};

}  // namespace aedile::test
