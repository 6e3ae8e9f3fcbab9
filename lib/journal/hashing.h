// SHA-256 for hashing very many very short texts: three for each event.
//
// The crypto library's low-level functions keep their state in a plain struct, so that a hash costs its blocks and
// little else; through its general interface (core/sha256.h) a hash of a hundred bytes takes about twice as long.
// See docs/decisions/0030-journal-tree.md.
#pragma once

#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include <string_view>

#include "aedile/journal/merkle.h"

namespace aedile::detail {

class Digest {
 public:
  Digest() { SHA256_Init(&state_); }
  Digest& add(std::string_view bytes) {
    SHA256_Update(&state_, bytes.data(), bytes.size());
    return *this;
  }
  Digest& add(const Hash& hash) {
    SHA256_Update(&state_, hash.data(), hash.size());
    return *this;
  }
  /// Ends it.
  Hash value() {
    Hash result;
    SHA256_Final(result.data(), &state_);
    return result;
  }

 private:
  SHA256_CTX state_;
};

}  // namespace aedile::detail
