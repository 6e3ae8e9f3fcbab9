// Steps of the ladder that are written down after what came later.
#pragma once

#include <algorithm>

#include "aedile/rectification/ticket.h"

namespace aedile::detail {

/// Whether the event does nothing but write a step down, so that it may have happened before the ticket's last event.
inline bool is_aside(const TicketEvent& event) {
  const bool restarts = std::any_of(event.effects.begin(), event.effects.end(),
                                    [](const Effect& effect) { return effect.kind == EffectKind::restart_limits; });
  return event.kind == CommandKind::escalate && !event.from.empty() && event.from == event.to && !restarts &&
         event.deadlines.empty() && event.doers.empty() && !event.unit && !event.assignee;
}

/// Numbers such an event as the next one of the ticket: of a history without what happened later, or with it.
inline void put_next(TicketEvent& event, const Ticket& ticket) {
  event.number = ticket.events() + 1;
  event.from = event.to = ticket.state_code();
}

}  // namespace aedile::detail
