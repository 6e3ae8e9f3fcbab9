// Salts, fetched many at a time.
#pragma once

#include <cstdint>
#include <vector>

#include "aedile/journal/journal.h"

namespace aedile::detail {

class SaltPool {
 public:
  /// An empty source: the crypto library's random bytes.
  explicit SaltPool(SaltSource source);
  /// Throws std::runtime_error where the crypto library has no random bytes.
  Salt next();

 private:
  SaltSource source_;
  std::vector<std::uint8_t> bytes_;
  std::size_t used_ = 0;
};

}  // namespace aedile::detail
