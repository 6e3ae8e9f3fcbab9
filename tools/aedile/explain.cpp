// aedile explain: why one visit has the score it has, and what each finding cost.
#include "aedile/scoring/explain.h"

#include <algorithm>

#include "aedile/commands.h"
#include "aedile/data.h"
#include "aedile/io/scorecard_json.h"
#include "aedile/scoring/what_if.h"
#include "aedile/texts.h"

namespace aedile::tool {

namespace {

constexpr std::size_t plan_length = 20;

std::string with_sign(Points points) { return (points < Points() ? "" : "+") + points.to_string(); }

std::string or_dash(const std::optional<Points>& points) { return points ? points->to_string() : "–"; }

/// "findings.csv:4  1.2 道路保洁  (severity=serious, location=北门) ×2"
std::string described(const CompiledFramework& framework, const VisitRecord& visit, std::uint32_t row,
                      Language language) {
  const FindingRecord& finding = visit.findings.at(row);
  std::string text = finding.place.file + ":" + std::to_string(finding.place.line) + "  " + finding.item;
  if (const std::optional<NodeId> node = framework.find(finding.item)) {
    text += " " + framework.node(*node).title.in(language);
  }
  std::string attributes;
  for (const auto& [name, value] : finding.attributes)
    attributes += (attributes.empty() ? "" : ", ") + name + "=" + value;
  if (!attributes.empty()) text += " (" + attributes + ")";
  if (finding.count != 1) text += " ×" + std::to_string(finding.count);
  return text;
}

struct Answers {
  WhatIf fixes;
  std::vector<FixPlanStep> plan;
};

/// Nothing where the visit cannot be scored without one of its findings; `problems` says why.
std::optional<Answers> ask_what_if(const VisitRecord& visit, const ScoredVisit& scored, const ScoreOptions& options,
                                   Diagnostics& problems) {
  const CompiledFramework& framework = *scored.framework;
  const std::optional<EncodedVisit> coded = encode_visit(framework, visit, problems);
  if (!coded) return std::nullopt;
  Result<WhatIf> fixes = what_if(framework, *coded->applicability, coded->visit(), coded->observations(), options);
  Result<std::vector<FixPlanStep>> plan =
      fix_plan(framework, *coded->applicability, coded->visit(), coded->observations(), plan_length, options);
  if (!fixes || !plan) {
    problems.append(fixes ? plan.diagnostics() : fixes.diagnostics());
    return std::nullopt;
  }
  return Answers{std::move(*fixes), std::move(*plan)};
}

void print_answers(const Console& console, const VisitRecord& visit, const CompiledFramework& framework,
                   const Answers& answers) {
  console.out << '\n' << console.text(texts::what_if_title, {or_dash(answers.fixes.total)}) << '\n';
  for (const Fix& fix : answers.fixes.fixes) {
    console.out << "  "
                << console.text(texts::what_if_line, {described(framework, visit, fix.row, console.language),
                                                      or_dash(fix.without), with_sign(fix.gain)})
                << '\n';
  }
  if (answers.fixes.fixes.empty()) console.out << "  " << console.text(texts::what_if_nothing) << '\n';
  if (answers.plan.empty()) return;
  console.out << '\n' << console.text(texts::plan_title) << '\n';
  for (const FixPlanStep& step : answers.plan) {
    console.out << "  "
                << console.text(texts::what_if_line, {described(framework, visit, step.row, console.language),
                                                      or_dash(step.total), with_sign(step.gain)})
                << '\n';
  }
}

void write_answers(JsonWriter& json, const VisitRecord& visit, const Answers& answers) {
  const auto finding = [&](std::uint32_t row) {
    json.key("item").string(visit.findings.at(row).item).key("place").string(to_string(visit.findings.at(row).place));
  };
  json.key("what_if").begin_array();
  for (const Fix& fix : answers.fixes.fixes) {
    json.begin_object();
    finding(fix.row);
    if (fix.without) json.key("without").number(*fix.without);
    json.key("gain").number(fix.gain).key("item_gain").number(fix.item_gain).end_object();
  }
  json.end_array().key("fix_plan").begin_array();
  for (const FixPlanStep& step : answers.plan) {
    json.begin_object();
    finding(step.row);
    if (step.total) json.key("total").number(*step.total);
    json.key("gain").number(step.gain).end_object();
  }
  json.end_array();
}

/// The problems, and nothing explained.
int fail(const ExplainArguments& arguments, const Console& console, const ProblemLog& log) {
  if (arguments.data.json) {
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("aedile").string("explanation/1");
    write_problems(json, console, log);
    json.end_object();
    console.out << text << '\n';
  } else {
    print(console, log);
  }
  return exit_code_of(log);
}

class Explanation {
 public:
  Explanation(const ExplainArguments& arguments, Console& console, const VisitRecord& visit, const ScoredVisit& scored,
              const std::optional<Answers>& answers)
      : arguments_(arguments), console_(console), visit_(visit), scored_(scored), answers_(answers) {}

  void print() const {
    const ExplainOptions options{.language = console_.language, .everything = arguments_.everything};
    if (const std::optional<NodeId> node = node_asked_for()) {
      console_.out << printable(explain_node(*scored_.framework, visit_, *scored_.card, *node, options));
    } else {
      console_.out << printable(explain(*scored_.framework, visit_, *scored_.card, options));
    }
    if (answers_) print_answers(console_, visit_, *scored_.framework, *answers_);
  }

  void write() const {
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("aedile").string("explanation/1").key("scorecard");
    ScorecardJsonOptions options{.all_nodes = arguments_.node.empty(), .steps = true, .language = console_.language};
    if (!arguments_.node.empty()) options.nodes = {arguments_.node};
    write_scorecard(json, visit_, scored_, options);
    if (answers_) write_answers(json, visit_, *answers_);
    json.end_object();
    console_.out << text << '\n';
  }

 private:
  std::optional<NodeId> node_asked_for() const {
    return arguments_.node.empty() ? std::nullopt : scored_.framework->find(arguments_.node);
  }

  const ExplainArguments& arguments_;
  Console& console_;
  const VisitRecord& visit_;
  const ScoredVisit& scored_;
  const std::optional<Answers>& answers_;
};

}  // namespace

int explain(const ExplainArguments& arguments, Console& console) {
  const DataArguments& given = arguments.data;
  std::vector<std::string> inputs{given.scheme, given.visits, given.findings};
  inputs.insert(inputs.end(), given.editions.begin(), given.editions.end());
  require_one_standard_input(inputs);

  ProblemLog log(console.problem_limit);
  Data data(given, log, arguments.visit);
  if (!data.schemes_ok() || data.visits() == nullptr) return fail(arguments, console, log);
  VisitRow row;
  if (!data.visits()->next(row)) {
    log.error({shown_name(given.visits), 0, 0, {}}, texts::no_such_visit, {arguments.visit});
    return fail(arguments, console, log);
  }
  const ScoreOptions options{.ignore_not_applicable = given.ignore_not_applicable};
  const ScoredVisit scored = VisitScorer(data.editions(), options).score(row, Derive::yes);
  if (!scored.card) {
    log.append(scored.problems);
    return fail(arguments, console, log);
  }
  if (!arguments.node.empty() && !scored.framework->find(arguments.node)) {
    throw UsageFailure{Text(texts::no_such_node, {arguments.node})};
  }
  std::optional<Answers> answers;
  if (arguments.what_if) {
    Diagnostics problems;
    answers = ask_what_if(row.record, scored, options, problems);
    if (!answers) {
      log.append(problems);
      return fail(arguments, console, log);
    }
  }

  const Explanation explanation(arguments, console, row.record, scored, answers);
  if (given.json) {
    explanation.write();
  } else {
    explanation.print();
  }
  // What is wrong with other visits is not asked for here, but must not go unsaid.
  if (log.has_errors() && !console.quiet) {
    console.err << console.text(texts::problems_elsewhere, {grouped(log.error_count())}) << '\n';
  }
  return exit_fine;
}

}  // namespace aedile::tool
