#include "journal/salts.h"

#include <openssl/rand.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace aedile::detail {

namespace {

constexpr std::size_t salts_at_a_time = 1'024;

void random_bytes(std::span<std::uint8_t> bytes) {
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
    throw std::runtime_error("the crypto library has no random bytes");
  }
}

}  // namespace

SaltPool::SaltPool(SaltSource source) : source_(source ? std::move(source) : SaltSource(random_bytes)) {}

Salt SaltPool::next() {
  if (used_ == bytes_.size()) {
    bytes_.resize(salts_at_a_time * sizeof(Salt));
    used_ = bytes_.size();  // until they are there
    source_(bytes_);
    used_ = 0;
  }
  Salt salt;
  std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(used_), salt.size(), salt.begin());
  used_ += salt.size();
  return salt;
}

}  // namespace aedile::detail
