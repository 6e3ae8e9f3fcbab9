#include "aedile/io/scorecard_json.h"

#include "aedile/core/exceptions.h"
#include "aedile/io/scores_csv.h"
#include "aedile/scoring/explain.h"

namespace aedile {

namespace {

/// Where the row of a step was read, if it has one.
const Place* place_of(const VisitRecord& visit, const Step& step) {
  const auto at = [&](const auto& records) { return step.row < records.size() ? &records[step.row].place : nullptr; };
  if (step.row == no_row) return nullptr;
  if (step.kind == StepKind::reading || step.kind == StepKind::letter) return at(visit.readings);
  if (step.kind == StepKind::check) return at(visit.checks);
  return at(visit.findings);
}

class NodeWriter {
 public:
  NodeWriter(JsonWriter& json, const VisitRecord& visit, const ScoredVisit& scored, const ScorecardJsonOptions& options)
      : json_(json), visit_(visit), framework_(*scored.framework), card_(*scored.card), options_(options) {}

  void write(NodeId node) {
    json_.begin_object();
    json_.key("code").string(framework_.code(node));
    json_.key("title").string(framework_.node(node).title.in(options_.language));
    json_.key("status").string(to_string(card_.status(node)));
    if (const std::optional<Points> mark = card_.mark(node)) {
      json_.key("mark").number(*mark);
      json_.key("possible").number(card_.possible(node));
    }
    if (const GradeIndex grade = card_.grade(node); grade != no_grade) {
      json_.key("grade").string(framework_.grades(node)[grade].code);
    }
    json_.key("completion").number(card_.completion(node));
    if (options_.steps) {
      json_.key("steps").begin_array();
      for (const Step& step : card_.derivation()->steps(node)) write(node, step);
      json_.end_array();
    }
    json_.end_object();
  }

 private:
  void write(NodeId node, const Step& step) {
    json_.begin_object();
    json_.key("kind").string(to_string(step.kind));
    json_.key("amount").string(step.amount.to_string());
    if (!step.factor.is_zero()) json_.key("factor").string(step.factor.to_string());
    if (step.other.valid()) json_.key("node").string(framework_.code(step.other));
    if (step.rule != no_rule) json_.key("rule").number(step.rule);
    if (step.count != 0) json_.key("count").number(step.count);
    if (step.detail != no_detail) json_.key("detail").number(step.detail);
    if (const Place* place = place_of(visit_, step)) json_.key("place").string(to_string(*place));
    json_.key("sentence").string(sentence(framework_, visit_, node, step, options_.language));
    json_.end_object();
  }

  JsonWriter& json_;
  const VisitRecord& visit_;
  const CompiledFramework& framework_;
  const Scorecard& card_;
  const ScorecardJsonOptions& options_;
};

}  // namespace

void write_scorecard(JsonWriter& json, const VisitRecord& visit, const ScoredVisit& scored,
                     const ScorecardJsonOptions& options) {
  const ScoreRow row = score_row(visit, scored);
  json.begin_object();
  const auto text = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) json.key(name).string(value);
  };
  json.key("visit").string(row.visit);
  text("site", row.site);
  text("site_class", row.site_class);
  text("date", row.date ? row.date->to_string() : std::string());
  text("mode", row.mode);
  text("edition", row.edition);
  text("status", row.status);
  if (row.score) json.key("score").number(*row.score);
  if (row.possible) json.key("possible").number(*row.possible);
  text("grade", row.grade);
  if (row.completion) json.key("completion").number(*row.completion);
  if (scored.card) {
    if (scored.card->ignored_findings() != 0) json.key("ignored_findings").number(scored.card->ignored_findings());
    if (options.steps && scored.card->derivation() == nullptr) {
      throw ContractError("write_scorecard: the card has no derivation");
    }
    if (options.all_nodes || !options.nodes.empty()) {
      NodeWriter nodes(json, visit, scored, options);
      json.key("nodes").begin_array();
      if (options.all_nodes) {
        for (std::size_t i = 0; i < scored.framework->size(); ++i) nodes.write(NodeId(i));
      } else {
        for (const std::string& code : options.nodes) {
          if (const std::optional<NodeId> node = scored.framework->find(code)) nodes.write(*node);
        }
      }
      json.end_array();
    }
  }
  json.end_object();
}

void write_diagnostic(JsonWriter& json, const Diagnostic& diagnostic, Language language) {
  json.begin_object();
  json.key("level").string(to_string(diagnostic.level));
  const Place& place = diagnostic.place;
  if (!place.file.empty()) json.key("file").string(place.file);
  if (place.line != 0) json.key("line").number(place.line);
  if (place.column != 0) json.key("column").number(place.column);
  if (!place.pointer.empty()) json.key("pointer").string(place.pointer);
  json.key("code").string(diagnostic.code());
  json.key("message").string(diagnostic.text.in(language));
  json.end_object();
}

}  // namespace aedile
