#include "aedile/rectification/ticket_book.h"

#include <algorithm>
#include <tuple>

#include "core/excerpt.h"
#include "rectification/decide.h"
#include "rectification/late_step.h"
#include "rectification/messages_ticket.h"

namespace aedile {

using detail::Decider;

TicketBook::TicketBook(TicketSetup setup) : TicketBook(std::make_shared<const TicketSetup>(std::move(setup))) {}

TicketBook::TicketBook(std::shared_ptr<const TicketSetup> setup)
    : setup_(std::make_shared<const detail::SetupIndex>(std::move(setup))) {}

const TicketSetup& TicketBook::setup() const { return *setup_->setup; }

void TicketBook::use(std::shared_ptr<const TicketSetup> setup) {
  auto index = std::make_shared<const detail::SetupIndex>(std::move(setup));
  for (const CompiledWorkflow& workflow : setup_->setup->workflows) {
    if (index->workflow(workflow.id(), workflow.edition()) != nullptr) continue;
    const bool used = std::any_of(tickets_.begin(), tickets_.end(),
                                  [&](const Ticket& ticket) { return ticket.workflow() == workflow; });
    if (used) throw ContractError("TicketBook::use: the workflow \"" + workflow.id() + "\" is missing");
  }
  setup_ = std::move(index);
}

const Ticket* TicketBook::find(std::string_view ticket) const {
  const auto found = by_id_.find(ticket);
  return found == by_id_.end() ? nullptr : &tickets_[found->second];
}

TicketPermission TicketBook::may(const TicketCommand& command) const {
  detail::Verdict verdict;
  TicketPermission permission;
  permission.why = Decider(*this, *setup_).refusal(command, &verdict);
  permission.allowed = permission.why.empty();
  permission.unmet = std::move(verdict.unmet);
  permission.missing = std::move(verdict.missing);
  return permission;
}

Result<std::vector<AllowedCommand>> TicketBook::allowed(std::string_view ticket, const TicketActor& actor,
                                                        Instant as_of) const {
  const Ticket* const found = find(ticket);
  if (found == nullptr) return {Place{}, messages::no_such_ticket, {detail::excerpt(ticket)}};
  const CompiledWorkflow& workflow = found->workflow();
  const detail::Judge judge(*this, workflow, found);
  std::vector<AllowedCommand> allowed;
  if (as_of < found->changed_at()) return allowed;
  for (const CompiledTransition& row : workflow.rows(found->state())) {
    if (!judge.open_to(row, actor, as_of)) continue;
    const std::string& command = workflow.command(row.command).code;
    // Of two rows that are open the first is taken.
    if (!allowed.empty() && allowed.back().command == command) continue;
    allowed.push_back({command, workflow.state(row.to).code, workflow.transition(row).requires_});
  }
  return allowed;
}

Result<std::vector<TicketEvent>> TicketBook::decide(const TicketCommand& command) const {
  return Decider(*this, *setup_).decide(command);
}

Result<std::vector<TicketEvent>> TicketBook::carry_out(const TicketCommand& command) {
  Result<std::vector<TicketEvent>> events = decide(command);
  if (!events) return events;
  for (const TicketEvent& event : *events) {
    const Diagnostics problems = apply(event);
    if (!problems.empty()) throw ContractError("TicketBook: an event does not fit; " + problems.to_string());
  }
  return events;
}

Diagnostics TicketBook::apply(const TicketEvent& event) {
  Diagnostics problems;
  const auto found = by_id_.find(event.ticket);
  if (found != by_id_.end()) {
    if (event.opening) {
      problems.error({}, messages::duplicate_ticket, {detail::excerpt(event.ticket)});
      return problems;
    }
    Ticket& ticket = tickets_[found->second];
    const std::optional<Instant> due_before = ticket.next_due();
    problems = ticket.apply(event);
    if (problems.empty()) index(found->second, due_before);
    return problems;
  }
  if (!event.opening) {
    problems.error({}, messages::no_such_ticket, {detail::excerpt(event.ticket)});
    return problems;
  }
  const CompiledWorkflow* const workflow = setup_->workflow(event.opening->workflow, event.opening->edition);
  if (workflow == nullptr || event.opening->edition.empty()) {
    problems.error({}, messages::unknown_workflow,
                   {detail::excerpt(event.opening->workflow), detail::excerpt(event.opening->edition)});
    return problems;
  }
  Result<Ticket> ticket = Ticket::opened(*workflow, event);
  if (!ticket) return ticket.diagnostics();
  for (const TicketLink& link : event.links) {
    if (link.kind == LinkKind::split_from) parts_[link.ticket].push_back(tickets_.size());
  }
  by_id_.emplace(event.ticket, tickets_.size());
  tickets_.push_back(std::move(*ticket));
  index(tickets_.size() - 1, std::nullopt);
  return problems;
}

void TicketBook::index(std::size_t position, std::optional<Instant> due_before) {
  const std::optional<Instant> due = tickets_[position].next_due();
  if (due == due_before) return;
  if (due_before) by_due_.erase({*due_before, position});
  if (due) by_due_.emplace(*due, position);
}

Result<std::vector<TicketEvent>> TicketBook::elapsed(Instant as_of) const {
  std::vector<TicketEvent> all;
  const Decider decider(*this, *setup_);
  for (const Ticket& ticket : tickets_) {
    Result<std::vector<TicketEvent>> events = decider.elapsed(ticket, as_of);
    if (!events) return events;
    std::move(events->begin(), events->end(), std::back_inserter(all));
  }
  return all;
}

Result<std::vector<TicketEvent>> TicketBook::revised(Instant as_of) const {
  std::vector<TicketEvent> all;
  const Decider decider(*this, *setup_);
  for (const Ticket& ticket : tickets_) {
    Result<std::optional<TicketEvent>> event = decider.revised(ticket, as_of);
    if (!event) return event.diagnostics();
    if (*event) all.push_back(std::move(**event));
  }
  return all;
}

std::vector<DueTicket> TicketBook::due(Instant as_of, std::optional<Instant> until) const {
  std::vector<DueTicket> due;
  for (const auto& [first, position] : by_due_) {
    if (until && first > *until) break;
    const Ticket& ticket = tickets_[position];
    for (const TicketLimit& limit : ticket.limits()) {
      if (!limit.runs() || !limit.deadline || (until && limit.deadline->due > *until)) continue;
      due.push_back(
          {ticket.id(), ticket.workflow().limit(limit.limit).code, limit.deadline->due, limit.deadline->due < as_of});
    }
  }
  std::sort(due.begin(), due.end(), [](const DueTicket& a, const DueTicket& b) {
    return std::tie(a.due, a.ticket, a.limit) < std::tie(b.due, b.ticket, b.limit);
  });
  return due;
}

std::vector<std::string> TicketBook::parts_of(std::string_view ticket) const {
  std::vector<std::string> parts;
  const auto found = parts_.find(ticket);
  if (found == parts_.end()) return parts;
  for (const std::size_t position : found->second) parts.push_back(tickets_[position].id());
  return parts;
}

Result<TicketBook> replay(std::shared_ptr<const TicketSetup> setup, std::span<const TicketEvent> events,
                          std::optional<Instant> recorded_until, std::optional<Instant> happened_until) {
  TicketBook book(std::move(setup));
  for (const TicketEvent& event : events) {
    if (recorded_until && event.recorded > *recorded_until) continue;
    if (happened_until && event.happened > *happened_until) continue;
    const Ticket* const ticket = happened_until && detail::is_aside(event) ? book.find(event.ticket) : nullptr;
    Diagnostics problems;
    if (ticket == nullptr) {
      problems = book.apply(event);
    } else {
      // What it was written down after may not have happened by then.
      TicketEvent next = event;
      detail::put_next(next, *ticket);
      problems = book.apply(next);
    }
    if (!problems.empty()) return problems;
  }
  return book;
}

}  // namespace aedile
