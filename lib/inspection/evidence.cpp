#include "aedile/inspection/evidence.h"

#include <array>

#include "core/excerpt.h"
#include "core/sha256.h"
#include "inspection/messages_visit.h"

namespace aedile {

Result<Evidence> evidence_of(std::istream& file, std::string name) {
  detail::Sha256Hasher hasher;
  std::array<char, 1 << 16> bytes{};
  while (file.good()) {
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    hasher.add({bytes.data(), static_cast<std::size_t>(file.gcount())});
  }
  if (file.bad() || !file.eof()) return {Place{name, 0, 0, {}}, messages::unreadable_evidence, {detail::excerpt(name)}};
  return Evidence{detail::hex(hasher.digest()), std::move(name)};
}

bool is_sha256(std::string_view text) { return detail::is_hex_sha256(text); }

}  // namespace aedile
