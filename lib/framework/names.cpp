// The words of the framework's enumerations, as JSON and messages write them.
#include "aedile/framework/framework.h"
#include "core/enum_names.h"

namespace aedile {

namespace {

using detail::EnumName;
using detail::name_of;
using detail::value_of;

constexpr std::array aggregators{
    EnumName<Aggregator>{Aggregator::sum, "sum"},
    EnumName<Aggregator>{Aggregator::weighted_mean, "weighted_mean"},
    EnumName<Aggregator>{Aggregator::minimum, "minimum"},
    EnumName<Aggregator>{Aggregator::maximum, "maximum"},
    EnumName<Aggregator>{Aggregator::product, "product"},
    EnumName<Aggregator>{Aggregator::geometric_mean, "geometric_mean"},
    EnumName<Aggregator>{Aggregator::harmonic_mean, "harmonic_mean"},
    EnumName<Aggregator>{Aggregator::count_passes, "count_passes"},
    EnumName<Aggregator>{Aggregator::all_or_nothing, "all_or_nothing"},
};

constexpr std::array bases{
    EnumName<Basis>{Basis::shares, "shares"},
    EnumName<Basis>{Basis::marks, "marks"},
};

constexpr std::array missing_policies{
    EnumName<Missing>{Missing::renormalise, "renormalise"},
    EnumName<Missing>{Missing::full_marks, "full_marks"},
    EnumName<Missing>{Missing::zero, "zero"},
    EnumName<Missing>{Missing::not_scored, "not_scored"},
    EnumName<Missing>{Missing::leave_out, "leave_out"},
};

constexpr std::array degenerate_answers{
    EnumName<Degenerate>{Degenerate::not_scored, "not_scored"},
    EnumName<Degenerate>{Degenerate::zero, "zero"},
    EnumName<Degenerate>{Degenerate::full_marks, "full_marks"},
};

constexpr std::array part_sums{
    EnumName<PartSum>{PartSum::equal, "equal"},
    EnumName<PartSum>{PartSum::scaled, "scaled"},
    EnumName<PartSum>{PartSum::as_given, "as_given"},
};

constexpr std::array methods{
    EnumName<Method>{Method::material, "material"},           EnumName<Method>{Method::field, "field"},
    EnumName<Method>{Method::questionnaire, "questionnaire"}, EnumName<Method>{Method::filing, "filing"},
    EnumName<Method>{Method::observation, "observation"},
};

constexpr std::array roles{
    EnumName<Role>{Role::part, "part"},
    EnumName<Role>{Role::adds, "adds"},
    EnumName<Role>{Role::deducts, "deducts"},
};

constexpr std::array check_results{
    EnumName<CheckResult>{CheckResult::pass, "pass"},
    EnumName<CheckResult>{CheckResult::fixed, "fixed"},
    EnumName<CheckResult>{CheckResult::fail, "fail"},
    EnumName<CheckResult>{CheckResult::error, "error"},
    EnumName<CheckResult>{CheckResult::unknown, "unknown"},
    EnumName<CheckResult>{CheckResult::not_applicable, "not_applicable"},
    EnumName<CheckResult>{CheckResult::not_checked, "not_checked"},
    EnumName<CheckResult>{CheckResult::not_selected, "not_selected"},
    EnumName<CheckResult>{CheckResult::informational, "informational"},
    EnumName<CheckResult>{CheckResult::unscored, "unscored"},
};

constexpr std::array checklist_modes{
    EnumName<Checklist::Mode>{Checklist::Mode::proportional, "proportional"},
    EnumName<Checklist::Mode>{Checklist::Mode::all, "all"},
};

constexpr std::array rate_steps{
    EnumName<Rate::Step>{Rate::Step::exact, "exact"},
    EnumName<Rate::Step>{Rate::Step::started, "started"},
    EnumName<Rate::Step>{Rate::Step::whole, "whole"},
};

constexpr std::array small_samples{
    EnumName<Rate::SmallSample>{Rate::SmallSample::not_observed, "not_observed"},
    EnumName<Rate::SmallSample>{Rate::SmallSample::zero, "zero"},
    EnumName<Rate::SmallSample>{Rate::SmallSample::full_marks, "full_marks"},
    EnumName<Rate::SmallSample>{Rate::SmallSample::score, "score"},
};

constexpr std::array betweens{
    EnumName<Progress::Between>{Progress::Between::linear, "linear"},
    EnumName<Progress::Between>{Progress::Between::step, "step"},
};

// In the order of Rule's alternatives.
constexpr std::array<std::string_view, std::variant_size_v<Rule>> kinds{
    "deduction", "tally", "whole_item", "bonus",    "penalty", "veto",
    "checklist", "bands", "rate",       "progress", "letters", "custom",
};

}  // namespace

std::string_view to_string(Aggregator value) { return name_of(aggregators, value); }
std::optional<Aggregator> parse_aggregator(std::string_view text) { return value_of(aggregators, text); }

std::string_view to_string(Basis value) { return name_of(bases, value); }
std::optional<Basis> parse_basis(std::string_view text) { return value_of(bases, text); }

std::string_view to_string(Missing value) { return name_of(missing_policies, value); }
std::optional<Missing> parse_missing(std::string_view text) { return value_of(missing_policies, text); }

std::string_view to_string(Degenerate value) { return name_of(degenerate_answers, value); }
std::optional<Degenerate> parse_degenerate(std::string_view text) { return value_of(degenerate_answers, text); }

std::string_view to_string(PartSum value) { return name_of(part_sums, value); }
std::optional<PartSum> parse_part_sum(std::string_view text) { return value_of(part_sums, text); }

std::string_view to_string(Method method) { return name_of(methods, method); }
std::optional<Method> parse_method(std::string_view text) { return value_of(methods, text); }

std::string_view to_string(Role role) { return name_of(roles, role); }
std::optional<Role> parse_role(std::string_view text) { return value_of(roles, text); }

std::string_view to_string(CheckResult result) { return name_of(check_results, result); }
std::optional<CheckResult> parse_check_result(std::string_view text) { return value_of(check_results, text); }

std::string_view to_string(Checklist::Mode mode) { return name_of(checklist_modes, mode); }
std::optional<Checklist::Mode> parse_checklist_mode(std::string_view text) { return value_of(checklist_modes, text); }

std::string_view to_string(Rate::Step step) { return name_of(rate_steps, step); }
std::optional<Rate::Step> parse_rate_step(std::string_view text) { return value_of(rate_steps, text); }

std::string_view to_string(Rate::SmallSample policy) { return name_of(small_samples, policy); }
std::optional<Rate::SmallSample> parse_small_sample(std::string_view text) { return value_of(small_samples, text); }

std::string_view to_string(Progress::Between between) { return name_of(betweens, between); }
std::optional<Progress::Between> parse_between(std::string_view text) { return value_of(betweens, text); }

std::string_view kind_of(const Rule& rule) { return kinds.at(rule.index()); }

namespace {

template <class Kind>
constexpr bool measures =
    std::is_same_v<Kind, Checklist> || std::is_same_v<Kind, Bands> || std::is_same_v<Kind, Rate> ||
    std::is_same_v<Kind, Progress> || std::is_same_v<Kind, Letters> || std::is_same_v<Kind, Custom>;

}  // namespace

bool is_measuring(const Rule& rule) {
  return std::visit([]<class Kind>(const Kind&) { return measures<Kind>; }, rule);
}

const PerOccurrence* per_occurrence_of(const Rule& rule) {
  return std::visit(
      []<class Kind>(const Kind& kind) -> const PerOccurrence* {
        if constexpr (requires { kind.each; }) return &kind.each;
        return nullptr;
      },
      rule);
}

}  // namespace aedile
