// The values of every enumeration that files name, in the order in which messages offer them.
#pragma once

#include <array>

#include "aedile/framework/editions.h"
#include "aedile/framework/framework.h"
#include "aedile/organisation/responsibility.h"

namespace aedile::json {

template <class Enum>
inline constexpr std::array<Enum, 0> values_of{};

template <>
inline constexpr std::array values_of<Rounding>{Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up,
                                                Rounding::floor};
template <>
inline constexpr std::array values_of<Aggregator>{
    Aggregator::sum,           Aggregator::weighted_mean, Aggregator::minimum,
    Aggregator::maximum,       Aggregator::product,       Aggregator::geometric_mean,
    Aggregator::harmonic_mean, Aggregator::count_passes,  Aggregator::all_or_nothing};
template <>
inline constexpr std::array values_of<Basis>{Basis::shares, Basis::marks};
template <>
inline constexpr std::array values_of<Missing>{Missing::renormalise, Missing::full_marks, Missing::zero,
                                               Missing::not_scored, Missing::leave_out};
template <>
inline constexpr std::array values_of<Degenerate>{Degenerate::not_scored, Degenerate::zero, Degenerate::full_marks};
template <>
inline constexpr std::array values_of<PartSum>{PartSum::equal, PartSum::scaled, PartSum::as_given};
template <>
inline constexpr std::array values_of<Method>{Method::material, Method::field, Method::questionnaire, Method::filing,
                                              Method::observation};
template <>
inline constexpr std::array values_of<Role>{Role::part, Role::adds, Role::deducts};
template <>
inline constexpr std::array values_of<Checklist::Mode>{Checklist::Mode::proportional, Checklist::Mode::all};
template <>
inline constexpr std::array values_of<Rate::Step>{Rate::Step::exact, Rate::Step::started, Rate::Step::whole};
template <>
inline constexpr std::array values_of<Rate::SmallSample>{Rate::SmallSample::not_observed, Rate::SmallSample::zero,
                                                         Rate::SmallSample::full_marks, Rate::SmallSample::score};
template <>
inline constexpr std::array values_of<Progress::Between>{Progress::Between::linear, Progress::Between::step};
template <>
inline constexpr std::array values_of<EditionMapping::Kind>{
    EditionMapping::Kind::same,   EditionMapping::Kind::changed, EditionMapping::Kind::split,
    EditionMapping::Kind::merged, EditionMapping::Kind::dropped, EditionMapping::Kind::added};
template <>
inline constexpr std::array values_of<UnitKind>{UnitKind::city,      UnitKind::district,  UnitKind::street,
                                                UnitKind::community, UnitKind::grid_cell, UnitKind::department,
                                                UnitKind::section,   UnitKind::person};
template <>
inline constexpr std::array values_of<PartyRole>{PartyRole::lead, PartyRole::supporting, PartyRole::linked};

}  // namespace aedile::json
