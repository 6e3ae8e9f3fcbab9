#include "journal/same_request.h"

#include <algorithm>

namespace aedile::detail {

namespace {

bool has_link(const TicketEvent& event, const TicketLink& link) {
  return std::find(event.links.begin(), event.links.end(), link) != event.links.end();
}

bool same_opening(const TicketEvent& event, const TicketCommand& command) {
  if (!command.opening || !event.opening) return command.opening.has_value() == static_cast<bool>(event.opening);
  const TicketOpening& then = *event.opening;
  const TicketOpening& now = *command.opening;
  return then.workflow == now.workflow && (now.edition.empty() || then.edition == now.edition) &&
         then.calendar == now.calendar && then.subject == now.subject && event.links == command.links;
}

bool same_assignee(const TicketEvent& event, const TicketCommand& command) {
  // There the event names somebody whom the command need not name.
  const bool by_itself = event.kind == CommandKind::unassign ||
                         std::any_of(event.effects.begin(), event.effects.end(),
                                     [](const Effect& effect) { return effect.kind == EffectKind::assign_actor; });
  return by_itself || event.assignee.value_or("") == command.assignee.value_or("");
}

bool same_parts(std::span<const TicketEvent> events, const TicketCommand& command) {
  std::vector<const TicketEvent*> parts;
  const TicketLink split_from{LinkKind::split_from, events.front().ticket};
  for (const TicketEvent& event : events.subspan(1)) {
    if (event.opening && has_link(event, split_from)) parts.push_back(&event);
  }
  return std::equal(parts.begin(), parts.end(), command.parts.begin(), command.parts.end(),
                    [](const TicketEvent* then, const TicketPart& now) {
                      return then->ticket == now.ticket && then->opening->subject == now.subject &&
                             (now.unit.empty() || then->unit == now.unit);
                    });
}

/// What only some kinds of commands keep.
bool same_by_kind(std::span<const TicketEvent> events, const TicketCommand& command) {
  const TicketEvent& event = events.front();
  switch (event.kind) {
    case CommandKind::decide_extension:
    case CommandKind::decide_suspension:
    case CommandKind::decide_appeal:
      // Length and end are those of the request.
      return command.decision == (event.outcome != Outcome::refused);
    case CommandKind::request_extension:
      // Where extensions add the limit again, no length counts.
      if (event.limit && event.limit != command.limit) return false;
      break;
    case CommandKind::merge:
      if (!has_link(event, {LinkKind::merged_into, command.into})) return false;
      break;
    case CommandKind::split:
      if (!same_parts(events, command)) return false;
      break;
    default:
      break;
  }
  return event.until == command.until;
}

}  // namespace

bool is_same_request(std::span<const TicketEvent> events, const TicketCommand& command) {
  if (events.empty()) return false;
  const TicketEvent& event = events.front();
  return event.command == command.command && (command.ticket.empty() || event.ticket == command.ticket) &&
         event.actor == command.actor.person && event.happened == command.happened && event.reason == command.reason &&
         event.evidence == command.evidence && event.criteria == command.criteria && event.step == command.step &&
         (command.notice.empty() || event.notice == command.notice) &&
         event.unit.value_or("") == command.unit.value_or("") && event.limits == command.limits &&
         same_assignee(event, command) && same_opening(event, command) && same_by_kind(events, command);
}

}  // namespace aedile::detail
