// What an event does to one limit of a ticket: the same for whoever decides and for whoever folds.
#pragma once

#include "aedile/rectification/ticket.h"

namespace aedile::detail {

/// The limit's own length on this ticket; nothing: the ticket has no such limit.
std::optional<TimeLimit> length_of(const CompiledWorkflow& workflow, LimitId limit,
                                   const std::vector<std::pair<std::string, TimeLimit>>& own);

/// Whether the event makes the limit begin, or begin anew.
bool begins(const CompiledWorkflow& workflow, LimitId limit, const TicketLimit* running, const TicketEvent& event,
            StateId to);

/// The limit after an event that leads to `to`; its deadline stays as it was, to be set by whoever knows it. Returns
/// whether that may have moved.
bool advance(TicketLimit& limit, const CompiledWorkflow& workflow, const TicketEvent& event, StateId to,
             const std::optional<Instant>& suspended_until);

/// Whether `advance` may move its deadline: cheaper than to try.
bool may_move(const TicketLimit& limit, const CompiledWorkflow& workflow, const TicketEvent& event, StateId to);

bool has_effect(const TicketEvent& event, EffectKind kind);

}  // namespace aedile::detail
