/// Scoring a visit: observations indexed by item, the nodes they touch evaluated with guard digits, everything with
/// exact fractions where these do not decide.

#include "aedile/scoring/scorer.h"

#include "scoring/changes.h"
#include "scoring/derive.h"
#include "scoring/evaluator.h"
#include "scoring/exact.h"

namespace aedile {

namespace {

using detail::ExactArithmetic;
using detail::NodeProgram;
using detail::NoTrace;
using detail::StepTrace;

}  // namespace

struct Scorer::Impl {
  Impl(CompiledFramework compiled, ScoreOptions chosen)
      : framework(std::move(compiled)), program(framework.program()), options(chosen) {
    index.resize(program.nodes.size());
    agenda.resize(program.nodes.size());
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

  /// With guard digits. False if they do not decide.
  bool evaluate_by_changes(const Applicability& applicability, const Visit& visit, const Observations& seen,
                           Scorecard& card) {
    return by_changes.score({applicability, visit, seen, index, agenda, problems},
                            [&](const detail::Reported& reported) { fill(card, reported); });
  }

  bool derive_by_changes(const Applicability& applicability, const Visit& visit, const Observations& seen,
                         Scorecard& card) {
    return derivation_by_changes.derive({applicability, visit, seen, index, agenda, problems},
                                        [&](const detail::Reported& reported, Derivation derivation) {
                                          fill(card, reported);
                                          card.derivation_ = std::make_shared<const Derivation>(std::move(derivation));
                                        });
  }

  /// Findings alone, in 64 bits. False if that does not do.
  bool evaluate_quickly(const Applicability& applicability, const Visit& visit, const Observations& seen,
                        Scorecard& card) {
    if (!seen.readings.empty() || !seen.checks.empty()) return false;
    return by_changes.score_quickly(
        applicability, visit, seen, index, options.ignore_not_applicable,
        [&](const detail::Reported& reported, const std::vector<detail::QuickScoring::Change>& changes,
            std::uint32_t not_taken) {
          ignored = not_taken;
          fill(card, reported);
          for (const detail::QuickScoring::Change& change : changes) {
            card.marks_[change.node] = change.mark;
            if (change.graded) card.grades_[change.node] = change.grade;
          }
        });
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

  /// `fast` and `derive` evaluate what the visit changes; the others every node, and are their twins.
  enum class Way { fast, derive, exact, derive_exactly };

  void evaluate(const Applicability& applicability, const Visit& visit, const Observations& seen, Scorecard& card,
                Way way) {
    if (way == Way::fast) {
      if (evaluate_by_changes(applicability, visit, seen, card)) return;
      ++fallback_count;
      problems = {};
    }
    if (way == Way::derive && derive_by_changes(applicability, visit, seen, card)) return;
    if (way == Way::fast || way == Way::exact) {
      NoTrace trace;
      evaluate_exactly(applicability, visit, seen, trace, card);
    } else {
      StepTrace trace(program.nodes.size());
      evaluate_exactly(applicability, visit, seen, trace, card);
      if (!problems.has_errors())
        card.derivation_ = std::make_shared<const Derivation>(trace.finish(exact.nodes), nullptr);
    }
  }

  Diagnostics run(const Applicability& applicability, const Visit& visit, const Observations& seen, Scorecard& card,
                  Way way) {
    if (applicability.size() != program.nodes.size())
      throw ContractError("Scorer: an applicability of another framework");
    try {
      if (way == Way::fast && evaluate_quickly(applicability, visit, seen, card)) return {};
      index_all(applicability, seen);
      if (!problems.has_errors()) evaluate(applicability, visit, seen, card, way);
    } catch (...) {  // a custom rule threw, or memory ran out: leave no trace of this visit
      by_changes.forget(index);
      derivation_by_changes.forget();
      forget_all();
      throw;
    }
    forget_all();
    problems.sort_by_place();
    return std::move(problems);
  }

  CompiledFramework framework;
  const detail::Program& program;
  ScoreOptions options;
  std::uint64_t fallback_count = 0;

  // Work space, empty between visits.
  detail::ObservationIndex index;
  detail::Agenda agenda;
  std::vector<std::uint32_t> touched;
  std::vector<NodeId> branch;
  detail::State<Rational> exact;
  detail::Scratch<Rational> exact_scratch;
  detail::ScoringByChanges by_changes{program};
  detail::DerivationByChanges derivation_by_changes{program};
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
                                        const Observations& observations, Derive derive) {
  Scorecard card;
  Diagnostics problems = impl_->run(applicability, visit, observations, card,
                                    derive == Derive::yes ? Impl::Way::derive_exactly : Impl::Way::exact);
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
