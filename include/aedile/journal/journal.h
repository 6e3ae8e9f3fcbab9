#pragma once
/// The journal (台账流水): events are added, never changed, and anybody who has kept a head can check that.
///
///   Journal journal = Journal::create("street.journal", "台账 2026").value();
///   std::vector<JournalEntry> entries = …;                          // 1,000 of them: one commit, one sync
///   journal.append(entries, now).value();                           // durable when it returns: events 1 … 1,000
///   JournalHead kept = journal.head();                              // size 1000, root 5d1c…: to be kept elsewhere
///
///   JournalView view = journal.view().value();                      // a state; stays so while others append
///   view.each([&](const JournalEvent& event) { tickets.apply(event); return true; });
///   view.as_of({.happened = end_of_march, .recorded = tenth_of_april}, …);   // what was known on 10 April of March
///   InclusionProof proof = view.prove(812).value();                 // 10 hashes
///
/// All state is a fold over events; a snapshot saves the folding, and is checked before it is believed. One process
/// writes, others read. Nothing here reads a clock: the caller says when.

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
#include "aedile/journal/proof.h"
#include "aedile/journal/store.h"

namespace aedile {

/// Says whether to go on. The event is the journal's own, and changes with the next one.
using EventVisitor = std::function<bool(const JournalEvent&)>;

/// A pair of times.
struct AsOf {
  std::optional<Instant> happened{};  ///< events that happened until then; nothing: whenever
  std::optional<Instant> recorded{};  ///< events that were recorded until then; nothing: until now
};

/// What a complete check has seen.
struct JournalCheck {
  JournalHead head{};
  std::uint64_t redacted = 0;
  std::uint64_t pending_effects = 0;
  std::uint64_t snapshots = 0;
};

/// A state of a journal: what was there when the view was made. Used by one thread at a time; there may be any number
/// of views, beside each other and beside the writer. A view that is kept for long makes the files of the journal grow.
///
/// Whatever is read is checked: an event against its hash, a node against those below it. Errors of all that read:
/// damaged_store, damaged_event, missing_event, damaged_node.
class JournalView {
 public:
  /// Of a file, for reading only. Errors: those of read_sqlite_store.
  static Result<JournalView> open(const std::filesystem::path& file);
  explicit JournalView(std::unique_ptr<StoreReader> store);
  ~JournalView();
  JournalView(JournalView&&) noexcept;
  JournalView& operator=(JournalView&&) noexcept;

  const std::string& name() const;
  std::uint64_t size() const;  ///< events
  JournalHead head() const;
  /// Of the first `size` events. Throws ContractError if there are fewer.     Cost: about a millisecond.
  Result<JournalHead> head_at(std::uint64_t size) const;

  /// Errors besides: no_such_event.
  Result<JournalEvent> event(std::uint64_t seq) const;
  /// The event with this idempotency key.
  Result<std::optional<JournalEvent>> find(std::string_view key) const;
  /// Events first … last in order.     Cost: about half a microsecond an event; memory for one.
  Diagnostics each(const EventVisitor& visit, std::uint64_t first = 1, std::uint64_t last = UINT64_MAX) const;
  /// How many events were recorded until then: they are the first so many.     Cost: O(log size).
  Result<std::uint64_t> recorded_until(Instant recorded) const;
  /// Events that had been recorded and had happened by then, in the order of recording.
  Diagnostics as_of(const AsOf& when, const EventVisitor& visit) const;

  /// That event `seq` stands under the head of the first `size` events (0: of all). Errors besides: no_such_event.
  /// Cost: about a millisecond in ten million events.
  Result<InclusionProof> prove(std::uint64_t seq, std::uint64_t size = 0) const;
  /// That the first `size` events (0: all) begin with the first `old_size`. Errors besides: no_such_event.
  Result<ConsistencyProof> prove_growth(std::uint64_t old_size, std::uint64_t size = 0) const;

  /// Reads and hashes everything: events, tree, keys, outbox, the store's own structure; and compares with heads that
  /// were kept. Errors besides: head_not_kept (a kept head is not the journal's at that size), recorded_backwards,
  /// bad_cause, unfounded_redaction, damaged_key, damaged_outbox. Warnings: damaged_snapshot.
  Result<JournalCheck> verify(std::span<const JournalHead> kept = {}) const;

  /// Effects that are to be handed over, behind one that was got before, oldest first. Errors besides: damaged_outbox.
  Result<std::vector<PendingEffect>> outbox(std::size_t limit = 1'000, const PendingEffect* behind = nullptr) const;
  OutboxCounts outbox_counts() const;

  /// The snapshot of that name and format, if there is one and it is this journal's. A warning (damaged_snapshot,
  /// other_snapshot) where there is one that cannot be used: then fold from the beginning.
  Result<std::optional<JournalSnapshot>> snapshot(std::string_view name, std::uint32_t format) const;

 private:
  friend class Journal;
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Fills a span with bytes that nobody can guess.
using SaltSource = std::function<void(std::span<std::uint8_t>)>;

struct JournalOptions {
  std::string holder = "aedile";  ///< who writes, told to a second writer
  SaltSource salts{};             ///< empty: the crypto library's random bytes; for tests something repeatable
};

/// What became of an entry.
struct Appended {
  std::uint64_t seq = 0;
  bool repeated = false;  ///< it stood there already, under its key, and nothing was added
  friend bool operator==(const Appended&, const Appended&) = default;
};

/// A journal that is written to: one at a time for a file. Any thread may call any function; writing takes turns.
class Journal {
 public:
  /// Errors: those of create_sqlite_store.
  static Result<Journal> create(const std::filesystem::path& file, const std::string& name,
                                JournalOptions options = {});
  /// Errors and warnings: those of open_sqlite_store; damaged_event where the last event is.     Cost: milliseconds,
  /// whatever the size.
  static Result<Journal> open(const std::filesystem::path& file, JournalOptions options = {});
  /// In memory.
  explicit Journal(std::string name, JournalOptions options = {});
  /// In a store of the caller's own.
  explicit Journal(std::unique_ptr<JournalStore> store, JournalOptions options = {});
  ~Journal();
  Journal(Journal&&) noexcept;
  Journal& operator=(Journal&&) noexcept;

  JournalHead head() const;
  Instant last_recorded() const;
  /// The state after the last append.
  Result<JournalView> view() const;

  /// Adds the entries as one commit, recorded at this instant: when it returns they are durable, all of them, or there
  /// is an error and none is. An entry whose key is there already is not added again; the answer is the seq it has.
  /// Errors, at pointers such as /3/payload: empty_text, text_not_utf8, control_character, word_too_long, bad_payload
  /// (no JSON text), payload_too_large, bad_cause, reserved_command, key_taken (there, but with other content),
  /// recorded_before (an earlier instant than that of the last event), instant_range, too_many_effects;
  /// cannot_write_journal.
  /// Cost: some 2 µs an entry, and one sync.
  Result<std::vector<Appended>> append(std::span<const JournalEntry> entries, Instant recorded);
  Result<Appended> append(const JournalEntry& entry, Instant recorded);

  /// Removes salt and payload of an event for good, and records that as an event of its own: command "journal.redact",
  /// cause `seq`. Every proof still holds. Warnings: purge_delayed (a reader keeps old pages; they go when the journal
  /// is next opened for writing), purge_failed. Errors besides those of append: no_such_event, redacted_already,
  /// empty_text (the reason).
  Result<Appended> redact(std::uint64_t seq, std::string_view actor, std::string_view reason, Instant recorded);

  /// Takes effects out of the outbox: they have been handed over. What is not in it any more is passed over.
  /// Errors: cannot_write_journal.
  Diagnostics acknowledge(std::span<const PendingEffect> effects);

  /// Keeps a state of the first `snapshot.seq` events, instead of the one of that name before. Throws ContractError if
  /// there are fewer events. Errors: cannot_write_journal.
  Diagnostics save_snapshot(JournalSnapshot snapshot);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aedile
