#include "aedile/io/rectification_csv.h"

#include <algorithm>
#include <charconv>

#include "aedile/io/csv_table.h"
#include "core/excerpt.h"
#include "io/messages_csv.h"
#include "io/messages_ladder.h"

namespace aedile {

namespace {

/// The cells of a row; what cannot be read goes to the log at the cell.
class Row {
 public:
  Row(const CsvTable& table, ProblemLog& log) : table_(table), log_(log) {}

  std::string text(std::size_t column) const { return std::string(table_.cell(column)); }
  bool empty(std::size_t column) const { return table_.cell(column).empty(); }

  template <class Integer>
  std::optional<Integer> number(std::size_t column, const Message& wrong) const {
    const std::string_view cell = table_.cell(column);
    if (cell.empty()) return std::nullopt;
    Integer value = 0;
    const auto [stopped, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (failure == std::errc() && stopped == cell.data() + cell.size() && value >= 0) return value;
    error(column, wrong, {detail::excerpt(cell)});
    return std::nullopt;
  }

  bool flag(std::size_t column, std::string_view name) const {
    const std::string_view cell = table_.cell(column);
    if (cell.empty() || cell == "no" || cell == "false" || cell == "0" || cell == "否") return false;
    if (cell == "yes" || cell == "true" || cell == "1" || cell == "是") return true;
    error(column, messages::bad_flag, {detail::excerpt(cell), std::string(name)});
    return false;
  }

  template <class Enum>
  std::optional<Enum> word(std::size_t column, std::optional<Enum> (*parse)(std::string_view),
                           const char* words) const {
    const std::optional<Enum> value = parse(table_.cell(column));
    if (!value) error(column, messages::bad_word, {detail::excerpt(table_.cell(column)), words});
    return value;
  }

  Date date(std::size_t column) const {
    const Result<Date> value = Date::parse(table_.cell(column));
    if (value) return *value;
    for (const Diagnostic& problem : value.diagnostics()) log_.add({problem.level, table_.place(column), problem.text});
    return Date();
  }

  void error(std::size_t column, const Message& message, std::vector<std::string> arguments) const {
    log_.error(table_.place(column), message, std::move(arguments));
  }
  Place place() const { return table_.place(); }

 private:
  const CsvTable& table_;
  ProblemLog& log_;
};

enum FactColumn : std::size_t {
  fact_unit,
  fact_fate,
  fact_count,
  fact_site_class,
  fact_item,
  fact_period,
  fact_due,
  fact_handled,
  fact_late,
  fact_excused,
  fact_suspended,
  fact_recurrence,
  fact_verified,
  fact_passed_first,
  fact_returned,
  fact_filed_on_time,
  fact_dispatched,
  fact_dispatched_on_time,
  fact_send_backs,
  fact_extensions,
  fact_seconds
};

const std::vector<CsvColumn>& fact_columns() {
  static const std::vector<CsvColumn> columns{
      {"unit", true}, {"fate", true},   {"count"},          {"site_class"},    {"item"},       {"period"},
      {"due"},        {"handled"},      {"late"},           {"excused"},       {"suspended"},  {"recurrence"},
      {"verified"},   {"passed_first"}, {"returned"},       {"filed_on_time"}, {"dispatched"}, {"dispatched_on_time"},
      {"send_backs"}, {"extensions"},   {"working_seconds"}};
  return columns;
}

TicketFacts facts_in(const Row& row) {
  const auto flag = [&](FactColumn column) { return row.flag(column, fact_columns()[column].name); };
  TicketFacts facts;
  facts.unit = row.text(fact_unit);
  facts.site_class = row.text(fact_site_class);
  facts.item = row.text(fact_item);
  facts.period = row.text(fact_period);
  facts.fate =
      row.word<TicketFate>(fact_fate, parse_ticket_fate, "not_filed, open, closed, replied, exempted, voided, merged")
          .value_or(TicketFate::open);
  facts.due = flag(fact_due);
  facts.handled = flag(fact_handled);
  facts.late = flag(fact_late);
  facts.excused = flag(fact_excused);
  facts.suspended = flag(fact_suspended);
  facts.recurrence = flag(fact_recurrence);
  facts.verified = flag(fact_verified);
  facts.passed_first = flag(fact_passed_first);
  facts.returned = flag(fact_returned);
  facts.filed_on_time = flag(fact_filed_on_time);
  facts.dispatched = flag(fact_dispatched);
  facts.dispatched_on_time = flag(fact_dispatched_on_time);
  facts.send_backs = row.number<std::uint32_t>(fact_send_backs, messages::bad_count).value_or(0);
  facts.extensions = row.number<std::uint32_t>(fact_extensions, messages::bad_count).value_or(0);
  facts.working_seconds = row.number<std::int64_t>(fact_seconds, messages::bad_seconds);
  return facts;
}

enum OccasionColumn : std::size_t {
  occasion_unit,
  occasion_id,
  occasion_day,
  occasion_verdict,
  occasion_ground,
  occasion_group,
  occasion_done,
  occasion_all
};

/// A row whose verdict the lists of its occasion reach.
struct Listed {
  Occasion occasion;
  ListedRate rate;
  Place place;
};

std::string rate_text(const ListedRate& rate) { return std::to_string(rate.done) + "/" + std::to_string(rate.all); }

/// The lists of one occasion, a rule after the other; and the occasions with their verdicts.
void reach_verdicts(const std::vector<Listed>& rows, const UnitLadderFile& ladder, UnitOccasions& out,
                    ProblemLog& log) {
  for (const ListRule& rule : ladder.lists) {
    std::vector<ListedRate> rates;
    std::vector<const Listed*> of_group;
    for (const Listed& row : rows) {
      if (row.rate.group != rule.group) continue;
      rates.push_back(row.rate);
      of_group.push_back(&row);
    }
    if (rates.empty()) continue;
    const Result<GroupLists> lists = red_and_black(rule, rates);
    if (!lists) {
      for (Diagnostic problem : lists.diagnostics()) {
        // The pointer is "/" and the position among the rates.
        problem.place = of_group[static_cast<std::size_t>(std::stoul(problem.place.pointer.substr(1)))]->place;
        log.add(std::move(problem));
      }
      continue;
    }
    for (const Listed* row : of_group) {
      Occasion occasion = row->occasion;
      occasion.verdict = verdict_of(*lists, row->rate.unit);
      if (occasion.ground.empty()) occasion.ground = rate_text(row->rate);
      out.by_unit[row->rate.unit].push_back(std::move(occasion));
    }
    out.lists.emplace_back(rows.front().occasion.id, *lists);
  }
}

}  // namespace

std::optional<TicketStatistics> read_ticket_facts(std::istream& in, std::string file, ProblemLog& log,
                                                  CsvOptions options) {
  const std::uint64_t errors_before = log.error_count();
  CsvTable table(in, std::move(file), log, fact_columns(), {"ticket"}, options);
  const Row row(table, log);
  TicketStatistics statistics;
  while (table.next()) {
    const TicketFacts facts = facts_in(row);
    const auto count = row.number<std::uint32_t>(fact_count, messages::bad_count);
    if (log.error_count() == errors_before) statistics.add(facts, row.empty(fact_count) ? 1 : count.value_or(0));
  }
  if (log.error_count() != errors_before || !table.ok()) return std::nullopt;
  return statistics;
}

std::optional<UnitOccasions> read_occasions(std::istream& in, std::string file, ProblemLog& log,
                                            const UnitLadderFile& ladder, CsvOptions options) {
  const std::uint64_t errors_before = log.error_count();
  CsvTable table(
      in, std::move(file), log,
      {{"unit", true}, {"occasion", true}, {"day", true}, {"verdict"}, {"ground"}, {"group"}, {"done"}, {"all"}}, {},
      options);
  const Row row(table, log);
  UnitOccasions result;
  std::map<std::pair<Date, std::string>, std::vector<Listed>> listed;
  while (table.next()) {
    Occasion occasion{row.text(occasion_id), row.date(occasion_day), Verdict::passed, row.text(occasion_ground)};
    if (!row.empty(occasion_verdict)) {
      occasion.verdict =
          row.word<Verdict>(occasion_verdict, parse_verdict, "passed, failed, no_data").value_or(Verdict::passed);
      result.by_unit[row.text(occasion_unit)].push_back(std::move(occasion));
    } else if (ladder.lists.empty()) {
      row.error(occasion_verdict, messages::verdict_missing, {});
    } else {
      ListedRate rate{row.text(occasion_unit), row.text(occasion_group),
                      row.number<std::int64_t>(occasion_done, messages::bad_count).value_or(0),
                      row.number<std::int64_t>(occasion_all, messages::bad_count).value_or(0)};
      const bool known = std::any_of(ladder.lists.begin(), ladder.lists.end(),
                                     [&](const ListRule& rule) { return rule.group == rate.group; });
      if (!known) row.error(occasion_group, messages::no_group_rule, {detail::excerpt(rate.group)});
      const std::pair key{occasion.day, occasion.id};
      listed[key].push_back({std::move(occasion), std::move(rate), row.place()});
    }
  }
  for (const auto& [key, rows] : listed) reach_verdicts(rows, ladder, result, log);
  if (log.error_count() != errors_before || !table.ok()) return std::nullopt;
  return result;
}

std::optional<std::vector<ClosedRow>> read_closed(std::istream& in, std::string file, ProblemLog& log,
                                                  CsvOptions options) {
  enum : std::size_t { ticket, closed, item, site, location, area, found, times, site_class, severity };
  const std::uint64_t errors_before = log.error_count();
  CsvTable table(in, std::move(file), log,
                 {{"ticket", true},
                  {"closed", true},
                  {"item"},
                  {"site"},
                  {"location"},
                  {"area"},
                  {"found"},
                  {"times"},
                  {"site_class"},
                  {"severity"}},
                 {}, options);
  const Row row(table, log);
  std::vector<ClosedRow> rows;
  while (table.next()) {
    ClosedRow one;
    one.fault.ticket = one.ticket.id = row.text(ticket);
    one.fault.closed = row.date(closed);
    one.fault.found = {row.text(item), row.text(site), row.text(location), row.text(area), one.fault.closed};
    if (!row.empty(found)) one.fault.found.day = row.date(found);
    one.fault.times = row.number<std::uint32_t>(times, messages::bad_count).value_or(0);
    one.ticket.site_class = row.text(site_class);
    one.ticket.severity = row.text(severity);
    rows.push_back(std::move(one));
  }
  if (log.error_count() != errors_before || !table.ok()) return std::nullopt;
  return rows;
}

std::optional<std::vector<FoundRow>> read_found(std::istream& in, std::string file, ProblemLog& log,
                                                CsvOptions options) {
  enum : std::size_t { finding, item, site, day, location, area };
  const std::uint64_t errors_before = log.error_count();
  CsvTable table(in, std::move(file), log,
                 {{"finding", true}, {"item", true}, {"site", true}, {"day", true}, {"location"}, {"area"}}, {},
                 options);
  const Row row(table, log);
  std::vector<FoundRow> rows;
  while (table.next()) {
    rows.push_back(
        {row.text(finding), {row.text(item), row.text(site), row.text(location), row.text(area), row.date(day)}});
  }
  if (log.error_count() != errors_before || !table.ok()) return std::nullopt;
  return rows;
}

}  // namespace aedile
