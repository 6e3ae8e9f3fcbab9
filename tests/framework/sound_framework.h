// A small framework with every kind of rule in it and nothing wrong, for tests to spoil.
#pragma once

#include <string_view>

#include "aedile/framework/framework.h"

namespace aedile::testing {

/// total  /root                        sum of 1 and 2, graded, plus 3, less 4 and 5
///   1    /root/children/0             sum of
///     1.1  …/children/0                 deduction by severity × area, whole_item, veto on total
///     1.2  …/children/1                 checklist, penalty on 2
///   2    /root/children/1             weighted mean of
///     2.1  …/children/0                 bands over two readings      2.2  …/children/1  rate
///     2.3  …/children/2                 progress                     2.4  …/children/3  letters
///     2.5  …/children/4                 custom
///   3    /root/children/2             adds: a bonus while 1 has at least 30
///   4    /root/children/3             deducts: a tally
///   5    /root/children/4             deducts: by cycles, the sum of
///     5.1  …/children/0                 a tally
Framework sound_framework();

Node& node(Framework& framework, std::string_view code);

template <class Kind>
Kind& rule(Framework& framework, std::string_view code, std::size_t index = 0) {
  return std::get<Kind>(node(framework, code).rules.at(index));
}

/// Points of a rule of a kind with points per occurrence.
PerOccurrence& each(Framework& framework, std::string_view code, std::size_t index = 0);

}  // namespace aedile::testing
