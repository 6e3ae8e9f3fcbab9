#include "aedile/journal/ticket_journal.h"

#include <algorithm>

#include "aedile/core/exceptions.h"
#include "aedile/io/json_writer.h"
#include "aedile/io/regulations_json.h"
#include "aedile/io/ticket_event_json.h"
#include "aedile/rectification/day_and_time.h"
#include "aedile/rectification/setup_lookup.h"
#include "aedile/rectification/ticket_facts.h"
#include "core/excerpt.h"
#include "core/likeness.h"
#include "journal/kept_json.h"
#include "journal/messages_tickets.h"
#include "journal/missed_steps.h"
#include "journal/same_request.h"
#include "journal/waiting_steps.h"
#include "rectification/late_step.h"
#include "rectification/messages_regulations.h"
#include "rectification/particulars.h"

namespace aedile {

namespace {

/// Whom the journal names where nobody acted.
constexpr std::string_view clock_actor = "clock";

/// The ladder's step with that key; nullptr if it has none.
const LadderStep* step_of(const std::optional<Ladder>& ladder, std::string_view key) {
  if (!ladder || key.empty()) return nullptr;
  const auto found = std::find_if(ladder->steps.begin(), ladder->steps.end(), [&](const LadderStep& step) {
    return key == step.code || key == ladder->id + "/" + step.code;
  });
  return found == ladder->steps.end() ? nullptr : &*found;
}

std::vector<JournalEffect> effects_of(const TicketEvent& event, const std::optional<Ladder>& ladder) {
  std::vector<JournalEffect> effects;
  const auto add = [&](std::string kind, auto say) {
    std::string body;
    JsonWriter json(body, JsonWriter::Layout::compact);
    json.begin_object().key("ticket").string(event.ticket).key("event").number(event.number);
    say(json);
    json.end_object();
    effects.push_back({std::move(kind), std::move(body)});
  };
  for (const Effect& effect : event.effects) {
    if (effect.kind == EffectKind::notify) {
      add("notify", [&](JsonWriter& json) { json.key("to").string(effect.argument); });
    } else if (effect.kind == EffectKind::emit) {
      add("emit", [&](JsonWriter& json) { json.key("word").string(effect.argument); });
    }
  }
  if (const LadderStep* const step = step_of(ladder, event.step)) {
    add("ladder", [&](JsonWriter& json) {
      json.key("step").string(event.step).key("effect").string(to_string(step->effect));
      if (event.until) json.key("answer_by").string(event.until->to_string());
    });
  }
  return effects;
}

JournalEntry entry_of(const TicketEvent& event, const std::optional<Ladder>& ladder) {
  JournalEntry entry{.happened = event.happened,
                     .actor = event.actor.id.empty() ? std::string(clock_actor) : event.actor.id,
                     .command = std::string(ticket_command_prefix) + std::string(to_string(event.kind)),
                     .subject = event.ticket};
  entry.payload = write_ticket_event(event);
  entry.effects = effects_of(event, ladder);
  return entry;
}

bool sends_notice(const TicketLedger& ledger, const TicketCommand& command) {
  const CompiledWorkflow* workflow = nullptr;
  if (const Ticket* const ticket = ledger.book().find(command.ticket)) {
    workflow = &ticket->workflow();
  } else if (command.opening) {
    workflow = find_workflow(*ledger.regulations()->setup, command.opening->workflow, command.opening->edition);
  }
  if (workflow == nullptr) return false;
  const CommandId id = workflow->find_command(command.command);
  return id.valid() && detail::sends_notice(*workflow, id);
}

Result<JournalEvent> event_of(const Journal& journal, std::uint64_t seq) {
  const Result<JournalView> view = journal.view();
  if (!view) return view.diagnostics();
  return view->event(seq);
}

}  // namespace

std::string_view to_string(WaitsFor what) {
  switch (what) {
    case WaitsFor::supervisor:
      return "supervisor";
    case WaitsFor::calendar:
      return "calendar";
  }
  throw ContractError("not a value of WaitsFor");
}

Result<TicketJournal> TicketJournal::open(Journal journal) {
  const Result<JournalView> view = journal.view();
  if (!view) return view.diagnostics();
  Result<TicketLedger> ledger = fold_tickets(*view);
  if (!ledger) return ledger.diagnostics();
  return TicketJournal(std::move(journal), std::move(*ledger));
}

Result<Appended> TicketJournal::adopt(const Regulations& regulations, std::string_view actor, Instant happened,
                                      Instant recorded) {
  if (detail::is_blank(actor) || detail::unseen(actor)) return {Place{}, messages::adopted_by_nobody};
  std::vector<Regulations> all = ledger_.adopted();
  all.push_back(regulations);
  if (const Result<Adopted> adopted = aedile::adopt(all); !adopted) return adopted.diagnostics();
  if (Diagnostics problems = newly_adopted(ledger_.adopted(), regulations); problems.has_errors()) return problems;
  // What is written must be understood when it is read back.
  JournalEntry entry{.happened = happened,
                     .actor = std::string(actor),
                     .command = std::string(adopt_command),
                     .subject = regulations.id + " " + regulations.edition};
  entry.payload = write_regulations(regulations);
  TicketLedger after = ledger_;
  Diagnostics problems = after.apply({.seq = journal_.head().size + 1, .recorded = recorded, .entry = entry});
  if (problems.has_errors()) return problems;
  Result<Appended> appended = journal_.append(entry, recorded);
  if (appended) ledger_ = std::move(after);
  return appended;
}

TicketPermission TicketJournal::may(const TicketCommand& command) const {
  TicketPermission permission = ledger_.book().may(command);
  permission.why.append(unknown_in(command, *ledger_.regulations()));
  permission.allowed = permission.why.empty();
  return permission;
}

Result<std::optional<Receipt>> TicketJournal::earlier(const TicketCommand& command, std::string_view key) const {
  const Result<JournalView> view = journal_.view();
  if (!view) return view.diagnostics();
  const Result<std::optional<JournalEvent>> found = view->find(key);
  if (!found) return found.diagnostics();
  if (!*found) return std::optional<Receipt>();
  const JournalEvent& first = **found;
  Receipt receipt{.repeated = true};
  Diagnostics problems;
  const Diagnostics reading = view->each(
      [&](const JournalEvent& event) {
        if (event.seq != first.seq && event.entry.cause != first.seq) return false;
        if (!event.entry.command.starts_with(ticket_command_prefix) || event.redacted) return event.seq != first.seq;
        const Result<TicketEvent> read = read_ticket_event(event.entry.payload, "event " + std::to_string(event.seq));
        if (!read) {
          problems = read.diagnostics();
          return false;
        }
        receipt.events.push_back(*read);
        receipt.seqs.push_back(event.seq);
        return true;
      },
      first.seq);
  if (reading.has_errors()) return reading;
  if (problems.has_errors()) return problems;
  if (!detail::is_same_request(receipt.events, command)) {
    return {Place{}, messages::key_of_another, {detail::excerpt(key), std::to_string(first.seq)}};
  }
  return std::optional<Receipt>(std::move(receipt));
}

Result<Receipt> TicketJournal::record(const std::vector<TicketEvent>& events, std::string_view key) {
  Receipt receipt;
  if (events.empty()) return receipt;
  std::vector<JournalEntry> entries;
  const std::uint64_t first = journal_.head().size + 1;
  Instant recorded = events.front().recorded;
  for (const TicketEvent& event : events) {
    entries.push_back(entry_of(event, ledger_.regulations()->ladder));
    if (entries.size() > 1) entries.back().cause = first;
    recorded = std::max(recorded, event.recorded);
  }
  entries.front().key = std::string(key);
  // What could not be read back would make the journal unreadable for good.
  if (Diagnostics problems = ledger_.would_take(entries); problems.has_errors()) return problems;
  const Result<std::vector<Appended>> appended = journal_.append(entries, recorded);
  if (!appended) return appended.diagnostics();
  receipt.events = events;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    receipt.seqs.push_back((*appended)[i].seq);
    const Diagnostics problems =
        ledger_.apply({.seq = (*appended)[i].seq, .recorded = recorded, .entry = std::move(entries[i])});
    if (problems.has_errors()) throw ContractError("TicketJournal: an event does not fit; " + problems.to_string());
  }
  return receipt;
}

Result<Receipt> TicketJournal::carry_out(TicketCommand command, std::string_view key) {
  if (!key.empty()) {
    Result<std::optional<Receipt>> before = earlier(command, key);
    if (!before) return before.diagnostics();
    if (*before) return std::move(**before);
  }
  if (command.opening && command.ticket.empty()) command.ticket = ledger_.next_ticket();
  // A time that no clock tells is refused by the book.
  if (told_by_every_clock(command.happened) && sends_notice(ledger_, command)) {
    if (const std::optional<std::string> next = ledger_.next_notice(command.happened)) {
      if (command.notice.empty()) command.notice = *next;
      if (command.notice != *next) {
        return {Place{}, messages::wrong_notice_number, {detail::excerpt(command.notice), *next}};
      }
    }
  }
  const Result<std::vector<TicketEvent>> events = ledger_.book().decide(command);
  Diagnostics problems = events.diagnostics();
  problems.append(unknown_in(command, *ledger_.regulations()));
  if (problems.has_errors()) return problems;
  return record(*events, key);
}

namespace {

/// Whether the actor did work on the ticket, or is of a unit that did or that must.
bool let_go_by_doer(const TicketLedger& ledger, std::string_view id, std::string_view actor) {
  const Ticket* const ticket = ledger.book().find(id);
  if (ticket == nullptr) return false;
  if (ticket->is_doer(actor)) return true;
  const std::optional<TicketActor> known = ledger.regulations()->actor(actor);
  if (!known || known->person.unit.empty()) return false;
  return ticket->is_unit_of_doer(known->person.unit) || detail::is_same_name(known->person.unit, ticket->unit());
}

/// Whether all that is wrong is that a calendar does not reach far enough.
bool is_for_calendars(const Diagnostics& problems) {
  return std::all_of(problems.begin(), problems.end(), [](const Diagnostic& each) {
    return each.code() == "beyond_calendar" || each.code() == "outside_calendar";
  });
}

}  // namespace

Result<Appended> TicketJournal::forget(std::uint64_t seq, std::string_view actor, std::string_view reason,
                                       Instant recorded) {
  // No view is kept: it would hold the pages from which the payload is to go.
  const Result<JournalEvent> event = event_of(journal_, seq);
  if (!event) return event.diagnostics();
  const JournalEntry& entry = event->entry;
  const std::string at = std::to_string(seq);
  if (!entry.command.starts_with(ticket_command_prefix) || entry.command == forget_command) {
    return {Place{}, messages::not_an_event_of_a_ticket, {at, detail::excerpt(entry.command)}};
  }
  if (!event->redacted) {
    const Result<TicketEvent> read = read_ticket_event(entry.payload, "event " + at);
    if (!read) return read.diagnostics();
    const bool counts = std::any_of(read->effects.begin(), read->effects.end(), [](const Effect& effect) {
      return effect.kind == EffectKind::emit && effect.argument.starts_with("unit.");
    });
    if (counts) return {Place{}, messages::counts_for_a_unit, {at, detail::excerpt(entry.subject)}};
    Diagnostics problems;
    if (detail::is_blank(actor)) problems.error({}, messages::forgotten_by_nobody, {at});
    if (detail::is_blank(reason)) problems.error({}, messages::forgotten_without_reason, {at});
    if (let_go_by_doer(ledger_, entry.subject, actor))
      problems.error({}, messages::forgotten_by_doer, {detail::excerpt(entry.subject), detail::excerpt(actor)});
    if (problems.has_errors()) return problems;
    JournalEntry consent{.happened = recorded,
                         .actor = std::string(actor),
                         .command = std::string(forget_command),
                         .subject = entry.subject};
    consent.payload = detail::write_kept({seq, read->notice, read->unit.value_or("")});
    const Result<Appended> consented = journal_.append(consent, recorded);
    if (!consented) return consented;
  }
  Result<Appended> redacted = journal_.redact(seq, actor, reason, recorded);
  if (!redacted) return redacted;
  const Result<JournalView> after = journal_.view();
  if (!after) return after.diagnostics();
  Result<TicketLedger> ledger = fold_tickets(*after);
  if (!ledger) return ledger.diagnostics();
  ledger_ = std::move(*ledger);
  return redacted;
}

/// One run over the ladders of all tickets: on a book that goes on with what is taken.
struct TicketJournal::LadderRun {
  Instant as_of;
  Instant recorded;
  const std::optional<TicketActor>& actor;
  TicketBook& book;
  std::span<const TicketEvent> since;  ///< what `book` has had, and the journal not yet
  std::optional<JournalView> view{};   ///< opened when a history is first needed
  std::vector<TicketEvent> taken{};
  std::vector<WaitingStep> waiting{};
};

Diagnostics TicketJournal::take_missed(LadderRun& run, const TicketCommand& command, const Ticket& ticket,
                                       bool in_charge) const {
  const Ladder& ladder = *ledger_.regulations()->ladder;
  if (!run.view) {
    Result<JournalView> opened = journal_.view();
    if (!opened) return opened.diagnostics();
    run.view = std::move(*opened);
  }
  Result<std::vector<TicketEvent>> events = ticket_events(*run.view, ledger_, ticket.id());
  if (!events) return events.diagnostics();
  std::copy_if(run.since.begin(), run.since.end(), std::back_inserter(*events),
               [&](const TicketEvent& event) { return event.ticket == ticket.id(); });
  Result<std::vector<TicketEvent>> late =
      detail::missed_steps(ladder, ledger_.regulations()->setup, *events, command, ladder_keys(ladder, ticket));
  if (!late) return late.diagnostics();
  for (TicketEvent& event : *late) {
    if (!in_charge) {
      run.waiting.push_back({ticket.id(), event.step, {}, event.happened, WaitsFor::supervisor, command.actor.roles});
      continue;
    }
    detail::put_next(event, ticket);
    if (Diagnostics problems = run.book.apply(event); problems.has_errors()) return problems;
    run.taken.push_back(std::move(event));
  }
  return {};
}

Diagnostics TicketJournal::climb(LadderRun& run, const std::string& id) const {
  const Ladder& ladder = *ledger_.regulations()->ladder;
  const Ticket& ticket = *run.book.find(id);
  const auto& commands = ticket.workflow().workflow().commands;
  const auto escalate = std::find_if(commands.begin(), commands.end(),
                                     [](const WorkflowCommand& each) { return each.kind == CommandKind::escalate; });
  if (escalate == commands.end() || run.recorded < ticket.recorded_at()) return {};
  const std::vector<std::string> roles = detail::roles_that_escalate(ticket.workflow());
  // Whoever may not escalate, and nobody: what somebody could take who may is only told.
  const bool in_charge =
      run.actor && std::any_of(run.actor->roles.begin(), run.actor->roles.end(), [&](const std::string& role) {
        return std::find(roles.begin(), roles.end(), role) != roles.end();
      });
  const TicketActor somebody = detail::anybody_of(roles);
  TicketCommand command{.command = escalate->code, .ticket = id, .actor = in_charge ? *run.actor : somebody};
  command.recorded = run.recorded;
  const std::size_t told = run.waiting.size();
  const Result<bool> missed = detail::may_have_missed(ladder, run.book.setup(), ticket);
  if (!missed) return missed.diagnostics();
  if (*missed) {
    if (Diagnostics problems = take_missed(run, command, ticket, in_charge); problems.has_errors()) return problems;
  }
  std::vector<std::string> keys = ladder_keys(ladder, ticket);
  for (std::size_t i = told; i < run.waiting.size(); ++i) keys.push_back(run.waiting[i].step);
  const auto steps = detail::steps_of(ladder, run.book.setup(), ticket, run.as_of, keys);
  if (!steps) return steps.diagnostics();
  Result<std::vector<WaitingStep>> unanswered =
      detail::steps_without_answer(ladder, run.book.setup(), ticket, run.as_of, keys, *steps);
  if (!unanswered) return unanswered.diagnostics();
  for (const DueStep& step : *steps) {
    command.happened = std::max(step.due, ticket.changed_at());
    command.step = step.key;
    command.until.reset();
    if (step.answer_by) command.until = step.answer_by->due;
    if (in_charge && run.book.may(command).allowed) {
      Result<std::vector<TicketEvent>> events = run.book.carry_out(command);
      if (!events) return events.diagnostics();
      std::move(events->begin(), events->end(), std::back_inserter(run.taken));
      continue;
    }
    TicketCommand of_another = command;
    of_another.actor = somebody;
    if (!run.book.may(of_another).allowed) continue;
    run.waiting.push_back({id, step.key, {}, step.due, WaitsFor::supervisor, roles});
  }
  std::move(unanswered->begin(), unanswered->end(), std::back_inserter(run.waiting));
  return {};
}

Result<Receipt> TicketJournal::advance(Instant as_of, Instant recorded, const std::optional<TicketActor>& actor) {
  // Decided on a copy: if nothing can be written, nothing has happened.
  TicketBook book = ledger_.book();
  std::vector<TicketEvent> all;
  const auto take = [&](Result<std::vector<TicketEvent>> events, bool applied) -> Diagnostics {
    if (!events) return events.diagnostics();
    for (TicketEvent& event : *events) {
      event.recorded = std::max(recorded, event.happened);
      if (!applied) {
        Diagnostics problems = book.apply(event);
        if (!problems.empty()) return problems;
      }
      all.push_back(std::move(event));
    }
    return {};
  };
  if (Diagnostics problems = take(book.elapsed(as_of), false); problems.has_errors()) return problems;
  if (Diagnostics problems = take(book.revised(as_of), false); problems.has_errors()) return problems;
  LadderRun run{as_of, recorded, actor, book, all};
  std::vector<std::string> ids;
  if (ledger_.regulations()->ladder) {
    for (const Ticket& ticket : book.tickets()) ids.push_back(ticket.id());
  }
  for (const std::string& id : ids) {
    const Diagnostics problems = climb(run, id);
    if (!problems.has_errors()) continue;
    // What no calendar tells waits, and keeps nothing else from being taken and told.
    if (!is_for_calendars(problems)) return problems;
    run.waiting.push_back({.ticket = id});
  }
  std::vector<WaitingStep> waiting = detail::limits_without_calendar(book);
  std::move(run.waiting.begin(), run.waiting.end(), std::back_inserter(waiting));
  if (Diagnostics problems = take(std::move(run.taken), true); problems.has_errors()) return problems;
  Result<Receipt> receipt = record(all, {});
  if (receipt) receipt->waiting = std::move(waiting);
  return receipt;
}

}  // namespace aedile
