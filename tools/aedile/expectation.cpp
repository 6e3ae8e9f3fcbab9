#include "aedile/expectation.h"

#include "aedile/scoring/explain.h"
#include "aedile/texts.h"

namespace aedile::tool {

namespace {

std::string described(const std::optional<Points>& score, const std::string& grade, const std::string& otherwise) {
  std::string text = score ? score->to_string() : std::string();
  if (!grade.empty()) text += (text.empty() ? "" : " ") + grade;
  return text.empty() ? otherwise : text;
}

}  // namespace

Expectation::Expectation(const std::string& file, std::size_t limit, ProblemLog& log)
    : file_(file), limit_(limit), agreement_(file_.csv(), log) {}

void Expectation::compare(const Editions& editions, const ScoreOptions& options, Language language, const VisitRow& row,
                          const ScoredVisit& scored) {
  std::optional<Agreement::Difference> difference = agreement_.compare(score_row(row.record, scored));
  if (!difference || shown_.size() == limit_) return;
  Shown shown{row.record.id, std::move(*difference), {}};
  if (scored.card) {
    const ScoredVisit derived = VisitScorer(editions, options).score(row, Derive::yes);
    if (derived.card)
      shown.explanation = explain(*derived.framework, row.record, *derived.card, {.language = language});
  }
  shown_.push_back(std::move(shown));
}

void Expectation::print(std::ostream& out, const Console& console) const {
  for (const Shown& shown : shown_) {
    const Agreement::Difference& d = shown.difference;
    out << console.text(texts::difference, {to_string(d.place), shown.visit,
                                            described(d.official_score, d.official_grade, d.official_status),
                                            described(d.score, d.grade, d.status)})
        << '\n';
    if (!shown.explanation.empty()) out << printable(shown.explanation) << '\n';
  }
  if (agreement_.differing() > shown_.size()) {
    out << console.text(texts::more_differences, {grouped(agreement_.differing() - shown_.size())}) << '\n';
  }
  for (const auto& [visit, place] : agreement_.first_missing(limit_)) {
    out << console.text(texts::never_scored, {to_string(place), visit}) << '\n';
  }
  if (agreement_.missing() > limit_) {
    out << console.text(texts::more_never_scored, {grouped(agreement_.missing() - limit_)}) << '\n';
  }
  out << console.text(texts::agreement, {grouped(agreement_.agreeing()), grouped(agreement_.official())}) << '\n';
}

void Expectation::write(JsonWriter& json) const {
  json.key("agreement").begin_object();
  json.key("agreeing").number(agreement_.agreeing());
  json.key("official").number(agreement_.official());
  json.key("differing").number(agreement_.differing());
  json.key("missing").number(agreement_.missing());
  json.key("first_differences").begin_array();
  for (const Shown& shown : shown_) {
    const Agreement::Difference& d = shown.difference;
    json.begin_object().key("visit").string(shown.visit).key("place").string(to_string(d.place));
    if (d.official_score) json.key("official_score").number(*d.official_score);
    if (!d.official_grade.empty()) json.key("official_grade").string(d.official_grade);
    if (!d.official_status.empty()) json.key("official_status").string(d.official_status);
    json.key("status").string(d.status);
    if (d.score) json.key("score").number(*d.score);
    if (!d.grade.empty()) json.key("grade").string(d.grade);
    if (!shown.explanation.empty()) json.key("explanation").string(shown.explanation);
    json.end_object();
  }
  json.end_array();
  json.key("first_missing").begin_array();
  for (const auto& [visit, place] : agreement_.first_missing(limit_)) {
    json.begin_object().key("visit").string(visit).key("place").string(to_string(place)).end_object();
  }
  json.end_array().end_object();
}

}  // namespace aedile::tool
