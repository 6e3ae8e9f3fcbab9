// SHA-256 (FIPS 180-4), from the crypto library: for draws that anybody can repeat, and for files known by their hash.
//
//   hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace aedile::detail {

using Sha256 = std::array<std::uint8_t, 32>;

/// 64 hex digits, lower case.
std::string hex(const Sha256& digest);
/// Whether a text is 64 hex digits in lower case.
bool is_hex_sha256(std::string_view text);

/// Keeps what the crypto library looks up once, which is most of the time of hashing a short text. For texts in pieces,
/// and for many texts. One per thread.
class Sha256Hasher {
 public:
  /// Throws std::runtime_error where the crypto library has no SHA-256; so do the others if it fails.
  Sha256Hasher();
  ~Sha256Hasher();
  Sha256Hasher(Sha256Hasher&&) noexcept;
  Sha256Hasher& operator=(Sha256Hasher&&) noexcept;

  void add(std::string_view bytes);
  /// The digest of all that was added since the last one.
  Sha256 digest();
  Sha256 operator()(std::string_view text) { return add(text), digest(); }

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

Sha256 sha256(std::string_view text);

}  // namespace aedile::detail
