// SQLite's write-ahead log, read before SQLite does: where its checksums end, SQLite takes it that the log ends and
// says nothing, whether an append was cut short there or recorded events were damaged.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace aedile::detail {

struct LogState {
  /// Where the first frame stands that is not what was written, though it belongs to this log; bytes from the start.
  std::optional<std::uint64_t> broken_at;
  /// Behind it stands a complete commit and the beginning of another one, which was only written once the first was
  /// durable: so what is broken was durable too.
  bool damaged = false;
};

/// Source: https://www.sqlite.org/fileformat2.html, section 4.     Cost: reads the log once.
LogState check_log(const std::filesystem::path& journal);

std::filesystem::path log_path(const std::filesystem::path& journal);

}  // namespace aedile::detail
