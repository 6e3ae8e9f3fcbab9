#include "aedile/io/scores_csv.h"

#include <array>
#include <utility>

#include "aedile/core/exceptions.h"
#include "io/messages_csv.h"

namespace aedile {

namespace {

constexpr std::string_view mark_prefix = "mark:";

enum Column : std::size_t {
  visit_column,
  site_column,
  class_column,
  date_column,
  mode_column,
  edition_column,
  status_column,
  score_column,
  possible_column,
  grade_column,
  completion_column
};

std::vector<CsvColumn> score_columns() {
  return {{"visit", true}, {"site"},  {"site_class"}, {"date"},  {"mode"},      {"edition"},
          {"status"},      {"score"}, {"possible"},   {"grade"}, {"completion"}};
}

template <class Number>
std::string text_of(const std::optional<Number>& number) {
  return number ? number->to_string() : std::string();
}

}  // namespace

ScoreRow score_row(const VisitRecord& visit, const ScoredVisit& scored, std::span<const std::string> nodes) {
  ScoreRow row{.visit = visit.id,
               .site = visit.site,
               .site_class = visit.site_class,
               .date = visit.date,
               .mode = visit.mode,
               .edition = visit.edition,
               .status = "error",
               .score = {},
               .possible = {},
               .grade = {},
               .completion = {},
               .marks = {},
               .place = {}};
  row.marks.resize(nodes.size());
  if (scored.framework != nullptr) row.edition = scored.framework->source().edition;
  if (!scored.card) return row;
  const CompiledFramework& framework = *scored.framework;
  const Scorecard& card = *scored.card;
  const NodeId root = framework.root();
  row.status = to_string(card.status());
  row.score = card.mark();
  if (row.score) {
    row.possible = card.possible(root);
    if (card.grade() != no_grade) row.grade = framework.grades(root)[card.grade()].code;
  }
  row.completion = card.completion();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (const std::optional<NodeId> node = framework.find(nodes[i])) row.marks[i] = card.mark(*node);
  }
  return row;
}

ScoresCsvWriter::ScoresCsvWriter(std::ostream& out, const std::vector<std::string>& nodes)
    : csv_(out), nodes_(nodes.size()) {
  for (const CsvColumn& column : score_columns()) csv_.field(column.name);
  for (const std::string& code : nodes) csv_.field(std::string(mark_prefix) + code);
  csv_.end_record();
}

void ScoresCsvWriter::write(const ScoreRow& row) {
  if (row.marks.size() != nodes_) throw ContractError("ScoresCsvWriter: marks and nodes differ in number");
  csv_.field(row.visit).field(row.site).field(row.site_class).field(row.date ? row.date->to_string() : std::string());
  csv_.field(row.mode).field(row.edition).field(row.status).field(text_of(row.score)).field(text_of(row.possible));
  csv_.field(row.grade).field(text_of(row.completion));
  for (const std::optional<Points>& mark : row.marks) csv_.field(text_of(mark));
  csv_.end_record();
}

ScoresCsvReader::ScoresCsvReader(CsvInput input, ProblemLog& log, CsvOptions options)
    : table_(input.stream, std::move(input.name), log, score_columns(), {}, options), log_(&log) {
  for (std::size_t i = 0; i < table_.extra_count(); ++i) {
    const std::string& name = table_.extra_name(i);
    if (name.compare(0, mark_prefix.size(), mark_prefix) != 0) continue;
    nodes_.push_back(name.substr(mark_prefix.size()));
    node_columns_.push_back(i);
  }
}

bool ScoresCsvReader::has_score() const { return table_.has(score_column); }
bool ScoresCsvReader::has_grade() const { return table_.has(grade_column); }

template <class Number>
std::optional<Number> ScoresCsvReader::number(std::string_view text, const Place& place) {
  if (text.empty()) return std::nullopt;
  const Result<Number> parsed = Number::parse(text);
  if (parsed) return *parsed;
  for (const Diagnostic& problem : parsed.diagnostics()) log_->add({problem.level, place, problem.text});
  return std::nullopt;
}

bool ScoresCsvReader::next(ScoreRow& row) {
  if (!table_.next()) return false;
  row.place = table_.place();
  row.visit = table_.cell(visit_column);
  if (row.visit.empty()) log_->error(table_.place(visit_column), messages::missing_visit_id);
  row.site = table_.cell(site_column);
  row.site_class = table_.cell(class_column);
  row.mode = table_.cell(mode_column);
  row.edition = table_.cell(edition_column);
  row.status = table_.cell(status_column);
  row.grade = table_.cell(grade_column);
  row.date.reset();
  if (const std::string_view text = table_.cell(date_column); !text.empty()) {
    const Result<Date> date = Date::parse(text);
    if (date) row.date = *date;
    for (const Diagnostic& problem : date.diagnostics()) {
      log_->add({problem.level, table_.place(date_column), problem.text});
    }
  }
  row.score = number<Points>(table_.cell(score_column), table_.place(score_column));
  row.possible = number<Points>(table_.cell(possible_column), table_.place(possible_column));
  row.completion = number<Factor>(table_.cell(completion_column), table_.place(completion_column));
  row.marks.clear();
  for (const std::size_t column : node_columns_) {
    row.marks.push_back(number<Points>(table_.extra(column), table_.extra_place(column)));
  }
  return true;
}

}  // namespace aedile
