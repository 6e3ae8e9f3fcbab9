// A small organisation without a problem, in which every kind of entry occurs: what tests spoil, and ask.
#pragma once

#include "aedile/organisation/compiled_organisation.h"

namespace aedile::testing {

inline Date day(const char* text) { return Date::parse(text).value(); }
inline Degrees degrees(const char* text) { return Degrees::parse(text).value(); }

/// city ⊃ s1 ⊃ {old (until 30 April, then east), east, west ⊃ {g1 ⊃ g1a, g2}}, s2 ⊃ north, which was in s1 until
/// 31 May; departments cgj (with the section cg1 and its person wu) and jj; leaders li and he.
Organisation sound_organisation();

inline CompiledOrganisation compiled(Organisation organisation) { return compile(std::move(organisation)).value(); }

}  // namespace aedile::testing
