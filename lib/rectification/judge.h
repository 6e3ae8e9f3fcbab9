// One evaluation of a command, for whoever asks and whoever acts.
#pragma once

#include <string_view>
#include <vector>

#include "aedile/rectification/ticket_book.h"

namespace aedile::detail {

/// The row that opens the way, or what stands in it.
struct Verdict {
  /// What stands in the way before any row is looked at.
  enum class Bar { none, time, recorded, actor, state, role, row, step };

  Bar bar = Bar::none;
  const CompiledTransition* row = nullptr;  ///< the one that fits; or the first that fits but for guards and fields
  const std::string* role = nullptr;        ///< in which the actor acts
  std::vector<Guard> unmet;
  std::vector<Field> missing;

  bool allowed() const { return bar == Bar::none; }
};

/// What keeps a ticket from being merged into another.
enum class MergeBar {
  none,
  ticket,    ///< that is none, or not in a state that takes in others
  subject,   ///< that is of another unit, site or item
  reported,  ///< its work is reported and waits to be looked at, and here nothing is reported
};
MergeBar merge_bar(const TicketBook& book, const CompiledWorkflow& workflow, const Ticket* ticket,
                   const TicketCommand& command);

/// What keeps a step of the ladder from being taken.
enum class StepBar {
  none,
  missing,  ///< none is named
  unknown,  ///< the ladder has none of that name
  taken,    ///< the ticket has had it
};
StepBar step_bar(const TicketBook& book, const Ticket* ticket, std::string_view step);

/// Whether it holds of a ticket that is still to come: only what is about others does.
bool holds_of_no_ticket(Guard guard);

class Judge {
 public:
  /// ticket: nullptr for an opening.
  Judge(const TicketBook& book, const CompiledWorkflow& workflow, const Ticket* ticket)
      : book_(book), workflow_(workflow), ticket_(ticket) {}

  /// The command must be one of the workflow's.
  Verdict judge(const TicketCommand& command, CommandId id) const;
  /// The same without a look at the particulars: may this actor at all?
  bool open_to(const CompiledTransition& row, const TicketActor& actor, Instant as_of) const;
  /// The role in which the actor may take the row; nullptr if in none.
  const std::string* role_of(const CompiledTransition& row, const TicketActor& actor) const;
  /// Whether all guards hold without anybody who acts.
  bool holds_by_itself(const CompiledTransition& row, Instant as_of) const;

 private:
  struct Asked {
    const TicketActor& actor;
    Instant at;
    const TicketCommand* command;  ///< nullptr: only in general
    const std::string* role;
  };
  bool holds(Guard guard, const CompiledTransition& row, const Asked& asked) const;
  bool given(Field field, const CompiledTransition& row, const TicketCommand& command) const;
  const TicketRequest* request(const CompiledTransition& row) const;
  const std::string* asked_role(const CompiledTransition& row) const;

  const TicketBook& book_;
  const CompiledWorkflow& workflow_;
  const Ticket* ticket_;
};

}  // namespace aedile::detail
