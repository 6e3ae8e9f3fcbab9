// Larger inputs and published vectors lie outside the repository: in $AEDILE_SHARED, by default beside the checkout.
#pragma once

#include <cstdlib>
#include <filesystem>

namespace aedile::test {

inline std::filesystem::path shared_folder() {
  const char* const configured = std::getenv("AEDILE_SHARED");
  if (configured != nullptr) return configured;
  return std::filesystem::path(AEDILE_SOURCE_DIR).parent_path() / "shared";
}

}  // namespace aedile::test
