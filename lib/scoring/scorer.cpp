/// Scoring a visit: observations indexed by item, the nodes they touch evaluated with guard digits, everything with
/// exact fractions where these do not decide.

#include "aedile/scoring/scorer.h"

#include "scoring/evaluator.h"
#include "scoring/exact.h"
#include "scoring/guarded.h"

namespace aedile {

namespace {

using detail::ExactArithmetic;
using detail::Guarded;
using detail::GuardedArithmetic;
using detail::NodeProgram;
using detail::NodeState;
using detail::NoTrace;
using detail::StepTrace;

/// The result of a profile without any observation: where every visit of that profile starts.
struct Baseline {
  Applicability applicability;
  detail::State<Guarded> state;
  std::vector<detail::PartsSum> sums;  // by node
  bool decided;
};

/// What a visit changes of nearly every node that it touches, as it was before. Kept apart and small: there is a
/// baseline for each profile, and together they fill the cache.
struct Before {
  std::uint32_t node;
  GradeIndex grade;
  bool usual;
  Points mark;
  Guarded value;
};

/// The rest, of a node that was not `usual`.
struct UnusualBefore {
  NodeState<Guarded> state;
  Points possible;
  Factor completion;
};

}  // namespace

struct Scorer::Impl {
  Impl(CompiledFramework compiled, ScoreOptions chosen)
      : framework(std::move(compiled)), program(framework.program()), options(chosen) {
    index.resize(program.nodes.size());
    agenda.resize(program.nodes.size());
    changed.resize(program.nodes.size());
    exact.resize(program);
  }

  // ---- observations -------------------------------------------------------------------------------------------------

  bool is_item(NodeId id) const {
    return id.valid() && id.index() < program.nodes.size() && program.nodes[id.index()].child_count == 0;
  }

  static Place place(const char* list, std::uint32_t row, std::size_t position) {
    return {{}, 0, 0, std::string(list) + "/" + std::to_string(row == no_row ? position : row)};
  }

  void touch(NodeId id) {
    agenda.add(program.nodes[id.index()].position);
    touched.push_back(static_cast<std::uint32_t>(id.index()));
  }

  /// What checks say of whole branches; not applicable wins over not checked.
  void force(NodeId id, Status status) {
    branch.assign(1, id);
    while (!branch.empty()) {
      const NodeId at = branch.back();
      branch.pop_back();
      Status& forced = index.forced[at.index()];
      if (forced != Status::not_applicable) forced = status;
      touch(at);
      const NodeProgram& node = program.nodes[at.index()];
      for (std::size_t c = 0; c < node.child_count; ++c) branch.emplace_back(node.first_child.index() + c);
    }
  }

  template <class Observation>
  static void link(std::vector<std::uint32_t>& first, std::vector<std::uint32_t>& next, const Observation& observation,
                   std::size_t position) {
    next[position] = first[observation.item.index()];
    first[observation.item.index()] = static_cast<std::uint32_t>(position);
  }

  bool applies(const Applicability& applicability, NodeId item) const {
    return applicability.applies(item) && index.forced[item.index()] != Status::not_applicable;
  }

  void index_checks(const Applicability& applicability, const Observations& seen) {
    index.next_check.resize(seen.checks.size());
    for (std::size_t i = seen.checks.size(); i-- > 0;) {
      const Check& check = seen.checks[i];
      if (!check.item.valid() || check.item.index() >= program.nodes.size()) {
        problems.error(place("/checks", check.row, i), messages::bad_item, {std::to_string(check.item.value())});
        continue;
      }
      const int said = detail::verdict(check.result);
      const bool whole = check.criterion == no_criterion;
      if (whole && said == -2) force(check.item, Status::not_applicable);
      if (whole && check.result == CheckResult::not_checked) force(check.item, Status::not_observed);
      const NodeProgram& node = program.nodes[check.item.index()];
      const Checklist* list = node.child_count == 0 && node.measuring
                                  ? std::get_if<Checklist>(node.rules[*node.measuring].source)
                                  : nullptr;
      if (whole ? !list || !list->criteria.empty() : !list || check.criterion >= list->criteria.size()) {
        const bool branch_word = whole && (said == -2 || check.result == CheckResult::not_checked);
        if (!branch_word)
          problems.error(place("/checks", check.row, i), messages::bad_check,
                         {node.code, std::to_string(check.criterion)});
        continue;
      }
      link(index.first_check, index.next_check, check, i);
      touch(check.item);
    }
    // Only now is it known what applies.
    for (std::size_t i = 0; i < seen.checks.size(); ++i) {
      const Check& check = seen.checks[i];
      if (detail::verdict(check.result) < 0 || !is_item(check.item)) continue;
      if (!applies(applicability, check.item)) {
        if (!options.ignore_not_applicable) not_applicable("/checks", check.row, i, check.item);
      } else {
        require_checked("/checks", check.row, i, check.item);
      }
    }
  }

  void not_applicable(const char* list, std::uint32_t row, std::size_t position, NodeId item) {
    problems.error(place(list, row, position), messages::not_applicable_item, {program.nodes[item.index()].code});
  }

  /// What was seen of an item speaks against a check that says nobody looked; dropping it would be silent.
  void require_checked(const char* list, std::uint32_t row, std::size_t position, NodeId item) {
    if (index.forced[item.index()] == Status::not_observed)
      problems.error(place(list, row, position), messages::not_checked_item, {program.nodes[item.index()].code});
  }

  void index_readings(const Applicability& applicability, const Observations& seen) {
    index.next_reading.resize(seen.readings.size());
    for (std::size_t i = seen.readings.size(); i-- > 0;) {
      const Reading& reading = seen.readings[i];
      if (!is_item(reading.item)) {
        problems.error(place("/readings", reading.row, i), messages::bad_item, {std::to_string(reading.item.value())});
        continue;
      }
      const NodeProgram& node = program.nodes[reading.item.index()];
      if (reading.name >= node.readings.size() ||
          (reading.is_label && (reading.label == 0 || reading.label > node.labels.size()))) {
        problems.error(place("/readings", reading.row, i), messages::bad_reading,
                       {node.code, std::to_string(reading.name)});
        continue;
      }
      if (!applies(applicability, reading.item)) {
        if (!options.ignore_not_applicable) not_applicable("/readings", reading.row, i, reading.item);
        continue;
      }
      require_checked("/readings", reading.row, i, reading.item);
      link(index.first_reading, index.next_reading, reading, i);
      touch(reading.item);
    }
  }

  void index_findings(const Applicability& applicability, const Observations& seen) {
    index.next_finding.resize(seen.findings.size());
    for (std::size_t i = seen.findings.size(); i-- > 0;) {
      const Finding& finding = seen.findings[i];
      if (!is_item(finding.item)) {
        problems.error(place("/findings", finding.row, i), messages::bad_item, {std::to_string(finding.item.value())});
        continue;
      }
      if (!applies(applicability, finding.item)) {
        if (options.ignore_not_applicable) {
          ++ignored;
        } else {
          not_applicable("/findings", finding.row, i, finding.item);
        }
        continue;
      }
      require_checked("/findings", finding.row, i, finding.item);
      link(index.first_finding, index.next_finding, finding, i);
      touch(finding.item);
    }
  }

  void index_all(const Applicability& applicability, const Observations& seen) {
    problems = {};
    ignored = 0;
    index_checks(applicability, seen);
    index_readings(applicability, seen);
    index_findings(applicability, seen);
    for (const std::uint32_t item : program.always) touch(NodeId{item});
  }

  void forget_all() {
    for (const std::uint32_t node : touched) index.forget(node);
    touched.clear();
    agenda.clear();
  }

  // ---- evaluation ---------------------------------------------------------------------------------------------------

  Baseline& baseline_of(const Applicability& applicability) {
    for (Baseline& known : baselines)
      if (known.applicability.identity() == applicability.identity()) return known;
    // A caller with ever new profiles must not fill the memory.
    if (baselines.size() >= max_baselines) baselines.erase(baselines.begin());
    Baseline& added = baselines.emplace_back(Baseline{applicability, {}, {}, false});
    added.state.resize(program);
    added.sums.resize(program.nodes.size());
    const detail::ObservationIndex nothing = [&] {
      detail::ObservationIndex empty;
      empty.resize(program.nodes.size());
      return empty;
    }();
    GuardedArithmetic arithmetic;
    NoTrace trace;
    Diagnostics none;
    detail::Evaluation<GuardedArithmetic, NoTrace> evaluation{
        program,         added.applicability, {}, {}, nothing, arithmetic, added.state, trace, none,
        guarded_scratch, added.sums.data()};
    detail::Evaluator<GuardedArithmetic, NoTrace> evaluator(evaluation);
    for (const NodeId id : program.order) evaluator.evaluate(id);
    added.decided = !arithmetic.undecided();
    return added;
  }

  /// Notes in `changed` how the baseline was: in place, as an entry that is copied as a whole waits for its parts.
  void remember(const detail::State<Guarded>& state, const NodeProgram& program_node, std::size_t node) {
    const NodeState<Guarded>& was = state.nodes[node];
    Before& kept = changed[changed_count++];
    kept.node = static_cast<std::uint32_t>(node);
    kept.usual = was.usual() && was.applicable;
    kept.mark = state.reported.marks[node];
    kept.value = was.value;
    if (program_node.graded) kept.grade = state.reported.grades[node];
    if (!kept.usual) unusual.push_back({was, state.reported.possible[node], state.reported.completion[node]});
  }

  /// A parent's sum learns how one of its parts changed.
  void tell(GuardedArithmetic& arithmetic, detail::PartsSum& sum, const NodeProgram& parent, const Before& was,
            const NodeState<Guarded>& now, NodeId part) const {
    if (was.usual && now.usual() && now.applicable) {
      detail::change_share(arithmetic, sum.changes, parent, program.links[part.index()], was.value, now.value);
    } else {
      sum.spoiled = true;
    }
  }

  /// The baseline as it was before the visit.
  void go_back(detail::State<Guarded>& state, std::vector<detail::PartsSum>& sums) {
    detail::Reported& reported = state.reported;
    std::size_t next_unusual = 0;
    for (std::size_t i = 0; i < changed_count; ++i) {
      const Before& kept = changed[i];
      const std::size_t at = kept.node;
      const NodeProgram& node = program.nodes[at];
      NodeState<Guarded>& now = state.nodes[at];
      reported.marks[at] = kept.mark;
      if (node.graded) reported.grades[at] = kept.grade;
      if (!kept.usual) {
        const UnusualBefore& was = unusual[next_unusual++];
        now = was.state;
        reported.status[at] = was.state.status;
        reported.possible[at] = was.possible;
        reported.completion[at] = was.completion;
      } else {
        if (!now.usual() || !now.applicable) become_usual(node, now, reported, at);
        now.value = kept.value;
      }
      if (node.aims) forget_aims(state, node);
      if (node.child_count == 0) continue;
      sums[at].changes = {};
      sums[at].spoiled = false;
    }
  }

  static void become_usual(const NodeProgram& node, NodeState<Guarded>& state, detail::Reported& reported,
                           std::size_t at) {
    state.status = reported.status[at] = Status::scored;
    state.applicable = state.complete = state.whole = true;
    state.possible = node.full ? GuardedArithmetic::scaled9(node.full->scaled()) : Guarded{};
    state.completion = GuardedArithmetic::scaled9(Factor::unit);
    reported.possible[at] = node.full.value_or(Points{});
    reported.completion[at] = Factor::of(1);
  }

  static void forget_aims(detail::State<Guarded>& state, const NodeProgram& node) {
    for (const detail::RuleProgram& rule : node.rules) {
      if (rule.kind == detail::RuleKind::penalty) state.penalties[rule.slot] = {};
      if (rule.kind == detail::RuleKind::veto) state.veto_rows[rule.slot] = detail::no_veto;
    }
  }

  /// With guard digits, only the nodes that the observations touch. False if they do not decide.
  bool evaluate_fast(const Applicability& applicability, const Visit& visit, const Observations& seen,
                     Scorecard& card) {
    Baseline& baseline = baseline_of(applicability);
    if (!baseline.decided) return false;
    detail::State<Guarded>& state = baseline.state;
    GuardedArithmetic arithmetic;
    NoTrace trace;
    detail::Evaluation<GuardedArithmetic, NoTrace> evaluation{
        program,         applicability,       visit, seen, index, arithmetic, state, trace, problems,
        guarded_scratch, baseline.sums.data()};
    detail::Evaluator<GuardedArithmetic, NoTrace> evaluator(evaluation, false);
    changed_count = 0;
    unusual.clear();
    agenda.drain([&](std::size_t position) {
      const NodeId id = program.order[position];
      const NodeProgram& node = program.nodes[id.index()];
      remember(state, node, id.index());
      evaluator.evaluate(id);
      if (node.parent.valid()) {
        const NodeProgram& parent = program.nodes[node.parent.index()];
        agenda.add(parent.position);
        tell(arithmetic, baseline.sums[node.parent.index()], parent, changed[changed_count - 1],
             state.nodes[id.index()], id);
      }
      for (const NodeId dependent : node.dependents) agenda.add(program.nodes[dependent.index()].position);
    });
    const bool decided = !arithmetic.undecided();
    if (decided && !problems.has_errors()) fill(card, state.reported);
    go_back(state, baseline.sums);
    return decided;
  }

  /// Every node, with exact fractions.
  template <class Trace>
  void evaluate_exactly(const Applicability& applicability, const Visit& visit, const Observations& seen, Trace& trace,
                        Scorecard& card) {
    exact.forget_aims(program);
    ExactArithmetic arithmetic;
    detail::Evaluation<ExactArithmetic, Trace> evaluation{program,    applicability, visit, seen,     index,
                                                          arithmetic, exact,         trace, problems, exact_scratch};
    detail::Evaluator<ExactArithmetic, Trace> evaluator(evaluation);
    for (const NodeId id : program.order) evaluator.evaluate(id);
    if (!problems.has_errors()) fill(card, exact.reported);
  }

  void fill(Scorecard& card, const detail::Reported& reported) const {
    card.marks_ = reported.marks;
    card.possible_ = reported.possible;
    card.completion_ = reported.completion;
    card.grades_ = reported.grades;
    card.status_ = reported.status;
    card.ignored_findings_ = ignored;
    card.derivation_.reset();
  }

  enum class Way { fast, exact, derive };

  void evaluate(const Applicability& applicability, const Visit& visit, const Observations& seen, Scorecard& card,
                Way way) {
    if (way == Way::derive) {
      StepTrace trace(program.nodes.size());
      evaluate_exactly(applicability, visit, seen, trace, card);
      if (!problems.has_errors()) {
        std::vector<Rational> values;
        for (const NodeState<detail::cpp_rational>& node : exact.nodes)
          values.push_back(node.status == Status::scored ? StepTrace::rational(node.value) : Rational());
        card.derivation_ = std::make_shared<const Derivation>(trace.finish(std::move(values)));
      }
    } else if (way == Way::exact || !evaluate_fast(applicability, visit, seen, card)) {
      if (way == Way::fast) ++fallback_count;
      problems = {};
      NoTrace trace;
      evaluate_exactly(applicability, visit, seen, trace, card);
    }
  }

  Diagnostics run(const Applicability& applicability, const Visit& visit, const Observations& seen, Scorecard& card,
                  Way way) {
    if (applicability.size() != program.nodes.size())
      throw ContractError("Scorer: an applicability of another framework");
    try {
      index_all(applicability, seen);
      if (!problems.has_errors()) evaluate(applicability, visit, seen, card, way);
    } catch (...) {  // a custom rule threw, or memory ran out: leave no trace of this visit
      baselines.clear();
      forget_all();
      throw;
    }
    forget_all();
    problems.sort_by_place();
    return std::move(problems);
  }

  static constexpr std::size_t max_baselines = 64;

  CompiledFramework framework;
  const detail::Program& program;
  ScoreOptions options;
  std::uint64_t fallback_count = 0;

  // Work space, empty between visits.
  detail::ObservationIndex index;
  detail::Agenda agenda;
  std::vector<std::uint32_t> touched;
  std::vector<NodeId> branch;
  std::vector<Before> changed;  // the first `changed_count`
  std::size_t changed_count = 0;
  std::vector<UnusualBefore> unusual;
  detail::State<detail::cpp_rational> exact;
  detail::Scratch<Guarded> guarded_scratch;
  detail::Scratch<detail::cpp_rational> exact_scratch;
  std::vector<Baseline> baselines;
  Diagnostics problems;
  std::uint32_t ignored = 0;
};

Scorer::Scorer(CompiledFramework framework, ScoreOptions options)
    : impl_(std::make_unique<Impl>(std::move(framework), options)) {}
Scorer::~Scorer() = default;
Scorer::Scorer(Scorer&&) noexcept = default;
Scorer& Scorer::operator=(Scorer&&) noexcept = default;

const CompiledFramework& Scorer::framework() const { return impl_->framework; }
std::uint64_t Scorer::fallbacks() const { return impl_->fallback_count; }

Diagnostics Scorer::score_into(const Applicability& applicability, const Visit& visit, const Observations& observations,
                               Scorecard& card, Derive derive) {
  return impl_->run(applicability, visit, observations, card,
                    derive == Derive::yes ? Impl::Way::derive : Impl::Way::fast);
}

Result<Scorecard> Scorer::score(const Applicability& applicability, const Visit& visit,
                                const Observations& observations, Derive derive) {
  Scorecard card;
  Diagnostics problems = score_into(applicability, visit, observations, card, derive);
  if (problems.has_errors()) return problems;
  return card;
}

Result<Scorecard> Scorer::score_exactly(const Applicability& applicability, const Visit& visit,
                                        const Observations& observations) {
  Scorecard card;
  Diagnostics problems = impl_->run(applicability, visit, observations, card, Impl::Way::exact);
  if (problems.has_errors()) return problems;
  return card;
}

Result<Scorecard> score(const CompiledFramework& framework, const VisitRecord& visit, Derive derive,
                        ScoreOptions options) {
  EncodedVisit coded;
  Diagnostics problems = Encoder(framework).encode(visit, coded);
  if (problems.has_errors()) return problems;
  return score(framework, *coded.applicability, coded.visit(), coded.observations(), derive, options);
}

Result<Scorecard> score(const CompiledFramework& framework, const Applicability& applicability, const Visit& visit,
                        const Observations& observations, Derive derive, ScoreOptions options) {
  return Scorer(framework, options).score(applicability, visit, observations, derive);
}

}  // namespace aedile
