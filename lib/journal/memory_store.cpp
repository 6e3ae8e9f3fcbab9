// The twin of the SQLite store: the same promises for as long as the process lives, by the plainest means.
#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "aedile/journal/store.h"

namespace aedile {

namespace {

/// A row with texts of its own.
struct OwnRow {
  EventRow row{};
  std::string actor, command, subject, key, payload;

  explicit OwnRow(const EventRow& from)
      : row(from),
        actor(from.actor),
        command(from.command),
        subject(from.subject),
        key(from.key),
        payload(from.payload) {
    row.actor = actor, row.command = command, row.subject = subject, row.key = key, row.payload = payload;
  }
  OwnRow(const OwnRow&) = delete;
  OwnRow& operator=(const OwnRow&) = delete;
};

using RowPointer = std::shared_ptr<const OwnRow>;

/// All there is. Rows are shared between states and never change.
struct State {
  StoreHead head{};
  std::vector<RowPointer> rows{};
  std::map<std::string, std::uint64_t, std::less<>> keys{};
  std::map<std::pair<unsigned, std::uint64_t>, Hash> nodes{};
  std::map<std::pair<std::uint64_t, std::uint32_t>, PendingEffect> outbox{};
  std::map<std::string, JournalSnapshot, std::less<>> snapshots{};
};

template <class Base>
class MemoryReads : public Base {
 public:
  explicit MemoryReads(State state) : state_(std::move(state)) {}

  const StoreHead& head() const override { return state_.head; }
  Diagnostics read(std::uint64_t first, std::uint64_t last, const RowVisitor& visit) const override {
    for (std::uint64_t seq = std::max<std::uint64_t>(first, 1);
         seq <= std::min<std::uint64_t>(last, state_.rows.size()); ++seq) {
      if (!visit(state_.rows[seq - 1]->row)) break;
    }
    return {};
  }
  Result<std::optional<std::uint64_t>> find_key(std::string_view key) const override { return found(state_.keys, key); }
  Result<std::optional<Hash>> node(unsigned level, std::uint64_t index) const override {
    return found(state_.nodes, std::pair(level, index));
  }
  Result<std::vector<PendingEffect>> outbox(std::uint64_t seq, std::uint32_t ordinal,
                                            std::size_t limit) const override {
    std::vector<PendingEffect> effects;
    for (auto at = state_.outbox.upper_bound({seq, ordinal}); at != state_.outbox.end() && effects.size() < limit;
         ++at) {
      effects.push_back(at->second);
    }
    return effects;
  }
  Result<std::optional<JournalSnapshot>> snapshot(std::string_view name) const override {
    return found(state_.snapshots, name);
  }
  Result<std::vector<std::string>> snapshot_names() const override {
    std::vector<std::string> names;
    for (const auto& [name, snapshot] : state_.snapshots) names.push_back(name);
    return names;
  }
  Result<StoreCounts> counts() const override {
    return StoreCounts{state_.keys.size(), state_.nodes.size(), state_.outbox.size()};
  }
  Diagnostics check() const override { return {}; }
  const std::string& place() const override { return state_.head.name; }

 protected:
  template <class Map, class Key>
  static Result<std::optional<typename Map::mapped_type>> found(const Map& map, const Key& key) {
    using Answer = std::optional<typename Map::mapped_type>;
    const auto at = map.find(key);
    return at == map.end() ? Answer() : Answer(at->second);
  }

  State state_;
};

class MemoryStore final : public MemoryReads<JournalStore> {
 public:
  using MemoryReads::MemoryReads;

  Diagnostics commit(const StoreCommit& commit) override {
    const std::lock_guard lock(mutex_);
    for (const EventRow& row : commit.events) {
      if (!row.key.empty()) state_.keys.emplace(row.key, row.seq);
      state_.rows.push_back(std::make_shared<const OwnRow>(row));
    }
    for (const MerkleNode& node : commit.nodes) state_.nodes[{node.level, node.index}] = node.hash;
    for (const PendingEffect& effect : commit.effects) state_.outbox[{effect.seq, effect.ordinal}] = effect;
    for (const PendingEffect& effect : commit.acknowledged) state_.outbox.erase({effect.seq, effect.ordinal});
    for (const Redaction& redaction : commit.redactions) {
      EventRow row = state_.rows[redaction.seq - 1]->row;
      row.redacted = true;
      row.salt = {};
      row.payload = {};
      row.commitment = redaction.commitment;
      state_.rows[redaction.seq - 1] = std::make_shared<const OwnRow>(row);
    }
    state_.head = *commit.head;
    return {};
  }
  Diagnostics save_snapshot(const JournalSnapshot& snapshot) override {
    const std::lock_guard lock(mutex_);
    state_.snapshots.insert_or_assign(snapshot.name, snapshot);
    return {};
  }
  Diagnostics purge() override { return {}; }
  Result<std::unique_ptr<StoreReader>> reader() const override {
    const std::lock_guard lock(mutex_);
    return std::unique_ptr<StoreReader>(std::make_unique<MemoryReads<StoreReader>>(state_));
  }

 private:
  mutable std::mutex mutex_;  ///< between the one who writes and those who make readers
};

}  // namespace

std::unique_ptr<JournalStore> memory_store(std::string name) {
  return std::make_unique<MemoryStore>(State{.head = {.name = std::move(name)}});
}

}  // namespace aedile
