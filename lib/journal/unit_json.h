// What a journal holds of units, as JSON.
#pragma once

#include <string>
#include <string_view>

#include "aedile/rectification/unit_ladder.h"

namespace aedile::detail {

std::string write_occasion(const Occasion& occasion);
Result<Occasion> read_occasion(std::string_view text, std::string file_name);

std::string write_unit_step(const UnitStep& step);
/// The key of the step: all that is needed to take it once.
Result<std::string> read_unit_step(std::string_view text, std::string file_name);

/// Of the outbox.
std::string write_step_effect(const std::string& unit, const UnitStep& step);

}  // namespace aedile::detail
