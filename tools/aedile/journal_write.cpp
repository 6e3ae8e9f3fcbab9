// aedile journal init, append, redact, import, outbox: what changes a journal.
#include <charconv>
#include <utility>

#include "aedile/input.h"
#include "aedile/journal.h"
#include "aedile/journal/journal_lines.h"
#include "aedile/journal/ticket_journal.h"
#include "aedile/journal/ticket_ledger.h"
#include "aedile/texts_journal.h"

namespace aedile::tool {

namespace {

/// When it is recorded: as the option says, else now. A problem where that lies far ahead.
Instant recorded_at(const std::string& option, ProblemLog& log) {
  const Instant now = machine_now();
  if (option.empty()) return now;
  const Instant recorded = instant_argument(option);
  if (far_ahead(recorded, now)) {
    log.add({.place = {"--recorded", 0, 0, {}},
             .text = Text(texts::recorded_ahead, {recorded.to_string(), now.to_string()})});
  }
  return recorded;
}

/// A problem at a place where an entry would be taken for one of a ticket.
void check_command(const JournalEntry& entry, Place place, ProblemLog& log) {
  if (is_ledger_command(entry.command)) {
    log.add({.place = std::move(place), .text = Text(texts::journal_ticket_command, {entry.command})});
  }
}

/// A problem where tickets are worked out from the event: it is one of theirs, and regulations have been adopted.
void check_redaction(const Journal& journal, std::uint64_t seq, const std::string& file, ProblemLog& log) {
  const Result<JournalView> view = journal.view();
  log.append(view.diagnostics());
  if (!view || seq == 0 || seq > view->head().size) return;
  const Result<JournalEvent> event = view->event(seq);
  if (!event || event->redacted || !is_ledger_command(event->entry.command)) return;
  bool tickets = false;
  log.append(view->each([&](const JournalEvent& each) { return !(tickets = each.entry.command == adopt_command); }));
  if (!tickets) return;
  log.add(
      {.place = {file, 0, 0, {}},
       .text = Text(texts::journal_ticket_event, {std::to_string(seq), event->entry.command, event->entry.subject})});
}

JournalOptions holder(const char* command) { return {.holder = std::string("aedile journal ") + command}; }

/// Nothing, with problems in the log, if it does not open.
std::optional<Journal> open_journal(const std::string& file, const char* command, ProblemLog& log) {
  Result<Journal> journal = Journal::open(file, holder(command));
  log.append(journal.diagnostics());
  return journal ? std::optional(std::move(*journal)) : std::nullopt;
}

/// Removes an event of a ticket, and with it what was known of that ticket.
Result<Appended> forget_ticket(Journal journal, const JournalRedactArguments& arguments, Instant recorded) {
  Result<TicketJournal> tickets = TicketJournal::open(std::move(journal));
  if (!tickets) return tickets.diagnostics();
  return tickets->forget(arguments.seq, arguments.actor, arguments.reason, recorded);
}

/// The problems of a batch where its entries came from: at a line of a file, or at an option.
void add_placed(const Diagnostics& found, const std::string& file, const std::vector<std::uint32_t>& lines,
                ProblemLog& log) {
  for (Diagnostic problem : found) {
    const std::string pointer = std::exchange(problem.place.pointer, {});
    const std::size_t last = pointer.rfind('/');
    std::size_t index = 0;
    if (pointer == "/recorded") {
      problem.place.file = "--recorded";
    } else if (last != std::string::npos && lines.empty()) {
      problem.place.file = "--" + pointer.substr(last + 1);
    } else if (last != std::string::npos) {
      const auto [end, failure] = std::from_chars(pointer.data() + 1, pointer.data() + pointer.size(), index);
      problem.place = {file, failure == std::errc() && index < lines.size() ? lines[index] : 0, 0,
                       std::string(end, pointer.data() + pointer.size())};
    }
    log.add(std::move(problem));
  }
}

}  // namespace

int journal_init(const JournalInitArguments& arguments, Console& console) {
  ProblemLog log(console.problem_limit);
  const Result<Journal> journal = Journal::create(arguments.journal, arguments.name, holder("init"));
  log.append(journal.diagnostics());
  if (journal && !console.quiet) {
    console.out << console.text(texts::journal_made, {arguments.journal, arguments.name}) << '\n';
  }
  return ended(log, console);
}

int journal_append(const JournalAppendArguments& arguments, Console& console) {
  ProblemLog log(console.problem_limit);
  const bool one = !arguments.actor.empty() || !arguments.command.empty();
  if (one == !arguments.entries.empty()) throw UsageFailure{Text(texts::entry_or_file)};
  const Instant recorded = recorded_at(arguments.recorded, log);
  std::vector<JournalEntry> entries;
  std::vector<std::uint32_t> lines;
  const std::string name = one ? arguments.journal : shown_name(arguments.entries);
  if (one) {
    JournalEntry& entry = entries.emplace_back();
    entry.happened = arguments.happened.empty() ? recorded : instant_argument(arguments.happened);
    entry.actor = arguments.actor;
    entry.command = arguments.command;
    entry.subject = arguments.subject;
    entry.key = arguments.key;
    if (arguments.cause != 0) entry.cause = arguments.cause;
    if (!arguments.payload.empty()) entry.payload = arguments.payload;
    check_command(entry, {"--command", 0, 0, {}}, log);
  } else {
    InputFile input(arguments.entries);
    std::uint32_t number = 0;
    for (std::string line; std::getline(input.stream(), line);) {
      ++number;
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      Result<JournalEntry> entry = read_journal_entry(line, name);
      if (!entry) {
        for (Diagnostic problem : entry.diagnostics()) {
          problem.place.line = number;
          log.add(std::move(problem));
        }
        continue;
      }
      check_command(*entry, {name, number, 0, "/command"}, log);
      entries.push_back(std::move(*entry));
      lines.push_back(number);
    }
  }
  if (log.has_errors()) return ended(log, console, arguments.json);
  std::optional<Journal> journal = open_journal(arguments.journal, "append", log);
  if (!journal) return ended(log, console, arguments.json);
  const Result<std::vector<Appended>> appended = journal->append(entries, recorded);
  if (!appended) {
    add_placed(appended.diagnostics(), name, lines, log);
    return ended(log, console, arguments.json);
  }
  std::size_t repeated = 0;
  for (const Appended& each : *appended) repeated += each.repeated ? 1 : 0;
  if (arguments.json) {
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("recorded").string(recorded.to_string()).key("events").begin_array();
    for (const Appended& each : *appended) {
      json.begin_object().key("seq").number(each.seq).key("repeated").boolean(each.repeated).end_object();
    }
    json.end_array().key("size").number(journal->head().size).end_object();
    console.out << text << '\n';
  } else if (!console.quiet) {
    console.out << console.text(texts::journal_appended, {grouped(appended->size() - repeated), grouped(repeated),
                                                          grouped(journal->head().size)})
                << '\n';
  }
  return ended(log, console, arguments.json);
}

int journal_redact(const JournalRedactArguments& arguments, Console& console) {
  ProblemLog log(console.problem_limit);
  const Instant recorded = recorded_at(arguments.recorded, log);
  if (log.has_errors()) return ended(log, console);
  std::optional<Journal> journal = open_journal(arguments.journal, "redact", log);
  if (!journal) return ended(log, console);
  if (!arguments.forget_ticket) check_redaction(*journal, arguments.seq, arguments.journal, log);
  if (log.has_errors()) return ended(log, console);
  const Result<Appended> redacted = arguments.forget_ticket
                                        ? forget_ticket(std::move(*journal), arguments, recorded)
                                        : journal->redact(arguments.seq, arguments.actor, arguments.reason, recorded);
  add_placed(redacted.diagnostics(), arguments.journal, {}, log);
  if (redacted && !console.quiet) {
    console.out << console.text(texts::journal_redacted, {std::to_string(arguments.seq), std::to_string(redacted->seq)})
                << '\n';
  }
  return ended(log, console);
}

int journal_import(const JournalImportArguments& arguments, Console& console) {
  ProblemLog log(console.problem_limit);
  InputFile input(arguments.lines);
  const Result<JournalHead> head = import_journal(input.stream(), input.name(), arguments.journal, holder("import"));
  log.append(head.diagnostics());
  if (head && !console.quiet) {
    console.out << console.text(texts::journal_imported, {arguments.journal, grouped(head->size), to_hex(head->root)})
                << '\n';
  }
  return ended(log, console);
}

namespace {

void show_outbox(const std::vector<PendingEffect>& effects, bool as_json, Console& console) {
  if (!as_json) {
    for (const PendingEffect& effect : effects) {
      console.out << printable(effect.key() + "  " + effect.effect.kind + "  " + effect.effect.body) << '\n';
    }
    if (effects.empty() && !console.quiet) console.out << console.text(texts::journal_nothing_pending) << '\n';
    return;
  }
  std::string text;
  JsonWriter json(text);
  json.begin_object().key("effects").begin_array();
  for (const PendingEffect& effect : effects) {
    json.begin_object().key("key").string(effect.key()).key("seq").number(effect.seq);
    json.key("kind").string(effect.effect.kind).key("body").string(effect.effect.body).end_object();
  }
  json.end_array().end_object();
  console.out << text << '\n';
}

/// "7.0". Throws UsageFailure.
PendingEffect effect_of_key(const std::string& key) {
  PendingEffect effect;
  const char* const end = key.data() + key.size();
  const auto [dot, no_seq] = std::from_chars(key.data(), end, effect.seq);
  const bool has_dot = no_seq == std::errc() && dot != end && *dot == '.' && effect.seq != 0;
  const auto [behind, no_ordinal] = std::from_chars(has_dot ? dot + 1 : end, end, effect.ordinal);
  if (!has_dot || no_ordinal != std::errc() || behind != end) {
    throw UsageFailure{Text(texts::bad_effect_key, {key})};
  }
  return effect;
}

}  // namespace

int journal_outbox(const JournalOutboxArguments& arguments, Console& console) {
  ProblemLog log(console.problem_limit);
  if (arguments.acknowledged.empty()) {
    const Result<JournalView> view = JournalView::open(arguments.journal);
    log.append(view.diagnostics());
    if (view) {
      const Result<std::vector<PendingEffect>> effects = view->outbox(arguments.limit);
      log.append(effects.diagnostics());
      if (effects) show_outbox(*effects, arguments.json, console);
    }
    return ended(log, console, arguments.json);
  }
  std::vector<PendingEffect> effects;
  for (const std::string& key : arguments.acknowledged) effects.push_back(effect_of_key(key));
  std::optional<Journal> journal = open_journal(arguments.journal, "outbox", log);
  if (!journal) return ended(log, console, arguments.json);
  const std::uint64_t before = journal->view().value().outbox_counts().acknowledged;
  log.append(journal->acknowledge(effects));
  if (!log.has_errors() && arguments.json) {
    const OutboxCounts counts = journal->view().value().outbox_counts();
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("acknowledged").number(counts.acknowledged - before);
    json.key("pending").number(counts.recorded - counts.acknowledged).end_object();
    console.out << text << '\n';
  } else if (!log.has_errors() && !console.quiet) {
    const OutboxCounts counts = journal->view().value().outbox_counts();
    console.out << console.text(texts::journal_acknowledged,
                                {grouped(counts.acknowledged - before), grouped(counts.recorded - counts.acknowledged)})
                << '\n';
  }
  return ended(log, console, arguments.json);
}

}  // namespace aedile::tool
