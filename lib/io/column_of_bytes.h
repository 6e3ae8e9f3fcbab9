#pragma once
/// A column over bytes whose width is only known at run time.

#include "aedile/scoring/bulk.h"

namespace aedile::detail {

/// `width`: 1, 2 or 4 bytes a code; the bytes are aligned to it.
inline Column column_of(const std::byte* bytes, std::size_t width, std::size_t rows) {
  switch (width) {
    case 1:
      return std::span(reinterpret_cast<const std::uint8_t*>(bytes), rows);
    case 2:
      return std::span(reinterpret_cast<const std::uint16_t*>(bytes), rows);
    default:
      return std::span(reinterpret_cast<const std::uint32_t*>(bytes), rows);
  }
}

}  // namespace aedile::detail
