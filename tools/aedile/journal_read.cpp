// aedile journal verify, head, as-of, export: what only reads a journal.
#include "aedile/data.h"
#include "aedile/input.h"
#include "aedile/journal.h"
#include "aedile/journal/journal_lines.h"
#include "aedile/journal/proof_json.h"
#include "aedile/output.h"
#include "aedile/rectification/setup_lookup.h"
#include "aedile/texts.h"
#include "aedile/texts_journal.h"

namespace aedile::tool {

namespace {

std::optional<JournalView> open_view(const std::string& file, ProblemLog& log) {
  Result<JournalView> view = JournalView::open(file);
  log.append(view.diagnostics());
  return view ? std::optional(std::move(*view)) : std::nullopt;
}

/// The payload as a person reads it beside others: without its layout, and cut short where it is long.
std::string in_one_line(const std::string& payload) {
  constexpr std::size_t most = 1'000;
  std::string line;
  bool layout = false;  // strings have no line ends of their own
  for (const char c : payload) {
    layout = c == '\n' || (layout && (c == ' ' || c == '\t' || c == '\r'));
    if (!layout) line += c;
  }
  if (line.size() <= most) return line;
  std::size_t end = most;
  while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;  // not within a character
  return line.substr(0, end) + " …";
}

/// A time until which events are asked for: with an offset, or in the zone of the journal's regulations. Throws
/// UsageFailure.
std::optional<Instant> until(const std::string& text, const JournalView& view) {
  if (text.empty()) return std::nullopt;
  if (const Result<Instant> instant = Instant::parse(text)) return *instant;
  const Result<TicketLedger> ledger = regulations_of(view);
  if (!ledger || ledger->regulations() == nullptr) {
    if (!TimeZone().parse(text)) return instant_argument(text);  // which is no time of any zone
    throw UsageFailure{Text(texts::journal_without_zone, {text})};
  }
  const Result<Instant> instant = end_of_time(usual_calendar(*ledger->regulations()->setup).latest().zone(), text);
  if (!instant) throw UsageFailure{instant.diagnostics().items().front().text};
  return *instant;
}

}  // namespace

int journal_verify(const JournalVerifyArguments& arguments, Console& console) {
  ProblemLog log(console.problem_limit);
  std::vector<JournalHead> heads;
  for (const std::string& file : arguments.heads) {
    const Result<JournalHead> head = read_journal_head(read_text(file), shown_name(file));
    log.append(head.diagnostics());
    if (head) heads.push_back(*head);
  }
  std::optional<JournalCheck> check;
  if (!log.has_errors()) {
    if (const std::optional<JournalView> view = open_view(arguments.journal, log)) {
      Result<JournalCheck> checked = view->verify(heads);
      log.append(checked.diagnostics());
      if (checked) check = std::move(*checked);
    }
  }
  if (arguments.json) {
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("sound").boolean(check.has_value());
    if (check) {
      json.key("name").string(check->head.name).key("size").number(check->head.size);
      json.key("root").string(to_hex(check->head.root)).key("redacted").number(check->redacted);
      json.key("pending_effects").number(check->pending_effects).key("snapshots").number(check->snapshots);
    }
    json.key("heads").number(heads.size());
    write_problems(json, console, log);
    json.end_object();
    console.out << text << '\n';
    return exit_code_of_journal(log);
  }
  if (check && !console.quiet) {
    const JournalHead& head = check->head;
    console.out << console.text(heads.empty() ? texts::journal_consistent : texts::journal_sound,
                                {head.name, grouped(head.size), to_hex(head.root)})
                << '\n'
                << console.text(texts::journal_details, {grouped(check->redacted), grouped(check->pending_effects),
                                                         grouped(check->snapshots), grouped(heads.size())})
                << '\n';
  }
  return ended(log, console);
}

int journal_head(const JournalHeadArguments& arguments, Console& console) {
  if (arguments.json && arguments.output == standard_stream) throw UsageFailure{Text(texts::one_standard_output)};
  require_inputs_kept(arguments.output, files_of_journal(arguments.journal));
  ProblemLog log(console.problem_limit);
  const std::optional<JournalView> view = open_view(arguments.journal, log);
  if (!view) return ended(log, console, arguments.json);
  const std::uint64_t size = arguments.at == 0 ? view->size() : arguments.at;
  if (size > view->size()) {
    log.error(Place{arguments.journal, 0, 0, {}}, texts::no_such_size,
              {std::to_string(size), std::to_string(view->size())});
    return ended(log, console, arguments.json);
  }
  const Result<JournalHead> head = view->head_at(size);
  log.append(head.diagnostics());
  if (!head) return ended(log, console, arguments.json);
  if (!arguments.output.empty()) {
    OutputFile output(arguments.output, console);
    output.stream() << write_journal_head(*head);
    output.commit();
  }
  if (arguments.json) {
    console.out << write_journal_head(*head);
  } else if (arguments.output != standard_stream && !console.quiet) {
    console.out << console.text(texts::journal_head_line, {head->name, grouped(head->size), to_hex(head->root)})
                << '\n';
    if (!arguments.output.empty()) console.out << console.text(texts::journal_keep_elsewhere) << '\n';
  }
  return ended(log, console, arguments.json);
}

int journal_as_of(const JournalAsOfArguments& arguments, Console& console) {
  ProblemLog log(console.problem_limit);
  const std::optional<JournalView> view = open_view(arguments.journal, log);
  if (!view) return ended(log, console);
  const AsOf when{until(arguments.happened, *view), until(arguments.recorded, *view)};
  std::uint64_t listed = 0;
  log.append(view->as_of(when, [&](const JournalEvent& event) {
    const JournalEntry& entry = event.entry;
    if (!arguments.subject.empty() && entry.subject != arguments.subject) return true;
    if (!arguments.command.empty() && entry.command != arguments.command) return true;
    ++listed;
    if (arguments.json) {
      console.out << write_journal_line(event) << '\n';
    } else {
      const std::string content =
          event.redacted ? console.text(texts::journal_redacted_word) : in_one_line(entry.payload);
      console.out << printable(std::to_string(event.seq) + "  " + entry.happened.to_string() + "  " + entry.actor +
                               "  " + entry.command + "  " + (entry.subject.empty() ? "-" : entry.subject) + "  " +
                               content)
                  << '\n';
    }
    return static_cast<bool>(console.out);
  }));
  if (!arguments.json && !console.quiet) {
    console.out << console.text(texts::journal_listed, {grouped(listed), grouped(view->size())}) << '\n';
  }
  return ended(log, console);
}

int journal_export(const JournalExportArguments& arguments, Console& console) {
  require_inputs_kept(arguments.output, files_of_journal(arguments.journal));
  ProblemLog log(console.problem_limit);
  const std::optional<JournalView> view = open_view(arguments.journal, log);
  if (!view) return ended(log, console);
  OutputFile output(arguments.output, console);
  log.append(export_journal(*view, output.stream()));
  output.require_written();
  // A copy that lacks something is no copy.
  if (!log.has_errors()) output.commit();
  return ended(log, console);
}

}  // namespace aedile::tool
