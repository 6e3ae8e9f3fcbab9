// From a command that is allowed to its events.
#pragma once

#include <vector>

#include "aedile/rectification/ticket_book.h"
#include "rectification/judge.h"
#include "rectification/ticket_setup.h"

namespace aedile::detail {

class Decider {
 public:
  Decider(const TicketBook& book, const SetupIndex& setup) : book_(book), setup_(setup) {}

  /// verdict: also given to whoever only asks.
  Result<std::vector<TicketEvent>> decide(const TicketCommand& command, Verdict* verdict = nullptr) const;
  /// Whether this actor may take the row at that time, if the particulars are given, with every deadline that follows.
  bool is_open(const Ticket& ticket, const CompiledTransition& row, const TicketActor& actor, Instant as_of) const;
  /// What time sets off on one ticket until `as_of`, recorded then.
  Result<std::vector<TicketEvent>> elapsed(const Ticket& ticket, Instant as_of) const;
  /// The event that moves its deadlines, if there is one.
  Result<std::optional<TicketEvent>> revised(const Ticket& ticket, Instant as_of) const;

 private:
  using Events = std::vector<TicketEvent>;

  /// What a command is about, found by name; or why it is not found.
  struct Subject {
    const CompiledWorkflow* workflow = nullptr;
    const Ticket* ticket = nullptr;  ///< nullptr: it is an opening
    CommandId command{};
  };
  Diagnostics find(const TicketCommand& command, Subject& subject) const;
  Diagnostics check_limits(const Subject& subject, const TicketCommand& command) const;
  /// All events of a command that takes the row; nothing is looked at any more but what no calendar gives.
  Diagnostics make(const Subject& subject, const CompiledTransition& row, const std::string& role,
                   const TicketCommand& command, Events& events) const;

  void say_what_was_done(const Subject& subject, const CompiledTransition& row, const TicketCommand& command,
                         const std::string& role, TicketEvent& event) const;
  void say_outcome(const Ticket& ticket, const CompiledWorkflow& workflow, const TicketCommand& command,
                   TicketEvent& event) const;
  void say_doers(const Subject& subject, TicketEvent& event) const;
  /// Who brings an event about: a command is refused where no deadline can be had; time is not.
  enum class Cause { command, time };
  /// Deadlines that the event sets or moves. By time, those that cannot be had wait for their calendar: no errors.
  Diagnostics say_deadlines(const CompiledWorkflow& workflow, const Ticket* ticket, TicketEvent& event,
                            Cause cause = Cause::command) const;
  /// The id of the calendar that a limit goes by.
  const std::string& calendar_of(const TicketLimit& limit, const TicketOpening& opening, const std::string& unit) const;
  Diagnostics compute(const CompiledWorkflow& workflow, const TicketLimit& limit, const std::string& calendar,
                      Instant at, const std::string& ticket, SetDeadline& set) const;
  Diagnostics add_parts(const Subject& subject, const CompiledTransition& row, const TicketCommand& command,
                        Events& events) const;
  Diagnostics add_taking_in(const Ticket& ticket, const TicketCommand& command, Events& events) const;
  /// The earlier of two deadlines goes on.
  Diagnostics take_over_time(const Ticket& from, const Ticket& into, TicketEvent& event) const;
  /// Whatever follows by itself.
  Diagnostics follow(const CompiledWorkflow& workflow, const Ticket* before, Events& events,
                     Cause cause = Cause::command) const;
  TicketEvent own_event(const Ticket& ticket, const CompiledTransition& row, Instant happened, Instant recorded) const;

  const TicketBook& book_;
  const SetupIndex& setup_;
};

/// Why a command is refused, one error for each guard and each particular.
Diagnostics told(const Verdict& verdict, const TicketBook& book, const CompiledWorkflow& workflow, const Ticket* ticket,
                 const TicketCommand& command);

}  // namespace aedile::detail
