// aedile notice render: both copies of a notice, as text or as a page to print.
#include <algorithm>

#include "aedile/data.h"
#include "aedile/input.h"
#include "aedile/io/framework_json.h"
#include "aedile/io/notice_json.h"
#include "aedile/io/organisation_json.h"
#include "aedile/output.h"
#include "aedile/rectify.h"
#include "aedile/texts_ticket.h"
#include "aedile/ticket_desk.h"

namespace aedile::tool {

namespace {

/// What the journal does not know: what things are called.
void name_things(Notice& notice, const NoticeRenderArguments& arguments, const Ticket& ticket, TicketDesk& desk) {
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
    if (read) {
      const auto node = std::find_if(read->nodes.begin(), read->nodes.end(),
                                     [&](const Node& each) { return each.code == ticket.subject().item; });
      for (NoticeFinding& finding : notice.findings) {
        if (node != read->nodes.end()) finding.title = node->title;
      }
    }
  }
  const auto& people = desk.people();
  const auto inspector = std::find_if(people.begin(), people.end(),
                                      [&](const RegisteredPerson& each) { return each.id == notice.inspected_by; });
  if (inspector != people.end() && !inspector->title.empty()) notice.inspected_by = inspector->title.in(language);
}

std::optional<Notice> from_journal(const NoticeRenderArguments& arguments, TicketDesk& desk) {
  const std::optional<TicketLedger> ledger = desk.read({});
  if (!ledger) return std::nullopt;
  std::optional<Notice> notice =
      desk.value(notice_of(*desk.view(), *ledger, arguments.ticket, {}, desk.console().language));
  if (notice) {
    desk.know(ledger->regulations()->people);
    name_things(*notice, arguments, *ledger->book().find(arguments.ticket), desk);
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
  require_one_standard_input({arguments.notice, arguments.organisation, arguments.scheme});
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
