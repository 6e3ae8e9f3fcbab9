#include "aedile/journal/ticket_ledger.h"

#include <algorithm>
#include <charconv>

#include "aedile/core/exceptions.h"
#include "aedile/io/regulations_json.h"
#include "aedile/io/ticket_event_json.h"
#include "aedile/rectification/setup_lookup.h"
#include "aedile/rectification/ticket_notice.h"
#include "core/excerpt.h"
#include "journal/kept_json.h"
#include "journal/messages_tickets.h"
#include "rectification/late_step.h"
#include "rectification/messages_ticket.h"

namespace aedile {

namespace {

/// As of adopt_command; further words behind it are kept for later.
constexpr std::string_view regulations_prefix = "regulations.";

std::string place_of(const JournalEvent& event) { return "event " + std::to_string(event.seq); }

/// "T-0012" → 12; 0 for any other text.
std::uint64_t ticket_number(std::string_view id) {
  if (id.size() < 6 || id.substr(0, 2) != "T-") return 0;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(id.data() + 2, id.data() + id.size(), number);
  return error == std::errc() && end == id.data() + id.size() ? number : 0;
}

}  // namespace

bool is_ledger_command(std::string_view command) {
  return command.starts_with(ticket_command_prefix) || command.starts_with(regulations_prefix) ||
         command.starts_with(unit_command_prefix);
}

Diagnostics TicketLedger::apply(const JournalEvent& event) {
  Diagnostics problems;
  if (event.entry.command == adopt_command) {
    problems = adopt_event(event);
  } else if (event.entry.command == forget_command) {
    // What it keeps was told before the event that is gone was applied.
  } else if (event.entry.command.starts_with(ticket_command_prefix)) {
    problems = ticket_event(event);
  }
  if (!problems.has_errors()) seq_ = event.seq;
  return problems;
}

Diagnostics TicketLedger::adopt_event(const JournalEvent& event) {
  Diagnostics problems;
  if (event.redacted) {
    problems.error({}, messages::not_a_ticket_event, {std::to_string(event.seq), "redacted"});
    return problems;
  }
  Result<Regulations> regulations = read_regulations(event.entry.payload, place_of(event));
  if (!regulations) return regulations.diagnostics();
  all_.push_back(std::move(*regulations));
  Result<Adopted> adopted = aedile::adopt(all_);
  if (!adopted) {
    all_.pop_back();
    return adopted.diagnostics();
  }
  adopted_ = std::move(*adopted);
  pattern_.reset();
  if (adopted_->notices) pattern_ = NumberPattern::parse(adopted_->notices->pattern).value();
  if (book_) {
    book_->use(adopted_->setup);
  } else {
    book_.emplace(adopted_->setup);
  }
  return problems;
}

Diagnostics TicketLedger::ticket_event(const JournalEvent& event) {
  Diagnostics problems;
  const std::string seq = std::to_string(event.seq);
  if (event.redacted) {
    const auto kept = kept_.find(event.seq);
    if (kept != kept_.end() && book_) return forgotten_event(event, kept->second.notice);
    problems.error({}, messages::redacted_ticket_event, {seq, detail::excerpt(event.entry.subject)});
    return problems;
  }
  const Result<TicketEvent> read = read_ticket_event(event.entry.payload, place_of(event));
  if (!read) return read.diagnostics();
  if (!book_) {
    problems.error({}, messages::tickets_before_regulations, {seq});
    return problems;
  }
  if (book_->forgotten().contains(read->ticket)) return forgotten_event(event, read->notice);
  std::optional<NoticeNumber> number;
  if (!read->notice.empty() && pattern_) number = pattern_->read(read->notice, adopted_->notices->series);
  if (number) {
    NoticeNumbers numbers = numbers_;
    problems = numbers.apply(*number);
    if (!problems.empty()) return problems;
    problems = book_->apply(*read);
    if (problems.empty()) numbers_ = std::move(numbers);
  } else {
    problems = book_->apply(*read);
  }
  if (!problems.empty()) {
    Diagnostics placed;
    for (const Diagnostic& problem : problems) {
      placed.error({}, messages::not_a_ticket_event, {seq, problem.text.in(Language::en)});
    }
    return placed;
  }
  history_[read->ticket].push_back(event.seq);
  last_number_ = std::max(last_number_, ticket_number(read->ticket));
  return problems;
}

Diagnostics TicketLedger::forgotten_event(const JournalEvent& event, const std::string& notice) {
  Diagnostics problems;
  if (!notice.empty() && pattern_) {
    const std::optional<NoticeNumber> number = pattern_->read(notice, adopted_->notices->series);
    if (number) problems = numbers_.apply(*number);
  }
  if (!problems.empty()) return problems;
  if (!book_->forgotten().contains(event.entry.subject)) book_->forget(event.entry.subject, event.seq);
  last_number_ = std::max(last_number_, ticket_number(event.entry.subject));
  return problems;
}

Diagnostics TicketLedger::would_take(std::span<const JournalEntry> entries) const {
  Diagnostics problems;
  std::vector<TicketEvent> events;
  NoticeNumbers numbers = numbers_;
  for (const JournalEntry& entry : entries) {
    Result<TicketEvent> read = read_ticket_event(entry.payload, "");
    if (!read) return read.diagnostics();
    std::optional<NoticeNumber> number;
    if (!read->notice.empty() && pattern_) number = pattern_->read(read->notice, adopted_->notices->series);
    if (number) problems.append(numbers.apply(*number));
    events.push_back(std::move(*read));
  }
  if (problems.empty()) problems = book().fits(events);
  return problems;
}

const TicketBook& TicketLedger::book() const {
  if (!book_) throw ContractError("TicketLedger: no regulations have been adopted");
  return *book_;
}

std::span<const std::uint64_t> TicketLedger::history(std::string_view ticket) const {
  const auto found = history_.find(ticket);
  return found == history_.end() ? std::span<const std::uint64_t>() : std::span<const std::uint64_t>(found->second);
}

std::optional<std::string> TicketLedger::next_notice(Instant issued) const {
  if (!pattern_) return std::nullopt;
  const std::int32_t year = usual_calendar(*adopted_->setup).latest().zone().local(issued).date.year();
  return pattern_->print(numbers_.next(adopted_->notices->series, year));
}

std::string TicketLedger::next_ticket() const {
  std::string digits = std::to_string(last_number_ + 1);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return "T-" + digits;
}

namespace {

/// A step that was written down after what had not happened by then follows on what had.
void put_next(JournalEvent& event, const TicketLedger& ledger) {
  Result<TicketEvent> step = read_ticket_event(event.entry.payload, place_of(event));
  if (!step || ledger.regulations() == nullptr || !detail::is_aside(*step)) return;
  const Ticket* const ticket = ledger.book().find(step->ticket);
  if (ticket == nullptr) return;
  detail::put_next(*step, *ticket);
  event.entry.payload = write_ticket_event(*step);
}

/// What is kept of all events behind that one whose payloads may be gone, whenever that was recorded.
Diagnostics keep_consented(const JournalView& view, std::uint64_t seq, TicketLedger& ledger) {
  Diagnostics problems;
  const Diagnostics reading = view.each(
      [&](const JournalEvent& event) {
        if (event.entry.command != forget_command || event.redacted) return true;
        Result<KeptOfEvent> kept = detail::read_kept(event.entry.payload, place_of(event));
        if (!kept) {
          problems = kept.diagnostics();
          return false;
        }
        ledger.keep(std::move(*kept));
        return true;
      },
      seq);
  return reading.has_errors() ? reading : problems;
}

}  // namespace

Result<TicketLedger> fold_tickets(const JournalView& view, const AsOf& when) {
  TicketLedger ledger;
  Diagnostics problems;
  bool consents_read = false;
  const std::string escalates = std::string(ticket_command_prefix) + std::string(to_string(CommandKind::escalate));
  // Tickets go by the regulations under which they were recorded, though these may hold from a later time on.
  const Diagnostics reading = view.as_of({.recorded = when.recorded}, [&](const JournalEvent& event) {
    const bool ahead = when.happened && event.entry.happened > *when.happened;
    if (ahead && event.entry.command != adopt_command) return true;
    if (event.redacted && !consents_read && event.entry.command.starts_with(ticket_command_prefix)) {
      consents_read = true;
      problems = keep_consented(view, event.seq, ledger);
      if (problems.has_errors()) return false;
    }
    if (when.happened && event.entry.command == escalates && !event.redacted) {
      JournalEvent next = event;
      put_next(next, ledger);
      problems = ledger.apply(next);
    } else {
      problems = ledger.apply(event);
    }
    return !problems.has_errors();
  });
  if (reading.has_errors()) return reading;
  if (problems.has_errors()) return problems;
  if (ledger.regulations() != nullptr) {
    for (const auto& [ticket, since] : ledger.book().forgotten()) {
      problems.warning({}, messages::ticket_forgotten, {detail::excerpt(ticket), std::to_string(since)});
    }
  }
  return {std::move(ledger), std::move(problems)};
}

Result<std::vector<TicketEvent>> ticket_events(const JournalView& view, const TicketLedger& ledger,
                                               std::string_view ticket) {
  std::vector<TicketEvent> events;
  for (const std::uint64_t seq : ledger.history(ticket)) {
    const Result<JournalEvent> event = view.event(seq);
    if (!event) return event.diagnostics();
    Result<TicketEvent> read = read_ticket_event(event->entry.payload, place_of(*event));
    if (!read) return read.diagnostics();
    events.push_back(std::move(*read));
  }
  return events;
}

namespace {

/// Number of the last notice of a ticket; empty if it had none.
Result<std::string> last_notice(const JournalView& view, const TicketLedger& ledger, std::string_view ticket) {
  const Result<std::vector<TicketEvent>> events = ticket_events(view, ledger, ticket);
  if (!events) return events.diagnostics();
  std::string number;
  for (const TicketEvent& event : *events) {
    if (!event.notice.empty()) number = event.notice;
  }
  return number;
}

/// Why the notice of a ticket is not printed; empty: it is.
Diagnostics held_back(const Ticket& ticket, const Notice& notice) {
  Diagnostics problems;
  if (ticket.ending() == Ending::voided) {
    problems.error({}, messages::notice_of_void_ticket, {detail::excerpt(ticket.id()), notice.number});
  } else if (ticket.ending() == Ending::merged) {
    std::string into;
    for (const TicketLink& link : ticket.links()) {
      if (link.kind == LinkKind::merged_into) into = link.ticket;
    }
    problems.error({}, messages::notice_of_merged_ticket, {detail::excerpt(ticket.id()), notice.number, into});
  } else if (notice.unit.empty()) {
    problems.error({}, messages::notice_without_unit, {detail::excerpt(ticket.id())});
  } else {
    problems = validate(notice);
  }
  return problems;
}

}  // namespace

Result<Notice> notice_of(const JournalView& view, const TicketLedger& ledger, std::string_view id, Notice form,
                         Language language) {
  const Ticket* const ticket = ledger.regulations() == nullptr ? nullptr : ledger.book().find(id);
  if (ticket == nullptr) return {Place{}, messages::no_notice_of_ticket, {detail::excerpt(id)}};
  const Result<std::vector<TicketEvent>> events = ticket_events(view, ledger, id);
  if (!events) return events.diagnostics();
  std::string leaf;
  for (std::size_t i = 0; i < events->size(); ++i) {
    if ((*events)[i].notice.empty()) continue;
    const Result<JournalEvent> stored = view.event(ledger.history(id)[i]);
    if (!stored) return stored.diagnostics();
    leaf = to_hex(leaf_hash(*stored));
  }
  if (const std::optional<NoticeRule>& rule = ledger.regulations()->notices) {
    const auto fill = [](std::string& text, const std::string& by_rule) { text = text.empty() ? by_rule : text; };
    fill(form.authority, rule->authority);
    fill(form.consequence, rule->consequence);
    fill(form.contact, rule->contact);
  }
  for (const TicketLink& link : ticket->links()) {
    if (link.kind != LinkKind::recurrence_of || !form.recurrence_of.empty()) continue;
    Result<std::string> before = last_notice(view, ledger, link.ticket);
    if (!before) return before.diagnostics();
    form.recurrence_of = std::move(*before);
  }
  const TicketSetup& setup = *ledger.regulations()->setup;
  const CalendarHistory* const own = find_calendar(setup, ticket->opening().calendar);
  const CalendarHistory& calendar = own == nullptr ? usual_calendar(setup) : *own;
  std::optional<Notice> notice = ticket_notice(*ticket, *events, calendar.latest(), std::move(form), leaf, language);
  if (!notice) return {Place{}, messages::no_notice_of_ticket, {detail::excerpt(id)}};
  Diagnostics problems = held_back(*ticket, *notice);
  if (problems.has_errors()) return problems;
  if (notice->unit != ticket->unit()) {
    problems.warning({}, messages::notice_passed_on,
                     {detail::excerpt(id), notice->number, notice->unit, detail::excerpt(ticket->unit())});
  }
  return {std::move(*notice), std::move(problems)};
}

}  // namespace aedile
