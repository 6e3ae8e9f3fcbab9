// Bounds of calendars, so that no file makes a program slow or large.
#pragma once

#include <cstddef>

namespace aedile::detail {

inline constexpr std::size_t max_calendar_versions = 1000;

}  // namespace aedile::detail
