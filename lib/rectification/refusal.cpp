// Why a command is refused, in words.
#include <algorithm>

#include "aedile/rectification/day_and_time.h"
#include "core/excerpt.h"
#include "rectification/decide.h"
#include "rectification/messages_ticket.h"
#include "rectification/workflow_rules.h"

namespace aedile::detail {

namespace {

struct Refused {
  const Verdict& verdict;
  const TicketBook& book;
  const CompiledWorkflow& workflow;
  const Ticket* ticket;  ///< nullptr: an opening
  const TicketCommand& command;

  std::string person() const { return excerpt(command.actor.person.id); }

  std::string codes_open() const {
    std::vector<std::string> codes;
    for (const CompiledTransition& row : workflow.rows(ticket == nullptr ? StateId() : ticket->state())) {
      const std::string& code = workflow.command(row.command).code;
      if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
    }
    std::string text;
    for (const std::string& code : codes) text += (text.empty() ? "" : ", ") + code;
    return text;
  }

  std::string roles() const {
    std::vector<std::string> roles;
    const CommandId id = workflow.find_command(command.command);
    for (const CompiledTransition& row : workflow.rows(ticket == nullptr ? StateId() : ticket->state(), id)) {
      for (const std::string& role : workflow.transition(row).roles) {
        if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
      }
    }
    std::string text;
    for (const std::string& role : roles) text += (text.empty() ? "" : ", ") + role;
    return text;
  }

  std::string granted(RequestKind kind) const {
    return ticket == nullptr ? "0" : std::to_string(ticket->granted(kind));
  }

  const TicketRequest* request() const {
    const std::optional<RequestKind> kind = request_of(workflow.command(verdict.row->command).kind);
    return ticket == nullptr || !kind ? nullptr : ticket->request(*kind);
  }

  std::string asked() const {
    const TicketRequest* const open = request();
    if (open == nullptr) return {};
    const RequestKind kind = *request_of(workflow.command(verdict.row->command).kind);
    const std::vector<std::string>& approvals = request_rules(workflow.workflow(), kind).approvals;
    return open->level < approvals.size() ? approvals[open->level] : std::string();
  }

  /// By the clock on the wall of whoever reads it.
  std::string shown(std::optional<Instant> at) const {
    if (!at) return "-";
    const TicketSetup& setup = book.setup();
    const auto calendar = std::find_if(setup.calendars.begin(), setup.calendars.end(),
                                       [&](const CalendarHistory& each) { return each.id() == setup.calendar; });
    return day_and_time((calendar == setup.calendars.end() ? setup.calendars.front() : *calendar).latest().zone(), *at);
  }

  std::string open_part() const {
    if (ticket == nullptr) return {};
    for (const std::string& part : book.parts_of(ticket->id())) {
      if (!book.find(part)->has_ended()) return excerpt(part);
    }
    return {};
  }

  std::string steps() const {
    std::string text;
    const std::optional<Ladder>& ladder = book.setup().ladder;
    if (!ladder) return text;
    for (const LadderStep& step : ladder->steps) {
      text += (text.empty() ? "" : ", ") + excerpt(ladder->id + "/" + step.code);
    }
    return text;
  }

  std::string missing_criteria() const {
    std::string text;
    for (const Named& criterion : workflow.command(verdict.row->command).criteria) {
      if (std::find(command.criteria.begin(), command.criteria.end(), criterion.code) != command.criteria.end())
        continue;
      text += (text.empty() ? "" : ", ") + criterion.code;
    }
    return text;
  }

  std::pair<const Message*, std::vector<std::string>> into() const {
    switch (merge_bar(book, workflow, ticket, command)) {
      case MergeBar::subject: {
        const auto where = [](const Ticket& of) {
          const auto shown = [](const std::string& code) { return code.empty() ? std::string("-") : excerpt(code); };
          return shown(of.unit()) + ", " + shown(of.subject().site) + ", " + shown(of.subject().item);
        };
        return {&messages::ticket_into_other, {excerpt(command.into), where(*ticket), where(*book.find(command.into))}};
      }
      case MergeBar::reported:
        return {&messages::ticket_into_reported, {excerpt(command.into)}};
      case MergeBar::ticket:
      case MergeBar::none:
        break;
    }
    return {&messages::ticket_into, {excerpt(command.into)}};
  }

  /// The message, and {2}, {3} … of it.
  std::pair<const Message*, std::vector<std::string>> of(Guard guard) const {
    switch (guard) {
      case Guard::not_doer:
        return {&messages::ticket_not_doer, {person()}};
      case Guard::not_unit_of_doer:
        if (ticket != nullptr && ticket->is_doer(command.actor.person.id)) {
          return {&messages::ticket_not_doer, {person()}};
        }
        if (ticket != nullptr && !ticket->is_unit_of_doer(command.actor.person.unit)) {
          return {&messages::ticket_unit_answers, {person(), excerpt(command.actor.person.unit)}};
        }
        return {&messages::ticket_not_unit_of_doer, {person(), excerpt(command.actor.person.unit)}};
      case Guard::is_assignee:
        if (ticket == nullptr || ticket->assignee().empty()) return {&messages::ticket_nobody_assigned, {}};
        return {&messages::ticket_is_assignee, {person(), excerpt(ticket->assignee())}};
      case Guard::assigned:
        return {&messages::ticket_assigned, {}};
      case Guard::unassigned:
        return {&messages::ticket_unassigned, {ticket == nullptr ? "" : excerpt(ticket->assignee())}};
      case Guard::of_unit:
        return {&messages::ticket_of_unit, {person(), ticket == nullptr ? "" : excerpt(ticket->unit())}};
      case Guard::not_returned:
        return {&messages::ticket_not_returned, {}};
      case Guard::returned:
        return {&messages::ticket_returned, {}};
      case Guard::deadline_not_passed:
        return {&messages::ticket_deadline_not_passed, {shown(ticket == nullptr ? std::nullopt : ticket->next_due())}};
      case Guard::deadline_passed:
        return {&messages::ticket_deadline_passed, {}};
      case Guard::extensions_left:
        return {&messages::ticket_extensions_left, {granted(RequestKind::extension)}};
      case Guard::suspensions_left:
        return {&messages::ticket_suspensions_left, {granted(RequestKind::suspension)}};
      case Guard::appeals_left:
        return {&messages::ticket_appeals_left, {ticket == nullptr ? "0" : std::to_string(ticket->appeals())}};
      case Guard::late:
        return {&messages::ticket_late, {}};
      case Guard::no_open_request: {
        const TicketRequest* const open = request();
        if (open == nullptr) return {&messages::ticket_no_open_request, {"-", "-"}};
        return {&messages::ticket_no_open_request, {excerpt(open->by.id), shown(open->at)}};
      }
      case Guard::request_open:
        return {&messages::ticket_request_open, {}};
      case Guard::not_requester:
        return {&messages::ticket_not_requester, {person()}};
      case Guard::is_asked:
        return {&messages::ticket_is_asked, {person(), asked()}};
      case Guard::not_suspended:
        return {&messages::ticket_not_suspended, {shown(ticket == nullptr ? std::nullopt : ticket->suspended_until())}};
      case Guard::suspended:
        return {&messages::ticket_suspended, {}};
      case Guard::evidence_newer_than_closing:
        return {&messages::ticket_evidence_newer_than_closing,
                {shown(ticket == nullptr ? std::nullopt : ticket->ended_at())}};
      case Guard::verification_failed:
        return {&messages::ticket_verification_failed, {}};
      case Guard::parts_ended:
        return {&messages::ticket_parts_ended, {open_part()}};
      case Guard::exemption_over:
        return {&messages::ticket_exemption_over, {}};
    }
    throw ContractError("not a value of Guard");
  }

  std::pair<const Message*, std::vector<std::string>> of(Field field) const {
    switch (field) {
      case Field::reason:
        return {&messages::ticket_reason, {}};
      case Field::evidence:
        return {&messages::ticket_evidence, {}};
      case Field::criteria:
        return {&messages::ticket_criteria, {missing_criteria()}};
      case Field::assignee:
        return {&messages::ticket_assignee, {}};
      case Field::unit:
        return {&messages::ticket_unit, {}};
      case Field::until:
        if (command.until && *command.until > command.happened) {
          return {&messages::ticket_until_range, {std::to_string(workflow.workflow().suspension_days)}};
        }
        return {&messages::ticket_until, {}};
      case Field::decision:
        return {&messages::ticket_decision, {}};
      case Field::into:
        return into();
      case Field::parts:
        return {&messages::ticket_parts, {}};
      case Field::limit:
        return {&messages::ticket_limit, {}};
    }
    throw ContractError("not a value of Field");
  }
};

}  // namespace

Diagnostics told(const Verdict& verdict, const TicketBook& book, const CompiledWorkflow& workflow, const Ticket* ticket,
                 const TicketCommand& command) {
  const Refused refused{verdict, book, workflow, ticket, command};
  Diagnostics problems;
  const auto say = [&](const Message& message, std::vector<std::string> more) {
    more.insert(more.begin(), {excerpt(command.ticket), command.command});
    problems.error({}, message, std::move(more));
  };
  const std::string state = ticket == nullptr ? "-" : ticket->state_code();
  switch (verdict.bar) {
    case Verdict::Bar::none:
      break;
    case Verdict::Bar::time:
      say(messages::ticket_time, {refused.shown(command.happened), refused.shown(ticket->changed_at())});
      break;
    case Verdict::Bar::recorded:
      say(messages::ticket_recorded,
          {refused.shown(command.recorded),
           refused.shown(ticket == nullptr ? command.happened : std::max(command.happened, ticket->recorded_at()))});
      break;
    case Verdict::Bar::actor:
      say(messages::ticket_no_actor, {});
      break;
    case Verdict::Bar::state: {
      const std::string open = refused.codes_open();
      say(open.empty() ? messages::ticket_state_nothing : messages::ticket_state, {state, open});
      break;
    }
    case Verdict::Bar::role:
      say(messages::ticket_role, {refused.person(), refused.roles()});
      break;
    case Verdict::Bar::step: {
      const StepBar bar = step_bar(book, ticket, command.step);
      say(bar == StepBar::missing   ? messages::ticket_step
          : bar == StepBar::unknown ? messages::ticket_step_unknown
                                    : messages::ticket_step_taken,
          {excerpt(command.step), refused.steps()});
      break;
    }
    case Verdict::Bar::row:
      for (const Guard guard : verdict.unmet) {
        // A doer is told once.
        const bool told_already =
            guard == Guard::not_unit_of_doer &&
            std::find(verdict.unmet.begin(), verdict.unmet.end(), Guard::not_doer) != verdict.unmet.end() &&
            ticket->is_doer(command.actor.person.id);
        if (told_already) continue;
        auto [message, more] = refused.of(guard);
        say(*message, std::move(more));
      }
      for (const Field field : verdict.missing) {
        auto [message, more] = refused.of(field);
        say(*message, std::move(more));
      }
      break;
  }
  return problems;
}

}  // namespace aedile::detail
