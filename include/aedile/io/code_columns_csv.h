#pragma once
/// Large tables of codes: CSV straight into columns for bulk scoring (scoring/bulk.h), checked while it is read.
///
///   const std::vector<CodeColumn> wanted{
///       {.name = "visit"}, {.name = "item", .width = 2, .words = items}, {.name = "count", .width = 1, .most = 200}};
///   ProblemLog log;
///   std::optional<CodeColumns> read = read_code_columns_file("findings.csv", wanted, log);
///   if (!read) …                        // findings.csv:17:9: error: "1.2.33" in the column "item" is not known; …
///   FindingColumns findings{.visit = read->column(0), .item = read->column(1), .count = read->column(2)};
///
/// A table is what csv.h and csv_table.h say it is. Plain ones (whole numbers and known words, no quotes, every row
/// whole) are read at about the speed of memory, on the threads of an Executor; one with anything else in it is read
/// again by CsvTable from its beginning, some ten times slower, which knows what to make of it or where it is wrong. So
/// problems are the same for every number of threads. Reading is all or nothing.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aedile/io/problem_log.h"
#include "aedile/scoring/bulk.h"

namespace aedile {

/// A column that is wanted.
struct CodeColumn {
  std::string name{};                ///< in the header
  int width = 4;                     ///< bytes of a code: 1, 2 or 4
  std::uint32_t most = 0xFFFFFFFFu;  ///< the greatest number allowed; no more than the width holds in any case
  std::vector<std::string> words{};  ///< given: cells hold one of these, and its position is the code
};

struct CodeColumnsOptions {
  std::size_t bytes_per_task = std::size_t{1} << 22;  ///< ≥ 1; results do not depend on it
};

/// The columns of a table, in the order in which they were wanted. Copies share them.
class CodeColumns {
 public:
  std::size_t rows() const;
  /// Valid as long as one of the copies. Throws ContractError for a column that was not wanted.
  Column column(std::size_t index) const;

  /// For `lib/`.
  struct Impl;
  explicit CodeColumns(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

 private:
  std::shared_ptr<const Impl> impl_;
};

/// Reads a table that is in memory. Columns that are not wanted are passed over. Errors to the log: those of
/// csv_table.h, each at its cell code_not_number (not a whole number, or above the greatest), code_not_word and
/// code_not_this_word (which names the nearest there is). Nothing if there is any. Throws ContractError for a width, a
/// number of words or a name that cannot be meant: other than 1, 2 or 4; more words than the width holds, or one twice;
/// a name that is empty or twice. Memory: the columns. Cost: O(bytes).
std::optional<CodeColumns> read_code_columns(std::string_view text, const std::string& file,
                                             std::span<const CodeColumn> wanted, ProblemLog& log,
                                             const Executor& executor = sequential(),
                                             const CodeColumnsOptions& options = {});

/// Reads a plain file, which is mapped, not copied. Error besides: csv_cannot_open. As with every mapped
/// file, the system ends the program (SIGBUS) if another one makes the file shorter meanwhile.
std::optional<CodeColumns> read_code_columns_file(const std::string& file, std::span<const CodeColumn> wanted,
                                                  ProblemLog& log, const Executor& executor = sequential(),
                                                  const CodeColumnsOptions& options = {});

}  // namespace aedile
