// aedile notice render: both copies of a notice, as text or as a page to print.
#include <algorithm>
#include <map>
#include <utility>

#include "aedile/data.h"
#include "aedile/input.h"
#include "aedile/io/csv_table.h"
#include "aedile/io/framework_json.h"
#include "aedile/io/notice_json.h"
#include "aedile/io/organisation_json.h"
#include "aedile/output.h"
#include "aedile/rectify.h"
#include "aedile/texts_rectify.h"
#include "aedile/texts_ticket.h"
#include "aedile/ticket_desk.h"

namespace aedile::tool {

namespace {

using FindingKey = std::pair<std::string, std::uint32_t>;

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

/// The findings that the ticket is about, as the table tells them: its rows of a visit are numbered from 1.
void take_findings(Notice& notice, const std::string& file, const Ticket& ticket, TicketDesk& desk) {
  enum : std::size_t { visit, item, location, evidence, note, requirement, result, reading };
  InputFile input(file);
  ProblemLog log(desk.console().problem_limit);
  CsvTable table(
      input.stream(), input.name(), log,
      {{"visit", true}, {"item", true}, {"location"}, {"evidence"}, {"note"}, {"requirement"}, {"result"}, {"reading"}},
      {}, {});
  std::map<std::string, std::uint32_t> rows;
  std::map<FindingKey, NoticeFinding> told;
  const auto text = [&](std::size_t column) { return std::string(table.cell(column)); };
  while (table.next()) {
    if (!table.cell(result).empty() || !table.cell(reading).empty()) continue;  // a check, no finding
    const FindingKey key{text(visit), ++rows[text(visit)]};
    NoticeFinding finding{.item = text(item), .description = text(note), .location = text(location)};
    if (finding.description.empty()) finding.description = finding.item;
    finding.requirement = text(requirement);
    if (!table.cell(evidence).empty()) finding.evidence = split(table.cell(evidence), ';');
    told.emplace(key, std::move(finding));
  }
  desk.note(log.shown());
  std::vector<NoticeFinding> findings;
  for (const FindingReference& each : ticket.subject().findings) {
    const auto found = told.find({each.visit, each.finding});
    if (found == told.end()) {
      desk.problem(texts::notice_no_finding, {each.visit, std::to_string(each.finding), input.name()});
    } else {
      findings.push_back(found->second);
    }
  }
  if (!findings.empty()) notice.findings = std::move(findings);
}

/// The day of the visit at which the ticket's first finding was made.
void take_visit(Notice& notice, const std::string& file, const Ticket& ticket, TicketDesk& desk) {
  enum : std::size_t { visit, date };
  InputFile input(file);
  ProblemLog log(desk.console().problem_limit);
  CsvTable table(input.stream(), input.name(), log, {{"visit", true}, {"date", true}}, {}, {});
  while (table.next()) {
    const Result<Date> day = Date::parse(table.cell(date));
    const bool here =
        !ticket.subject().findings.empty() && table.cell(visit) == ticket.subject().findings.front().visit;
    if (here && day && *day <= notice.issued_on) notice.inspected_on = *day;
  }
  desk.note(log.shown());
}

/// What the journal does not know: what things are called.
void name_things(Notice& notice, const NoticeRenderArguments& arguments, TicketDesk& desk) {
  const Language language = desk.console().language;
  if (!arguments.organisation.empty()) {
    const auto read = desk.value(
        read_organisation(read_text(arguments.organisation), shown_name(arguments.organisation), Validate::later));
    if (read) {
      const auto unit = std::find_if(read->units.begin(), read->units.end(),
                                     [&](const Unit& each) { return each.code == notice.unit; });
      if (unit != read->units.end() && !unit->title.empty()) notice.unit = unit->title.in(language);
      const auto site = std::find_if(read->sites.begin(), read->sites.end(),
                                     [&](const Site& each) { return each.code == notice.site; });
      if (site != read->sites.end() && !site->title.empty()) notice.site += " " + site->title.in(language);
    }
  }
  if (!arguments.scheme.empty()) {
    const auto read = desk.value(read_framework(read_text(arguments.scheme), shown_name(arguments.scheme)));
    for (NoticeFinding& finding : notice.findings) {
      if (!read) break;
      const auto node = std::find_if(read->nodes.begin(), read->nodes.end(),
                                     [&](const Node& each) { return each.code == finding.item; });
      if (node != read->nodes.end()) finding.title = node->title;
    }
  }
  const auto& people = desk.people();
  const auto inspector = std::find_if(people.begin(), people.end(),
                                      [&](const RegisteredPerson& each) { return each.id == notice.inspected_by; });
  if (inspector != people.end() && !inspector->title.empty()) notice.inspected_by = inspector->title.in(language);
}

/// What a paper cannot go out without, though a ticket can be opened without it.
void check(const Notice& notice, TicketDesk& desk) {
  const bool told = std::none_of(notice.findings.begin(), notice.findings.end(),
                                 [](const NoticeFinding& finding) { return finding.description.empty(); });
  if (told) {
    desk.note(validate(notice));
  } else {
    desk.problem(texts::notice_no_description, {notice.ticket});
  }
}

std::optional<Notice> from_journal(const NoticeRenderArguments& arguments, TicketDesk& desk) {
  const std::optional<TicketLedger> ledger = desk.read({});
  if (!ledger) return std::nullopt;
  std::optional<Notice> notice =
      desk.value(notice_of(*desk.view(), *ledger, arguments.ticket, {}, desk.console().language));
  if (notice) {
    desk.know(ledger->regulations()->people);
    const Ticket& ticket = *ledger->book().find(arguments.ticket);
    if (!arguments.visits.empty()) take_visit(*notice, arguments.visits, ticket, desk);
    if (!arguments.findings.empty()) take_findings(*notice, arguments.findings, ticket, desk);
    name_things(*notice, arguments, desk);
    check(*notice, desk);
  }
  return notice;
}

std::optional<Notice> from_file(const NoticeRenderArguments& arguments, TicketDesk& desk) {
  const std::string text = read_text(arguments.notice);
  if (text.starts_with("SQLite format 3")) {
    throw UsageFailure{Text(texts::notice_is_journal, {shown_name(arguments.notice)})};
  }
  return desk.value(read_notice(text, shown_name(arguments.notice)));
}

}  // namespace

int notice_render(const NoticeRenderArguments& arguments, Console& console) {
  TicketDesk desk(arguments.notice, console);
  require_one_standard_input(
      {arguments.notice, arguments.organisation, arguments.scheme, arguments.visits, arguments.findings});
  std::vector<std::string> inputs = files_of_journal(arguments.notice);
  inputs.insert(inputs.end(), {arguments.organisation, arguments.scheme, arguments.visits, arguments.findings});
  require_inputs_kept(arguments.output, inputs);
  const std::optional<Notice> notice =
      arguments.ticket.empty() ? from_file(arguments, desk) : from_journal(arguments, desk);
  if (notice && !desk.log().has_errors()) {
    std::vector<NoticeCopy> copies{NoticeCopy::responsible, NoticeCopy::look_back};
    if (const auto one = parse_notice_copy(arguments.copy)) copies = {*one};
    OutputFile output(arguments.output, console);
    if (arguments.html) {
      output.stream() << html_of(*notice, copies, console.language);
    } else {
      for (std::size_t i = 0; i < copies.size(); ++i) {
        if (i > 0) output.stream() << "\n\n";
        output.stream() << text_of(*notice, copies[i], console.language);
      }
    }
    output.commit();
  }
  return desk.finish();
}

}  // namespace aedile::tool
