#include "calendar/sha256.h"

#include <openssl/evp.h>

#include <stdexcept>

namespace aedile::detail {

Sha256 sha256(std::string_view text) {
  Sha256 digest{};
  unsigned size = 0;
  if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1 || size != digest.size()) {
    throw std::runtime_error("SHA-256 is not available in the crypto library");
  }
  return digest;
}

}  // namespace aedile::detail
