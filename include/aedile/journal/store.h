#pragma once
/// Where a journal's events lie: the narrow interface behind `Journal`, with SQLite for a file and a twin in memory.
///
///   std::unique_ptr<JournalStore> store = memory_store("demo");
///   store->commit({.events = rows, .head = head});        // all of it, for good, or nothing
///   store->read(1, 1'000, [](const EventRow& row) { …; return true; });
///
/// A store keeps and finds; what is right to be kept, hashes and proofs are `Journal`'s. It is for those who keep
/// journals in some other database: implement these two classes and hand them to `Journal`. Whoever uses journals needs
/// journal.h only.
///
/// What a store promises: `commit` returns without an error only when everything is durable, and after a crash at any
/// instant the store holds the commits up to some point, all that were acknowledged among them. Damage that it notices
/// is an error with the file as its place; nothing is mended.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/result.h"
#include "aedile/journal/event.h"

namespace aedile {

/// One event as it lies in a store. Texts belong to whoever made the row: the caller of `commit`, or the store for as
/// long as the visit lasts.
struct EventRow {
  std::uint64_t seq = 0;
  Instant happened{};
  Instant recorded{};
  std::string_view actor{};
  std::string_view command{};
  std::string_view subject{};
  std::string_view key{};
  std::uint64_t cause = 0;  ///< 0: none
  std::uint32_t format = 1;
  bool redacted = false;
  Salt salt{};                 ///< unless redacted
  std::string_view payload{};  ///< unless redacted
  Hash commitment{};           ///< kept only where redacted
  std::uint64_t check = 0;     ///< the first eight bytes of the leaf's hash, big-endian: tells damage in this very row
};

/// An effect on its way out.
struct PendingEffect {
  std::uint64_t seq = 0;      ///< of its event
  std::uint32_t ordinal = 0;  ///< among the effects of that event, from 0
  JournalEffect effect{};
  std::uint64_t check = 0;  ///< of all this
  /// "812.0": the same at every hand-over, so that the receiver can tell a second one.
  std::string key() const { return std::to_string(seq) + '.' + std::to_string(ordinal); }
  friend bool operator==(const PendingEffect&, const PendingEffect&) = default;
};

/// How many effects there ever were.
struct OutboxCounts {
  std::uint64_t recorded = 0;
  std::uint64_t acknowledged = 0;
  friend bool operator==(const OutboxCounts&, const OutboxCounts&) = default;
};

/// A state that was folded from the first `seq` events, kept to save the folding: a cache, checked before it is used.
struct JournalSnapshot {
  std::string name{};        ///< of what it is the state: "tickets"
  std::uint32_t format = 1;  ///< version of its bytes, the caller's own
  std::uint64_t seq = 0;
  std::string bytes{};
  Hash root{};   ///< of the journal at `seq`; `Journal` fills it in
  Hash check{};  ///< SHA-256 over all this; `Journal` fills it in
  friend bool operator==(const JournalSnapshot&, const JournalSnapshot&) = default;
};

/// How many rows there are, counted.
struct StoreCounts {
  std::uint64_t keys = 0;
  std::uint64_t nodes = 0;
  std::uint64_t effects = 0;
};

/// The end of the journal.
struct StoreHead {
  std::string name{};
  MerkleFrontier frontier{};
  Instant last_recorded{};
  OutboxCounts outbox{};
  friend bool operator==(const StoreHead&, const StoreHead&) = default;
};

struct Redaction {
  std::uint64_t seq = 0;
  Hash commitment{};  ///< stays where salt and payload were
};

/// What becomes durable together.
struct StoreCommit {
  std::span<const EventRow> events{};
  std::span<const MerkleNode> nodes{};
  std::span<const PendingEffect> effects{};
  std::span<const PendingEffect> acknowledged{};  ///< leave the outbox; only seq and ordinal count
  std::span<const Redaction> redactions{};
  const StoreHead* head = nullptr;  ///< the end after it
};

using RowVisitor = std::function<bool(const EventRow&)>;

/// A state of the store: it stays what it was when the reader was made. Used by one thread at a time.
class StoreReader {
 public:
  virtual ~StoreReader() = default;

  virtual const StoreHead& head() const = 0;
  /// Rows first … last in order, as many as there are, until the visitor says false. Errors: damaged_store.
  virtual Diagnostics read(std::uint64_t first, std::uint64_t last, const RowVisitor& visit) const = 0;
  /// The seq of the event with this key.
  virtual Result<std::optional<std::uint64_t>> find_key(std::string_view key) const = 0;
  virtual Result<std::optional<Hash>> node(unsigned level, std::uint64_t index) const = 0;
  /// Pending effects behind (seq, ordinal), oldest first.
  virtual Result<std::vector<PendingEffect>> outbox(std::uint64_t seq, std::uint32_t ordinal,
                                                    std::size_t limit) const = 0;
  virtual Result<std::optional<JournalSnapshot>> snapshot(std::string_view name) const = 0;
  virtual Result<std::vector<std::string>> snapshot_names() const = 0;
  virtual Result<StoreCounts> counts() const = 0;
  /// Everything that the store can check by itself, whatever it costs.
  virtual Diagnostics check() const = 0;
  /// What problems name as their file.
  virtual const std::string& place() const = 0;
};

/// A store that is written to, by one thread at a time. Reading from it sees the last commit.
class JournalStore : public StoreReader {
 public:
  /// Errors: cannot_write_journal, with the system's reason; then nothing has happened, and the next commit may
  /// succeed.
  virtual Diagnostics commit(const StoreCommit& commit) = 0;
  /// Replaces the one of that name.
  virtual Diagnostics save_snapshot(const JournalSnapshot& snapshot) = 0;
  /// Overwrites what redacted events have left anywhere in the files. Warnings alone: purge_delayed (by a reader),
  /// purge_failed.
  virtual Diagnostics purge() = 0;
  /// May be called from any thread while another one commits.
  virtual Result<std::unique_ptr<StoreReader>> reader() const = 0;
};

/// A new journal in memory, gone with its last reader.
std::unique_ptr<JournalStore> memory_store(std::string name);

struct SqliteStoreOptions {
  std::string holder = "aedile";  ///< who writes, told to a second writer together with the process id
};

/// A new journal in a file. Errors: journal_exists, cannot_write_journal, bad_journal_name.
Result<std::unique_ptr<JournalStore>> create_sqlite_store(const std::filesystem::path& file, const std::string& name,
                                                          const SqliteStoreOptions& options = {});
/// For writing. Errors: unreadable_file, not_a_journal, other_journal_version, journal_held (by another writer, which
/// is named), damaged_store, events_lost (the lock file knows of acknowledged events that are not there). Warnings:
/// unfinished_append (what a crash left of an append that was never acknowledged).
Result<std::unique_ptr<JournalStore>> open_sqlite_store(const std::filesystem::path& file,
                                                        const SqliteStoreOptions& options = {});
/// For reading, beside a writer or without one. Errors: as above but for journal_held.
Result<std::unique_ptr<StoreReader>> read_sqlite_store(const std::filesystem::path& file);

}  // namespace aedile
