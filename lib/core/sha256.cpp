#include "core/sha256.h"

#include <openssl/evp.h>

#include <algorithm>
#include <stdexcept>

namespace aedile::detail {
namespace {

void require(bool done) {
  if (!done) throw std::runtime_error("SHA-256 is not available in the crypto library");
}

}  // namespace

std::string hex(const Sha256& digest) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

bool is_hex_sha256(std::string_view text) {
  return text.size() == 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return ('0' <= c && c <= '9') || ('a' <= c && c <= 'f'); });
}

struct Sha256Hasher::Impl {
  std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm{EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free};
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};

  void begin() { require(EVP_DigestInit_ex2(context.get(), algorithm.get(), nullptr) == 1); }
};

Sha256Hasher::Sha256Hasher() : impl_(std::make_unique<Impl>()) {
  require(impl_->algorithm != nullptr && impl_->context != nullptr);
  impl_->begin();
}
Sha256Hasher::~Sha256Hasher() = default;
Sha256Hasher::Sha256Hasher(Sha256Hasher&&) noexcept = default;
Sha256Hasher& Sha256Hasher::operator=(Sha256Hasher&&) noexcept = default;

void Sha256Hasher::add(std::string_view bytes) {
  require(EVP_DigestUpdate(impl_->context.get(), bytes.data(), bytes.size()) == 1);
}

Sha256 Sha256Hasher::digest() {
  Sha256 result{};
  unsigned size = 0;
  require(EVP_DigestFinal_ex(impl_->context.get(), result.data(), &size) == 1 && size == result.size());
  impl_->begin();
  return result;
}

Sha256 sha256(std::string_view text) { return Sha256Hasher()(text); }

}  // namespace aedile::detail
