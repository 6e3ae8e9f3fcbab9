// What both a reader and the writer of a journal's file read: the statements, and the borders at which failures of
// SQLite become diagnostics.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "aedile/journal/store.h"
#include "journal/messages.h"
#include "journal/sqlite.h"

namespace aedile::detail {

struct LockNote;
struct LogState;

Diagnostics failed_reading(const SqliteFailure& failure, const std::string& file);
Diagnostics failed_writing(const SqliteFailure& failure, const std::string& file);

/// The eight bytes that the head's row must have.
std::uint64_t check_of(const StoreHead& head);

/// The file's own first bytes, which the log never hides: creating a journal writes them for good. Errors:
/// cannot_read_journal, not_a_journal, other_journal_version.
Diagnostics check_first_bytes(const std::filesystem::path& file);
/// Opens the file as SQLite has it, and checks that it is a journal of a layout that is known. Nothing is written, not
/// even when the connection is closed, until `may_write`.
Result<std::unique_ptr<Connection>> open_connection(const std::filesystem::path& file, bool for_writing);
/// The head as it lies in the file. Errors: damaged_head, damaged_store.
Result<StoreHead> load_head(Connection& connection, const std::string& file);
/// What the files beside the journal say of it: events_lost, other_events, damaged_log, unfinished_append.
/// `live`: somebody may be writing to the log now.
Diagnostics compare_with_notes(const StoreHead& head, const LockNote& note, const LogState& log,
                               const std::filesystem::path& file, bool live);

class SqliteReads {
 public:
  SqliteReads(std::unique_ptr<Connection> connection, std::filesystem::path file)
      : connection_(std::move(connection)), path_(std::move(file)), place_(path_.string()) {}

  Connection& connection() const { return *connection_; }
  const std::filesystem::path& path() const { return path_; }
  const std::string& place() const { return place_; }

  Diagnostics read(std::uint64_t first, std::uint64_t last, const RowVisitor& visit) const;
  Result<std::optional<std::uint64_t>> find_key(std::string_view key) const;
  Result<std::optional<Hash>> node(unsigned level, std::uint64_t index) const;
  Result<std::vector<PendingEffect>> outbox(std::uint64_t seq, std::uint32_t ordinal, std::size_t limit) const;
  Result<std::optional<JournalSnapshot>> snapshot(std::string_view name) const;
  Result<std::vector<std::string>> snapshot_names() const;
  Result<StoreCounts> counts() const;
  Diagnostics check() const;

 private:
  std::unique_ptr<Connection> connection_;
  std::filesystem::path path_;
  std::string place_;
  mutable std::optional<Statement> find_key_;
  mutable std::optional<Statement> node_;
};

/// `StoreReader` or `JournalStore`, with all that is read done by `SqliteReads`.
template <class Base>
class SqliteStoreBase : public Base {
 public:
  SqliteStoreBase(std::unique_ptr<Connection> connection, std::filesystem::path file, StoreHead head)
      : reads_(std::move(connection), std::move(file)), head_(std::move(head)) {}

  const StoreHead& head() const override { return head_; }
  Diagnostics read(std::uint64_t first, std::uint64_t last, const RowVisitor& visit) const override {
    return reads_.read(first, last, visit);
  }
  Result<std::optional<std::uint64_t>> find_key(std::string_view key) const override { return reads_.find_key(key); }
  Result<std::optional<Hash>> node(unsigned level, std::uint64_t index) const override {
    return reads_.node(level, index);
  }
  Result<std::vector<PendingEffect>> outbox(std::uint64_t seq, std::uint32_t ordinal,
                                            std::size_t limit) const override {
    return reads_.outbox(seq, ordinal, limit);
  }
  Result<std::optional<JournalSnapshot>> snapshot(std::string_view name) const override {
    return reads_.snapshot(name);
  }
  Result<std::vector<std::string>> snapshot_names() const override { return reads_.snapshot_names(); }
  Result<StoreCounts> counts() const override { return reads_.counts(); }
  Diagnostics check() const override { return reads_.check(); }
  const std::string& place() const override { return reads_.place(); }

 protected:
  SqliteReads reads_;
  StoreHead head_;
};

}  // namespace aedile::detail
