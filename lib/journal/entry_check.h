// Whether an entry is fit to be recorded for good.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "aedile/journal/event.h"
#include "core/report.h"

namespace aedile::detail {

inline constexpr std::size_t max_payload_nesting = 256;
inline constexpr std::size_t max_effects = 10'000;

/// Keeps the memory of the JSON parser from entry to entry.
class EntryChecker {
 public:
  EntryChecker();
  ~EntryChecker();

  /// Everything about the entry that does not depend on others. `own`: it is the journal's own entry.
  void check(const JournalEntry& entry, std::size_t index, bool own, Report& report);
  /// The same for what an export says; the words stand at "/actor" and so on.
  void check_words(const JournalEntry& entry, Report& report);
  void check_json(std::string_view key, const std::string& text, Report& report);

 private:
  struct Json;
  std::unique_ptr<Json> json_;
};

bool in_range(Instant instant);
/// Why something is removed: not empty, UTF-8 without control characters, at "/reason".
void check_reason(std::string_view reason, Report& report);

}  // namespace aedile::detail
