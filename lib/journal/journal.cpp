#include "aedile/journal/journal.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "aedile/core/exceptions.h"
#include "aedile/io/json_writer.h"
#include "journal/bytes.h"
#include "journal/entry_check.h"
#include "journal/journal_commands.h"
#include "journal/messages.h"
#include "journal/messages_append.h"
#include "journal/reading.h"
#include "journal/salts.h"

namespace aedile {

namespace {

bool same_content(const JournalEntry& entry, const JournalEvent& event) {
  const JournalEntry& there = event.entry;
  return entry.happened == there.happened && entry.actor == there.actor && entry.command == there.command &&
         entry.subject == there.subject && entry.cause == there.cause && entry.format == there.format &&
         (event.redacted || entry.payload == there.payload);
}

bool same_content(const JournalEntry& a, const JournalEntry& b) {
  return a.happened == b.happened && a.actor == b.actor && a.command == b.command && a.subject == b.subject &&
         a.cause == b.cause && a.format == b.format && a.payload == b.payload;
}

}  // namespace

class Journal::Impl {
 public:
  Impl(std::unique_ptr<JournalStore> store, JournalOptions options)
      : store_(std::move(store)), reading_(*store_), salts_(std::move(options.salts)) {}

  std::mutex& mutex() { return mutex_; }
  JournalStore& store() { return *store_; }
  const detail::Reading& reading() const { return reading_; }

  /// `own`: the one entry is the journal's own, and this event loses its payload with it.
  Result<std::vector<Appended>> append(std::span<const JournalEntry> entries, Instant recorded,
                                       const Redaction* own = nullptr) {
    Report report;
    check(entries, recorded, own != nullptr, report);
    Diagnostics problems = report.take();
    if (problems.has_errors()) return problems;
    Batch batch{.head = store_->head()};
    const std::uint64_t before = batch.head.frontier.size();
    batch.rows.reserve(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
      problems.append(add(entries[i], i, recorded, batch));
    }
    if (problems.has_errors()) return problems;
    if (batch.head.frontier.size() != before) {
      batch.head.last_recorded = recorded;
      StoreCommit commit{.events = batch.rows, .nodes = batch.nodes, .effects = batch.effects, .head = &batch.head};
      if (own != nullptr) commit.redactions = {own, 1};
      problems = store_->commit(commit);
      if (problems.has_errors()) return problems;
    }
    return {std::move(batch.appended), std::move(problems)};
  }

  Diagnostics acknowledge(std::span<const PendingEffect> effects) {
    std::vector<PendingEffect> there;
    for (const PendingEffect& effect : effects) {
      // The first one behind the one before it is the effect itself, if it is there.
      const bool first = effect.ordinal == 0;
      Result<std::vector<PendingEffect>> found =
          store_->outbox(first ? effect.seq - 1 : effect.seq, first ? UINT32_MAX : effect.ordinal - 1, 1);
      if (!found) return found.diagnostics();
      if (found->empty() || found->front().seq != effect.seq || found->front().ordinal != effect.ordinal) continue;
      const bool twice = std::any_of(there.begin(), there.end(), [&](const PendingEffect& other) {
        return other.seq == effect.seq && other.ordinal == effect.ordinal;
      });
      if (!twice) there.push_back(effect);
    }
    if (there.empty()) return {};
    StoreHead head = store_->head();
    head.outbox.acknowledged += there.size();
    return store_->commit({.acknowledged = there, .head = &head});
  }

 private:
  using Report = detail::Report;

  /// What an append is going to commit.
  struct Batch {
    StoreHead head;
    std::vector<EventRow> rows{};
    std::vector<MerkleNode> nodes{};
    std::vector<PendingEffect> effects{};
    std::vector<Appended> appended{};
    std::map<std::string_view, std::pair<const JournalEntry*, std::uint64_t>> keys{};
  };

  void check(std::span<const JournalEntry> entries, Instant recorded, bool own, Report& report) {
    const StoreHead& head = store_->head();
    if (!detail::in_range(recorded)) {
      report.at("recorded").error(messages::instant_range);
    } else if (head.frontier.size() != 0 && recorded < head.last_recorded) {
      report.at("recorded").error(messages::recorded_before, {recorded.to_string(), head.last_recorded.to_string()});
    }
    for (std::size_t i = 0; i < entries.size(); ++i) checker_.check(entries[i], i, own, report);
  }

  Diagnostics add(const JournalEntry& entry, std::size_t index, Instant recorded, Batch& batch) {
    const std::uint64_t seq = batch.head.frontier.size() + 1;
    if (!entry.key.empty()) {
      Result<std::optional<Appended>> there = under_key(entry, index, batch);
      if (!there) return there.diagnostics();
      if (*there) {
        batch.appended.push_back(**there);
        return {};
      }
      batch.keys.emplace(entry.key, std::pair(&entry, seq));
    }
    if (entry.cause && (*entry.cause == 0 || *entry.cause >= seq)) {
      Report report;
      report.at(index, "cause").error(messages::bad_cause, {std::to_string(*entry.cause)});
      return report.take();
    }
    EventRow& row = batch.rows.emplace_back(detail::row_of(seq, recorded, entry));
    row.salt = salts_.next();
    const Hash leaf = detail::leaf_hash_of(row, detail::commitment_of(row), scratch_);
    row.check = detail::first_eight(leaf);
    batch.head.frontier.append(leaf, &batch.nodes);
    for (const JournalEffect& effect : entry.effects) {
      PendingEffect& pending = batch.effects.emplace_back();
      pending.seq = seq;
      pending.ordinal = static_cast<std::uint32_t>(&effect - entry.effects.data());
      pending.effect = effect;
      pending.check = detail::check_of(pending);
    }
    batch.head.outbox.recorded += entry.effects.size();
    batch.appended.push_back({.seq = seq});
    return {};
  }

  /// The event that the entry's key has already, here or in the same batch.
  Result<std::optional<Appended>> under_key(const JournalEntry& entry, std::size_t index, const Batch& batch) {
    using Answer = std::optional<Appended>;
    const auto taken = [&](const Message& message, std::vector<std::string> arguments) {
      Report report;
      report.at(index, "key").error(message, std::move(arguments));
      return Result<Answer>(report.take());
    };
    if (const auto at = batch.keys.find(entry.key); at != batch.keys.end()) {
      const auto [other, seq] = at->second;
      if (!same_content(entry, *other)) return taken(messages::key_taken_here, {entry.key});
      return Answer({.seq = seq, .repeated = true});
    }
    const Result<std::optional<std::uint64_t>> seq = store_->find_key(entry.key);
    if (!seq) return seq.diagnostics();
    if (!*seq) return Answer();
    const Result<JournalEvent> event = reading_.event(**seq);
    if (!event) return event.diagnostics();
    if (event->entry.key != entry.key) return {reading_.place(), messages::damaged_key, {entry.key}};
    if (!same_content(entry, *event)) return taken(messages::key_taken, {entry.key, std::to_string(**seq)});
    return Answer({.seq = **seq, .repeated = true});
  }

  std::mutex mutex_;
  std::unique_ptr<JournalStore> store_;
  detail::Reading reading_;
  detail::SaltPool salts_;
  detail::EntryChecker checker_;
  std::string scratch_;
};

Result<Journal> Journal::create(const std::filesystem::path& file, const std::string& name, JournalOptions options) {
  Result<std::unique_ptr<JournalStore>> store = create_sqlite_store(file, name, {.holder = options.holder});
  if (!store) return store.diagnostics();
  return Journal(std::move(*store), std::move(options));
}

Result<Journal> Journal::open(const std::filesystem::path& file, JournalOptions options) {
  Result<std::unique_ptr<JournalStore>> store = open_sqlite_store(file, {.holder = options.holder});
  if (!store) return store.diagnostics();
  Diagnostics warnings = store.diagnostics();
  Journal journal(std::move(*store), std::move(options));
  const detail::Reading& reading = journal.impl_->reading();
  // Where a file ends too early, its last event is the first that is missing.
  if (reading.size() != 0) {
    const Result<JournalEvent> last = reading.event(reading.size());
    if (!last) return last.diagnostics();
  }
  return {std::move(journal), std::move(warnings)};
}

Journal::Journal(std::string name, JournalOptions options)
    : Journal(memory_store(std::move(name)), std::move(options)) {}
Journal::Journal(std::unique_ptr<JournalStore> store, JournalOptions options)
    : impl_(std::make_unique<Impl>(std::move(store), std::move(options))) {}
Journal::~Journal() = default;
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;

JournalHead Journal::head() const {
  const std::lock_guard lock(impl_->mutex());
  const StoreHead& head = impl_->store().head();
  return {head.name, head.frontier.size(), head.frontier.root()};
}

Instant Journal::last_recorded() const {
  const std::lock_guard lock(impl_->mutex());
  return impl_->store().head().last_recorded;
}

Result<JournalView> Journal::view() const {
  Result<std::unique_ptr<StoreReader>> reader = impl_->store().reader();
  if (!reader) return reader.diagnostics();
  return JournalView(std::move(*reader));
}

Result<std::vector<Appended>> Journal::append(std::span<const JournalEntry> entries, Instant recorded) {
  const std::lock_guard lock(impl_->mutex());
  return impl_->append(entries, recorded);
}

Result<Appended> Journal::append(const JournalEntry& entry, Instant recorded) {
  Result<std::vector<Appended>> appended = append(std::span(&entry, 1), recorded);
  if (!appended) return appended.diagnostics();
  return appended->front();
}

Result<Appended> Journal::redact(std::uint64_t seq, std::string_view actor, std::string_view reason, Instant recorded) {
  const std::lock_guard lock(impl_->mutex());
  const detail::Reading& reading = impl_->reading();
  const Result<JournalEvent> event = reading.event(seq);
  if (!event) return event.diagnostics();
  if (event->redacted) return {reading.place(), messages::redacted_already, {std::to_string(seq)}};
  if (event->entry.command == detail::redact_command) {
    return {reading.place(), messages::not_redactable, {std::to_string(seq)}};
  }
  detail::Report report;
  detail::check_reason(reason, report);
  Diagnostics problems = report.take();
  if (problems.has_errors()) return problems;
  JournalEntry entry{.happened = recorded,
                     .actor = std::string(actor),
                     .command = std::string(detail::redact_command),
                     .subject = event->entry.subject,
                     .cause = seq,
                     .payload = {}};
  JsonWriter(entry.payload, JsonWriter::Layout::compact).begin_object().key("reason").string(reason).end_object();
  const Redaction redaction{seq, event->commitment};
  Result<std::vector<Appended>> appended = impl_->append(std::span(&entry, 1), recorded, &redaction);
  if (!appended) return appended.diagnostics();
  return {appended->front(), impl_->store().purge()};
}

Diagnostics Journal::acknowledge(std::span<const PendingEffect> effects) {
  const std::lock_guard lock(impl_->mutex());
  return impl_->acknowledge(effects);
}

Diagnostics Journal::save_snapshot(JournalSnapshot snapshot) {
  const std::lock_guard lock(impl_->mutex());
  if (snapshot.seq > impl_->reading().size()) throw ContractError("Journal::save_snapshot: there are fewer events");
  try {
    snapshot.root = impl_->reading().root_at(snapshot.seq);
  } catch (detail::Unreadable& unreadable) {
    return std::move(unreadable.problems);
  }
  snapshot.check = detail::check_of(snapshot);
  return impl_->store().save_snapshot(snapshot);
}

}  // namespace aedile
