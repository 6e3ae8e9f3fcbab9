// Which particulars a command takes, and whether those that are given can be kept.
#pragma once

#include "aedile/rectification/compiled_workflow.h"
#include "aedile/rectification/ticket_book.h"

namespace aedile::detail {

/// Whether a command may say who answers for the ticket, and how long its limits are: one that hands it over.
bool hands_over(CommandKind kind);
/// Whether the transition asks for it.
bool asks_for(const Transition& row, Field field);
/// Whether a notice goes out with it, and takes its number: an issue; or, where the workflow has no issue, an opening
/// of which somebody is told. Where nobody is told (信息收集, a call that is registered) nothing goes out.
bool sends_notice(const CompiledWorkflow& workflow, CommandId command);

/// An error for each particular that is given though the command does nothing with it.
Diagnostics not_taken(const CompiledWorkflow& workflow, const CompiledTransition& row, const TicketCommand& command);

/// An error for each particular that says nothing: a reason or a title of blanks, a finding without a number.
/// reason_told: the reason has been asked for already.
Diagnostics says_nothing(const TicketCommand& command, bool reason_told);

/// An error for each id of a person, unit or new ticket that holds what nobody can see.
Diagnostics unseen_in(const TicketCommand& command);

/// An error for each link of an opening that leads nowhere: to itself, to no ticket, or of a kind that merges and
/// splits alone make.
Diagnostics unfit_links(const TicketBook& book, const TicketCommand& command);

/// An error for each time that cannot be told on every clock on earth: one outside the years 1 to 9999.
Diagnostics out_of_years(const TicketCommand& command);

}  // namespace aedile::detail
