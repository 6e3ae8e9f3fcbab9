// aedile ticket adopt, open, do: what adds to the journal.
#include <algorithm>
#include <set>

#include "aedile/input.h"
#include "aedile/io/regulations_json.h"
#include "aedile/rectification/setup_lookup.h"
#include "aedile/texts.h"
#include "aedile/texts_ticket.h"
#include "aedile/ticket_desk.h"
#include "aedile/ticket_print.h"

namespace aedile::tool {

namespace {

/// The workflow of that id in its latest edition; nullptr, with a problem.
const CompiledWorkflow* workflow_of(TicketDesk& desk, const TicketLedger& ledger, const std::string& id) {
  const TicketSetup& setup = *ledger.regulations()->setup;
  const CompiledWorkflow* const found = find_workflow(setup, id);
  if (found == nullptr) {
    std::string known;
    for (const CompiledWorkflow& each : setup.workflows) known += (known.empty() ? "" : ", ") + each.id();
    desk.problem(texts::ticket_no_workflow, {id, known});
  }
  return found;
}

/// The only command by which the workflow opens tickets; empty, with a problem.
std::string opening_of(TicketDesk& desk, const CompiledWorkflow& workflow) {
  std::string all;
  std::size_t count = 0;
  std::string last;
  for (const WorkflowCommand& command : workflow.workflow().commands) {
    if (command.kind != CommandKind::open) continue;
    all += (all.empty() ? "" : ", ") + command.code;
    last = command.code;
    ++count;
  }
  if (count == 1) return last;
  desk.problem(texts::ticket_which_opening, {all});
  return {};
}

/// VISIT#N
std::optional<FindingReference> finding_of(TicketDesk& desk, const std::string& text) {
  const std::size_t at = text.rfind('#');
  if (at != std::string::npos && at != 0) {
    const std::string digits = text.substr(at + 1);
    const bool number = !digits.empty() && digits.size() < 9 && digits.find_first_not_of("0123456789") == digits.npos;
    if (number) return FindingReference{text.substr(0, at), static_cast<std::uint32_t>(std::stoul(digits))};
  }
  desk.wrong_argument(texts::ticket_bad_pair, {text, "VISIT#NUMBER"});
  return std::nullopt;
}

std::optional<TicketLink> link_of(TicketDesk& desk, const std::string& text) {
  const std::size_t at = text.find('=');
  if (at == std::string::npos || at == 0 || at + 1 == text.size()) {
    desk.wrong_argument(texts::ticket_bad_pair, {text, "KIND=TICKET"});
    return std::nullopt;
  }
  const std::optional<LinkKind> kind = parse_link_kind(text.substr(0, at));
  if (kind == LinkKind::recurrence_of || kind == LinkKind::propagated_from)
    return TicketLink{*kind, text.substr(at + 1)};
  desk.wrong_argument(texts::ticket_bad_link, {text.substr(0, at)});
  return std::nullopt;
}

/// What the codes of states, roles and commands that a refusal names are called.
void print_meanings(const Diagnostics& problems, const CompiledWorkflow& workflow, const Console& console) {
  const Workflow& written = workflow.workflow();
  std::string meanings;
  std::set<std::string> told;
  const auto tell = [&](const std::string& word, const auto& named) {
    const auto found = std::find_if(named.begin(), named.end(), [&](const auto& each) { return each.code == word; });
    if (found == named.end() || found->title.empty() || found->title.in(console.language) == word) return;
    if (!told.insert(word).second) return;
    if (!meanings.empty()) meanings += console.language == Language::zh ? "；" : "; ";
    meanings += console.text(texts::ticket_meaning, {word, found->title.in(console.language)});
  };
  for (const Diagnostic& problem : problems) {
    if (problem.code() != "ticket_state" && problem.code() != "ticket_role" && problem.code() != "ticket_is_asked")
      continue;
    const std::vector<std::string>& arguments = problem.text.arguments();
    // Of a state only what it is called: what is open there, `aedile ticket allowed` tells better.
    const std::size_t last = problem.code() == "ticket_state" ? 3 : arguments.size();
    for (std::size_t i = 1; i < std::min(last, arguments.size()); ++i) {
      std::size_t begin = 0;
      while (begin <= arguments[i].size()) {
        const std::size_t end = std::min(arguments[i].find(", ", begin), arguments[i].size());
        const std::string word = arguments[i].substr(begin, end - begin);
        if (i == 2) tell(word, written.states);
        tell(word, written.roles);
        tell(word, written.commands);
        begin = end + 2;
      }
    }
  }
  if (!meanings.empty()) console.err << console.text(texts::ticket_meanings, {meanings}) << '\n';
}

int carry_out(TicketDesk& desk, TicketJournal& tickets, TicketCommand command, const std::string& key, bool json) {
  const Instant recorded = command.recorded;
  if (!desk.may_record(tickets.ledger(), recorded)) return desk.finish();
  const Ticket* const ticket = tickets.ledger().book().find(command.ticket);
  const std::optional<CompiledWorkflow> workflow = ticket == nullptr ? std::nullopt : std::optional(ticket->workflow());
  Result<Receipt> result = tickets.carry_out(std::move(command), key);
  const Diagnostics problems = result.diagnostics();
  const std::optional<Receipt> receipt = desk.written(std::move(result), tickets, recorded);
  const int code = desk.finish();
  if (!receipt && workflow && !json) print_meanings(problems, *workflow, desk.console());
  if (receipt) print_receipt(*receipt, tickets.ledger(), json, desk.console());
  return code;
}

}  // namespace

int ticket_adopt(const TicketAdoptArguments& arguments, Console& console) {
  TicketDesk desk(arguments.journal, console);
  const std::optional<Regulations> regulations =
      desk.value(read_regulations(read_text(arguments.regulations), shown_name(arguments.regulations)));
  if (!regulations) return desk.finish();
  std::optional<TicketJournal> tickets = desk.open_for_writing();
  if (!tickets) return desk.finish();
  // The first ones bring the calendar by which times are written.
  TicketLedger known;
  const bool first = tickets->ledger().regulations() == nullptr;
  if (first) {
    JournalEvent event;
    event.entry.command = std::string(adopt_command);
    event.entry.payload = write_regulations(*regulations);
    desk.note(known.apply(event));
  }
  const TicketLedger& ledger = first ? known : tickets->ledger();
  if (desk.log().has_errors()) return desk.finish();
  const std::optional<Instant> happened = desk.time(ledger, arguments.moment.at);
  const std::optional<Instant> recorded = desk.recorded(ledger, arguments.moment.recorded, happened);
  if (!happened || !recorded || !desk.may_record(ledger, *recorded)) return desk.finish();
  Result<Appended> adopted = tickets->adopt(*regulations, arguments.moment.as, *happened, *recorded);
  const std::optional<Appended> appended =
      first ? desk.value(std::move(adopted)) : desk.written(std::move(adopted), *tickets, *recorded);
  const int code = desk.finish();
  if (appended && !console.quiet) {
    console.out << console.text(texts::ticket_adopted,
                                {regulations->id, regulations->edition, std::to_string(appended->seq)})
                << '\n';
  }
  return code;
}

int ticket_open(const TicketOpenArguments& arguments, Console& console) {
  TicketDesk desk(arguments.journal, console, arguments.json ? "ticket_receipt/1" : "");
  std::optional<TicketJournal> tickets = desk.open_for_writing();
  if (!tickets) return desk.finish();
  const TicketLedger& ledger = tickets->ledger();
  TicketCommand command{.command = arguments.command, .ticket = arguments.ticket};
  if (!desk.moment(ledger, arguments.moment, command)) return desk.finish();
  const CompiledWorkflow* const workflow = workflow_of(desk, ledger, arguments.workflow);
  if (workflow != nullptr && command.command.empty()) command.command = opening_of(desk, *workflow);
  TicketOpening opening{.workflow = arguments.workflow};
  opening.subject = {arguments.title, arguments.site,        arguments.location, arguments.site_class,
                     arguments.item,  arguments.fault_class, arguments.severity, {}};
  for (const std::string& text : arguments.findings) {
    if (const auto finding = finding_of(desk, text)) opening.subject.findings.push_back(*finding);
  }
  for (const std::string& text : arguments.links) {
    if (const auto link = link_of(desk, text)) command.links.push_back(*link);
  }
  command.opening = std::move(opening);
  if (!desk.particulars(ledger, arguments.particulars, command)) return desk.finish();
  return carry_out(desk, *tickets, std::move(command), arguments.particulars.key, arguments.json);
}

int ticket_do(const TicketDoArguments& arguments, Console& console) {
  TicketDesk desk(arguments.journal, console, arguments.json ? "ticket_receipt/1" : "");
  std::optional<TicketJournal> tickets = desk.open_for_writing();
  if (!tickets) return desk.finish();
  TicketCommand command{.command = arguments.command, .ticket = arguments.ticket};
  const bool understood = desk.moment(tickets->ledger(), arguments.moment, command) &&
                          desk.particulars(tickets->ledger(), arguments.particulars, command);
  if (!understood) return desk.finish();
  return carry_out(desk, *tickets, std::move(command), arguments.particulars.key, arguments.json);
}

}  // namespace aedile::tool
