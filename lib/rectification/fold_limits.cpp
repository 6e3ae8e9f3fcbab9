#include "rectification/fold_limits.h"

#include <algorithm>

namespace aedile::detail {

bool has_effect(const TicketEvent& event, EffectKind kind) {
  return std::any_of(event.effects.begin(), event.effects.end(),
                     [&](const Effect& effect) { return effect.kind == kind; });
}

std::optional<TimeLimit> length_of(const CompiledWorkflow& workflow, LimitId limit,
                                   const std::vector<std::pair<std::string, TimeLimit>>& own) {
  const WorkflowLimit& written = workflow.limit(limit);
  // The last one counts: it was given last.
  const auto found =
      std::find_if(own.rbegin(), own.rend(), [&](const auto& entry) { return entry.first == written.code; });
  return found == own.rend() ? written.limit : std::optional<TimeLimit>(found->second);
}

bool begins(const CompiledWorkflow& workflow, LimitId limit, const TicketLimit* running, const TicketEvent& event,
            StateId to) {
  if (workflow.clock(limit, to) != LimitClock::running) return false;
  return running == nullptr || has_effect(event, EffectKind::restart_limits);
}

namespace {

/// Leaves the states in which it runs, or is met for good.
void meet(TicketLimit& limit, Instant at, bool for_good) {
  limit.met = at;
  limit.for_good = limit.for_good || for_good;
  if (limit.deadline && at > limit.deadline->due) limit.late = true;
}

bool leads_on(const TicketEvent& event, CommandKind request, CommandKind decision) {
  return (event.kind == request || event.kind == decision) && event.outcome == Outcome::granted;
}

/// It stood still when its ticket ended, and now the ticket is taken up again.
bool resumes_without_deadline(const TicketLimit& limit, LimitClock clock) {
  return limit.met && !limit.deadline && clock == LimitClock::running;
}

}  // namespace

bool may_move(const TicketLimit& limit, const CompiledWorkflow& workflow, const TicketEvent& event, StateId to) {
  if (limit.for_good) return false;
  if ((workflow.clock(limit.limit, to) == LimitClock::standing) != limit.stands_since.has_value()) return true;
  if (resumes_without_deadline(limit, workflow.clock(limit.limit, to))) return true;
  switch (event.kind) {
    case CommandKind::request_extension:
    case CommandKind::decide_extension:
    case CommandKind::request_suspension:
    case CommandKind::decide_suspension:
    case CommandKind::resume:
      return true;
    default:
      return false;
  }
}

bool advance(TicketLimit& limit, const CompiledWorkflow& workflow, const TicketEvent& event, StateId to,
             const std::optional<Instant>& suspended_until) {
  if (limit.for_good) return false;
  const CommandId met_by = workflow.met_by(limit.limit);
  if (met_by.valid() && workflow.command(met_by).code == event.command) {
    if (!limit.met) meet(limit, event.happened, true);
    limit.for_good = true;
    limit.stands_since.reset();
    return false;
  }
  bool moved = false;
  const LimitClock clock = workflow.clock(limit.limit, to);
  if (clock != LimitClock::standing && limit.stands_since) {
    limit.pauses.push_back({*limit.stands_since, event.happened});
    limit.stands_since.reset();
    moved = true;
  } else if (clock == LimitClock::standing && !limit.stands_since) {
    limit.stands_since = event.happened;
    moved = true;
  }
  if (clock == LimitClock::running) {
    moved = moved || resumes_without_deadline(limit, clock);
    limit.met.reset();
  } else if (!limit.met) {
    meet(limit, event.happened, false);
  }
  if (limit.met) return moved;
  if (leads_on(event, CommandKind::request_suspension, CommandKind::decide_suspension) && event.until) {
    if (event.happened < *event.until) limit.pauses.push_back({event.happened, *event.until});
    moved = true;
  }
  if (event.kind == CommandKind::resume && suspended_until) {
    for (WorkingSpan& pause : limit.pauses) {
      if (pause.end == *suspended_until && pause.end > event.happened) pause.end = event.happened;
    }
    moved = true;
  }
  if (leads_on(event, CommandKind::request_extension, CommandKind::decide_extension)) {
    const bool as_asked = workflow.workflow().extension_adds == ExtensionAdds::granted;
    limit.added.push_back(as_asked && event.limit ? *event.limit : limit.original);
    moved = true;
  }
  return moved;
}

}  // namespace aedile::detail
