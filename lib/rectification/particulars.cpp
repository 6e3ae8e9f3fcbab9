#include "rectification/particulars.h"

#include <algorithm>

#include "aedile/rectification/day_and_time.h"
#include "core/excerpt.h"
#include "core/likeness.h"
#include "rectification/messages_ticket.h"
#include "rectification/workflow_rules.h"

namespace aedile::detail {

namespace {

bool names_an_end(CommandKind kind) {
  return kind == CommandKind::exempt || kind == CommandKind::escalate || kind == CommandKind::request_suspension;
}

bool are_of(const std::vector<Named>& known, const std::vector<std::string>& codes) {
  return std::all_of(codes.begin(), codes.end(), [&](const std::string& code) {
    return std::any_of(known.begin(), known.end(), [&](const Named& each) { return each.code == code; });
  });
}

}  // namespace

bool hands_over(CommandKind kind) {
  return kind == CommandKind::open || kind == CommandKind::issue || kind == CommandKind::assign;
}

bool asks_for(const Transition& row, Field field) {
  return std::find(row.requires_.begin(), row.requires_.end(), field) != row.requires_.end();
}

bool sends_notice(const CompiledWorkflow& workflow, CommandId command) {
  const CommandKind kind = workflow.command(command).kind;
  if (kind != CommandKind::open) return kind == CommandKind::issue;
  const std::vector<WorkflowCommand>& commands = workflow.workflow().commands;
  const bool is_issued = std::any_of(commands.begin(), commands.end(),
                                     [](const WorkflowCommand& each) { return each.kind == CommandKind::issue; });
  const auto rows = workflow.rows(StateId(), command);
  return !is_issued && std::any_of(rows.begin(), rows.end(), [&](const CompiledTransition& row) {
    const std::vector<Effect>& effects = workflow.transition(row).effects;
    return std::any_of(effects.begin(), effects.end(),
                       [](const Effect& effect) { return effect.kind == EffectKind::notify; });
  });
}

Diagnostics not_taken(const CompiledWorkflow& workflow, const CompiledTransition& row, const TicketCommand& command) {
  Diagnostics problems;
  const WorkflowCommand& known = workflow.command(row.command);
  const Transition& written = workflow.transition(row);
  const CommandKind kind = known.kind;
  const auto refuse = [&](bool given, bool taken, const char* name) {
    if (given && !taken) {
      problems.error({}, messages::ticket_not_taken, {excerpt(command.ticket), command.command, name});
    }
  };
  refuse(!are_of(known.criteria, command.criteria), false, "criteria");
  refuse(command.assignee.has_value(), hands_over(kind) || asks_for(written, Field::assignee), "assignee");
  refuse(command.unit.has_value(), hands_over(kind) || asks_for(written, Field::unit), "unit");
  refuse(command.until.has_value(), names_an_end(kind) || asks_for(written, Field::until), "until");
  refuse(command.decision.has_value(), is_decision(kind) || asks_for(written, Field::decision), "decision");
  refuse(command.limit.has_value(), kind == CommandKind::request_extension || asks_for(written, Field::limit), "limit");
  refuse(!command.into.empty(), kind == CommandKind::merge || asks_for(written, Field::into), "into");
  refuse(!command.parts.empty(), kind == CommandKind::split || asks_for(written, Field::parts), "parts");
  refuse(!command.step.empty(), kind == CommandKind::escalate, "step");
  refuse(!command.notice.empty(), sends_notice(workflow, row.command), "notice");
  refuse(!command.links.empty(), kind == CommandKind::open, "links");
  refuse(!command.limits.empty(), hands_over(kind), "limits");
  return problems;
}

Diagnostics says_nothing(const TicketCommand& command, bool reason_told) {
  Diagnostics problems;
  const auto refuse = [&](const Message& message, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {excerpt(command.ticket), command.command});
    problems.error({}, message, std::move(more));
  };
  const auto check = [&](const TicketSubject& subject) {
    if (is_blank(subject.title)) refuse(messages::ticket_title);
    for (const FindingReference& each : subject.findings) {
      if (each.finding == 0 || is_blank(each.visit)) {
        refuse(messages::ticket_finding, {excerpt(each.visit) + "#" + std::to_string(each.finding)});
      }
    }
  };
  if (!reason_told && !command.reason.empty() && is_blank(command.reason)) refuse(messages::ticket_reason);
  if (command.opening) check(command.opening->subject);
  for (const TicketPart& part : command.parts) check(part.subject);
  return problems;
}

Diagnostics unseen_in(const TicketCommand& command) {
  Diagnostics problems;
  const auto check = [&](const std::string& id, const char* name) {
    if (const std::optional<std::string> found = unseen(id)) {
      problems.error({}, messages::ticket_unseen,
                     {excerpt(command.ticket), excerpt(command.command), name, excerpt(id), *found});
    }
  };
  if (command.opening) check(command.ticket, "ticket");
  check(command.actor.person.id, "actor");
  check(command.actor.person.unit, "actor/unit");
  if (command.assignee) check(*command.assignee, "assignee");
  if (command.unit) check(*command.unit, "unit");
  for (const TicketPart& part : command.parts) {
    check(part.ticket, "parts/ticket");
    check(part.unit, "parts/unit");
  }
  return problems;
}

Diagnostics unfit_links(const TicketBook& book, const TicketCommand& command) {
  Diagnostics problems;
  for (const TicketLink& link : command.links) {
    const auto refuse = [&](const Message& message) {
      problems.error(
          {}, message,
          {excerpt(command.ticket), excerpt(command.command), excerpt(link.ticket), std::string(to_string(link.kind))});
    };
    if (link.kind != LinkKind::recurrence_of && link.kind != LinkKind::propagated_from) {
      refuse(messages::ticket_link_kind);
    } else if (link.ticket == command.ticket) {
      refuse(messages::ticket_link_itself);
    } else if (book.find(link.ticket) == nullptr && !book.forgotten().contains(link.ticket)) {
      refuse(messages::ticket_link_unknown);
    }
  }
  return problems;
}

Diagnostics out_of_years(const TicketCommand& command) {
  Diagnostics problems;
  const auto check = [&](Instant instant, const char* name) {
    if (told_by_every_clock(instant)) return;
    problems.error({}, messages::ticket_out_of_years, {excerpt(command.ticket), excerpt(command.command), name});
  };
  check(command.happened, "happened");
  check(command.recorded, "recorded");
  if (command.until) check(*command.until, "until");
  for (const TicketEvidence& piece : command.evidence) check(piece.taken, "taken");
  return problems;
}

}  // namespace aedile::detail
