// Evidence for tests.
#pragma once

#include <string>

#include "aedile/core/date.h"

namespace aedile::test {

/// SHA-256 of a photograph: another one at every instant.
inline std::string photograph(Instant taken) {
  std::string sha256(64, 'a');
  const std::string seconds = std::to_string(taken.sys_seconds().time_since_epoch().count());
  return sha256.replace(0, seconds.size(), seconds);
}

}  // namespace aedile::test
