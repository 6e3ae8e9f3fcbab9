// The roads of a town: 33 main roads, 47 back streets, 21 rural ones, of which 3, 3 and 2 are drawn.
#pragma once

#include <string>

#include "aedile/inspection/draw.h"

namespace aedile::testing {

inline DrawTerms roads() {
  DrawTerms terms{.id = "roads", .period = "2026-11", .seed_source = "digits of the lottery of 8 November 2026"};
  terms.strata = {{"main", 3}, {"back", 3}, {"rural", 2}};
  const auto add = [&](const char* stratum, int first, int count) {
    for (int i = 0; i < count; ++i) {
      std::string digits = std::to_string(first + i);
      terms.candidates.push_back({"R" + std::string(3 - digits.size(), '0') + digits, stratum});
    }
  };
  add("main", 1, 33);
  add("back", 101, 47);
  add("rural", 201, 21);
  return terms;
}

}  // namespace aedile::testing
