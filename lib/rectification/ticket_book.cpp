#include "aedile/rectification/ticket_book.h"

#include <algorithm>
#include <tuple>

#include "core/excerpt.h"
#include "rectification/decide.h"
#include "rectification/late_step.h"
#include "rectification/messages_ticket.h"

namespace aedile {

using detail::Decider;

namespace {

std::uint32_t hash_of(std::string_view ticket) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>{}(ticket));
}

std::chrono::sys_days day_of(Instant instant) { return std::chrono::floor<std::chrono::days>(instant.sys_seconds()); }

}  // namespace

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
  const Slot& slot = by_id_[slot_of(ticket, hash_of(ticket))];
  return slot.ticket == 0 ? nullptr : &tickets_[slot.ticket - 1];
}

std::size_t TicketBook::slot_of(std::string_view ticket, std::uint32_t hash) const {
  const std::size_t mask = by_id_.size() - 1;
  std::size_t at = hash & mask;
  while (by_id_[at].ticket != 0 && (by_id_[at].hash != hash || tickets_[by_id_[at].ticket - 1].id() != ticket)) {
    at = (at + 1) & mask;
  }
  return at;
}

void TicketBook::add(Ticket ticket) {
  if (2 * (tickets_.size() + 1) > by_id_.size()) {
    std::vector<Slot> slots(2 * by_id_.size());
    const std::size_t mask = slots.size() - 1;
    for (const Slot& slot : by_id_) {
      if (slot.ticket == 0) continue;
      std::size_t at = slot.hash & mask;
      while (slots[at].ticket != 0) at = (at + 1) & mask;
      slots[at] = slot;
    }
    by_id_ = std::move(slots);
  }
  const std::uint32_t hash = hash_of(ticket.id());
  by_id_[slot_of(ticket.id(), hash)] = {hash, static_cast<std::uint32_t>(tickets_.size() + 1)};
  tickets_.push_back(std::move(ticket));
  place_.push_back(0);
}

TicketPermission TicketBook::may(const TicketCommand& command) const {
  detail::Verdict verdict;
  TicketPermission permission;
  permission.why = Decider(*this, *setup_).decide(command, &verdict).diagnostics();
  permission.allowed = permission.why.empty();
  permission.unmet = std::move(verdict.unmet);
  permission.missing = std::move(verdict.missing);
  return permission;
}

Result<std::vector<AllowedCommand>> TicketBook::allowed(std::string_view ticket, const TicketActor& actor,
                                                        Instant as_of) const {
  const Ticket* const found = find(ticket);
  if (found == nullptr) {
    if (const auto gone = forgotten_.find(ticket); gone != forgotten_.end()) {
      return {Place{}, messages::ticket_forgotten, {detail::excerpt(ticket), std::to_string(gone->second)}};
    }
    return {Place{}, messages::no_such_ticket, {detail::excerpt(ticket)}};
  }
  const CompiledWorkflow& workflow = found->workflow();
  const Decider decider(*this, *setup_);
  std::vector<AllowedCommand> allowed;
  if (as_of < found->changed_at()) return allowed;
  for (const CompiledTransition& row : workflow.rows(found->state())) {
    if (!decider.is_open(*found, row, actor, as_of)) continue;
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

namespace detail {

/// The ticket that an opening opens.
Result<Ticket> opened(const SetupIndex& setup, const TicketEvent& event) {
  const CompiledWorkflow* const workflow = setup.workflow(event.opening->workflow, event.opening->edition);
  if (workflow == nullptr || event.opening->edition.empty()) {
    return {Place{}, messages::unknown_workflow, {excerpt(event.opening->workflow), excerpt(event.opening->edition)}};
  }
  return Ticket::opened(*workflow, event);
}

}  // namespace detail

Diagnostics TicketBook::fits(std::span<const TicketEvent> events) const {
  Diagnostics problems;
  std::map<std::string_view, Ticket> touched;
  for (const TicketEvent& event : events) {
    auto now = touched.find(event.ticket);
    const Ticket* const before = now == touched.end() ? find(event.ticket) : &now->second;
    if (before != nullptr && event.opening) {
      problems.error({}, messages::duplicate_ticket, {detail::excerpt(event.ticket)});
    } else if (before == nullptr && !event.opening) {
      problems.error({}, messages::no_such_ticket, {detail::excerpt(event.ticket)});
    } else if (before == nullptr) {
      Result<Ticket> ticket = detail::opened(*setup_, event);
      if (ticket) {
        touched.emplace(event.ticket, *std::move(ticket));
      } else {
        problems.append(ticket.diagnostics());
      }
    } else {
      if (now == touched.end()) now = touched.emplace(event.ticket, *before).first;
      problems.append(now->second.apply(event));
    }
    if (!problems.empty()) return problems;
  }
  return problems;
}

Diagnostics TicketBook::apply(const TicketEvent& event) {
  Diagnostics problems;
  const Slot slot = by_id_[slot_of(event.ticket, hash_of(event.ticket))];
  if (slot.ticket != 0) {
    if (event.opening) {
      problems.error({}, messages::duplicate_ticket, {detail::excerpt(event.ticket)});
      return problems;
    }
    const std::size_t position = slot.ticket - 1;
    Ticket& ticket = tickets_[position];
    const std::optional<Instant> due_before = ticket.next_due();
    problems = ticket.apply(event);
    if (problems.empty()) index(position, due_before);
    return problems;
  }
  if (!event.opening) {
    problems.error({}, messages::no_such_ticket, {detail::excerpt(event.ticket)});
    return problems;
  }
  Result<Ticket> ticket = detail::opened(*setup_, event);
  if (!ticket) return ticket.diagnostics();
  take(*std::move(ticket));
  return problems;
}

void TicketBook::take(Ticket ticket) {
  for (const TicketLink& link : ticket.links()) {
    if (link.kind == LinkKind::split_from) parts_[link.ticket].push_back(tickets_.size());
  }
  add(std::move(ticket));
  index(tickets_.size() - 1, std::nullopt);
}

void TicketBook::forget(std::string_view ticket, std::uint64_t since) {
  forgotten_.emplace(std::string(ticket), since);
  if (find(ticket) == nullptr) return;
  std::deque<Ticket> before = std::move(tickets_);
  tickets_.clear();
  by_id_.assign(16, Slot{});
  by_due_.clear();
  place_.clear();
  parts_.clear();
  for (Ticket& each : before) {
    if (each.id() != ticket) take(std::move(each));
  }
}

void TicketBook::index(std::size_t position, std::optional<Instant> due_before) {
  const std::optional<Instant> due = tickets_[position].next_due();
  if (due == due_before) return;
  if (due_before) {
    const auto day = by_due_.find(day_of(*due_before));
    std::vector<std::size_t>& others = day->second;
    place_[others.back()] = place_[position];
    others[place_[position]] = others.back();
    others.pop_back();
    if (others.empty()) by_due_.erase(day);
  }
  if (due) {
    std::vector<std::size_t>& others = by_due_[day_of(*due)];
    place_[position] = others.size();
    others.push_back(position);
  }
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
  for (const auto& [day, positions] : by_due_) {
    if (until && day > day_of(*until)) break;
    for (const std::size_t position : positions) {
      const Ticket& ticket = tickets_[position];
      for (const TicketLimit& limit : ticket.limits()) {
        if (!limit.runs() || !limit.deadline || (until && limit.deadline->due > *until)) continue;
        due.push_back(
            {ticket.id(), ticket.workflow().limit(limit.limit).code, limit.deadline->due, limit.deadline->due < as_of});
      }
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
