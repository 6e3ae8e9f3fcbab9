// aedile ticket findings: the table of findings with what became of each, as scores read it.
#include <algorithm>
#include <map>

#include "aedile/data.h"
#include "aedile/input.h"
#include "aedile/io/csv.h"
#include "aedile/output.h"
#include "aedile/rectification/ticket_scores.h"
#include "aedile/texts_ticket.h"
#include "aedile/ticket_desk.h"

namespace aedile::tool {

namespace {

using FindingKey = std::pair<std::string, std::uint32_t>;

/// The tickets that are about each finding. Void ones say that there was no case.
std::map<FindingKey, std::vector<const Ticket*>> tickets_of_findings(const TicketBook& book) {
  std::map<FindingKey, std::vector<const Ticket*>> found;
  for (const Ticket& ticket : book.tickets()) {
    if (ticket.ending() == Ending::voided) continue;
    for (const FindingReference& each : ticket.subject().findings) {
      found[{each.visit, each.finding}].push_back(&ticket);
    }
  }
  return found;
}

/// Rows of a table, and columns that are added or written anew.
class Effects {
 public:
  Effects(CsvReader& reader, std::vector<std::string> names) : names_(std::move(names)) {
    for (std::size_t i = 0; i < reader.size(); ++i) header_.emplace_back(reader.field(i));
    visit_ = at("visit");
    result_ = at("result");
    reading_ = at("reading");
    for (const std::string& name : names_) {
      if (at(name) == npos) header_.push_back(name);
    }
  }

  bool has_visits() const { return visit_ != npos; }
  const std::vector<std::string>& header() const { return header_; }

  /// The row's number among the findings of its visit, from 1; nothing for a check or a reading.
  std::optional<FindingKey> key(const CsvReader& reader) {
    const auto cell = [&](std::size_t column) {
      return column < reader.size() ? reader.field(column) : std::string_view();
    };
    if (!cell(result_).empty() || !cell(reading_).empty()) return std::nullopt;
    std::string visit(cell(visit_));
    const std::uint32_t number = ++rows_[visit];
    return FindingKey{std::move(visit), number};
  }
  std::vector<std::string> row(const CsvReader& reader, const AttributeTexts& effects) const {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < header_.size(); ++i)
      cells.emplace_back(i < reader.size() ? reader.field(i) : std::string_view());
    for (const auto& [name, value] : effects) cells[at(name)] = value;
    return cells;
  }

 private:
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  std::size_t at(std::string_view name) const {
    const auto found = std::find(header_.begin(), header_.end(), name);
    return found == header_.end() ? npos : static_cast<std::size_t>(found - header_.begin());
  }

  std::vector<std::string> names_;
  std::vector<std::string> header_;
  std::size_t visit_ = npos;
  std::size_t result_ = npos;
  std::size_t reading_ = npos;
  std::map<std::string, std::uint32_t> rows_;
};

}  // namespace

int ticket_findings(const TicketFindingsArguments& arguments, Console& console) {
  require_inputs_kept(arguments.output, {arguments.journal, arguments.findings});
  TicketDesk desk(arguments.journal, console);
  const std::optional<TicketLedger> ledger = desk.read(arguments.as_of);
  if (!ledger) return desk.finish();
  const Instant now = *desk.when().happened;
  const ScoreEffectRules rules{.restore_when_timely = arguments.restore, .degrees = arguments.degrees};
  std::vector<std::string> names{"overdue", "repeat"};
  if (arguments.restore) names.emplace_back("corrected");
  if (arguments.degrees) names.emplace_back("recurrence");

  InputFile input(arguments.findings);
  ProblemLog log(console.problem_limit);
  CsvReader reader(input.stream(), input.name(), log);
  OutputFile output(arguments.output, console);
  CsvWriter csv(output.stream());
  const auto tickets = tickets_of_findings(ledger->book());
  std::size_t marked = 0;
  if (reader.next()) {
    Effects table(reader, names);
    if (!table.has_visits()) desk.problem(texts::findings_without_visits, {input.name()});
    csv.record(table.header());
    while (table.has_visits() && reader.next()) {
      AttributeTexts effects;
      const std::optional<FindingKey> key = table.key(reader);
      const auto found = key ? tickets.find(*key) : tickets.end();
      for (const Ticket* ticket : found == tickets.end() ? std::vector<const Ticket*>() : found->second) {
        for (auto& effect : score_effects(scored_ticket(ledger->book(), *ticket, now), rules)) {
          effects.push_back(std::move(effect));
        }
      }
      marked += effects.empty() ? 0 : 1;
      csv.record(table.row(reader, effects));
    }
  }
  desk.note(log.shown());
  if (desk.log().has_errors()) return desk.finish();
  output.commit();
  if (!console.quiet && arguments.output != "-") {
    console.out << console.text(texts::findings_marked, {std::to_string(marked)}) << '\n';
  }
  return desk.finish();
}

}  // namespace aedile::tool
