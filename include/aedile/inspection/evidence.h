#pragma once
/// Evidence (佐证): a photograph, a document, a recording, known by the SHA-256 of its file. The file stays where it
/// is; whoever has it can show that it is the one that was meant.
///
///   std::ifstream photo("IMG_2041.jpg", std::ios::binary);
///   Evidence found = evidence_of(photo, "IMG_2041.jpg").value();
///   found.sha256 == "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";   // sha256sum says the same

#include <istream>
#include <string>
#include <string_view>

#include "aedile/core/result.h"

namespace aedile {

struct Evidence {
  std::string sha256{};  ///< 64 hex digits, lower case
  std::string name{};    ///< of the file, for people
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Reads the stream to its end. Errors: unreadable_evidence.
Result<Evidence> evidence_of(std::istream& file, std::string name);
bool is_sha256(std::string_view text);

}  // namespace aedile
