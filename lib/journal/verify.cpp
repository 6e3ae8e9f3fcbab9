// The check of everything: each event against its hash, the tree against the events, and the rest against both.
#include <algorithm>
#include <set>

#include "journal/bytes.h"
#include "journal/journal_commands.h"
#include "journal/messages.h"
#include "journal/view_impl.h"

namespace aedile {

namespace {

constexpr std::size_t most_problems = 1'000;

std::string text(std::uint64_t number) { return std::to_string(number); }

class Verifier {
 public:
  Verifier(const detail::Reading& reading, std::span<const JournalHead> kept)
      : reading_(reading), store_(reading.store()), kept_(kept.begin(), kept.end()) {
    std::stable_sort(kept_.begin(), kept_.end(),
                     [](const JournalHead& a, const JournalHead& b) { return a.size < b.size; });
  }

  Result<JournalCheck> run() {
    problems_.append(store_.check());
    compare_kept();
    problems_.append(store_.read(0, UINT64_MAX, [&](const EventRow& row) {
      add(row);
      return problems_.error_count() < most_problems;
    }));
    const std::uint64_t size = store_.head().frontier.size();
    if (problems_.error_count() < most_problems && tree_.size() < size) add_missing(size);
    check_end();
    check_redactions();
    check_outbox();
    check_snapshots();
    if (problems_.has_errors()) return std::move(problems_);
    check_.head = {store_.head().name, size, tree_.root()};
    return {check_, std::move(problems_)};
  }

 private:
  void error(const Message& message, std::vector<std::string> arguments) {
    problems_.error(reading_.place(), message, std::move(arguments));
  }

  void add(const EventRow& row) {
    const std::uint64_t expected = tree_.size() + 1;
    if (row.seq < expected) return error(messages::damaged_event, {text(row.seq)});
    if (row.seq > store_.head().frontier.size()) {
      return error(messages::surplus_event, {text(row.seq), text(store_.head().frontier.size())});
    }
    if (row.seq > expected) add_missing(row.seq - 1);
    const Hash commitment = detail::commitment_of(row);
    const Hash leaf = detail::leaf_hash_of(row, commitment, scratch_);
    if (detail::first_eight(leaf) != row.check) {
      last_fault_ = row.seq;
      error(messages::damaged_event, {text(row.seq)});
    } else {
      check_fields(row);
    }
    grow(leaf);
  }

  void add_missing(std::uint64_t last) {
    const std::uint64_t first = tree_.size() + 1;
    if (first == last) {
      error(messages::missing_event, {text(first)});
    } else {
      error(messages::missing_events, {text(first), text(last)});
    }
    last_fault_ = last;
    while (tree_.size() < last) grow(Hash{});
  }

  void grow(const Hash& leaf) {
    completed_.clear();
    tree_.append(leaf, &completed_);
    nodes_ += completed_.size();
    for (const MerkleNode& node : completed_) {
      const std::uint64_t first = (node.index << node.level) + 1;
      if (last_fault_ >= first) continue;  // the event itself is named already
      const Result<std::optional<Hash>> stored = store_.node(node.level, node.index);
      if (!stored) {
        problems_.append(stored.diagnostics());
      } else if (*stored != node.hash) {
        last_fault_ = tree_.size();
        error(messages::damaged_node, {text(first), text((node.index + 1) << node.level)});
      }
    }
    compare_kept();
  }

  /// With the heads that were kept at this size.
  void compare_kept() {
    for (; next_kept_ < kept_.size() && kept_[next_kept_].size == tree_.size(); ++next_kept_) {
      const JournalHead& head = kept_[next_kept_];
      if (head.root == tree_.root()) continue;
      error(messages::head_not_kept, {text(head.size), to_hex(head.root), to_hex(tree_.root())});
    }
  }

  void check_fields(const EventRow& row) {
    if (row.seq > 1 && row.recorded < recorded_) {
      error(messages::recorded_backwards, {text(row.seq), row.recorded.to_string(), recorded_.to_string()});
    }
    recorded_ = row.recorded;
    if (row.cause >= row.seq) error(messages::damaged_cause, {text(row.seq), text(row.cause)});
    if (row.redacted) redacted_.insert(row.seq), ++check_.redacted;
    if (row.command == detail::redact_command) explained_.insert(row.cause);
    if (row.key.empty()) return;
    ++keys_;
    const Result<std::optional<std::uint64_t>> listed = store_.find_key(row.key);
    if (!listed) {
      problems_.append(listed.diagnostics());
    } else if (*listed != row.seq) {
      error(messages::damaged_key, {std::string(row.key)});
    }
  }

  void check_end() {
    const StoreHead& head = store_.head();
    for (; next_kept_ < kept_.size(); ++next_kept_) {
      error(messages::journal_shortened, {text(kept_[next_kept_].size), text(head.frontier.size())});
    }
    // Everything further follows from what was found already.
    if (problems_.has_errors()) return;
    if (!(tree_ == head.frontier)) error(messages::other_root, {to_hex(head.frontier.root()), to_hex(tree_.root())});
    const Result<StoreCounts> counts = store_.counts();
    if (!counts) return problems_.append(counts.diagnostics());
    if (counts->keys != keys_) error(messages::damaged_keys, {text(counts->keys), text(keys_)});
    if (counts->nodes != nodes_) error(messages::damaged_nodes, {text(counts->nodes), text(nodes_)});
  }

  void check_redactions() {
    for (const std::uint64_t seq : redacted_) {
      if (!explained_.contains(seq)) error(messages::unfounded_redaction, {text(seq)});
    }
  }

  void check_outbox() {
    const OutboxCounts& counts = store_.head().outbox;
    std::uint64_t seq = 0;
    std::uint32_t ordinal = 0;
    while (true) {
      const Result<std::vector<PendingEffect>> effects = store_.outbox(seq, ordinal, 1'000);
      if (!effects) return problems_.append(effects.diagnostics());
      if (effects->empty()) break;
      for (const PendingEffect& effect : *effects) {
        if (detail::check_of(effect) != effect.check) error(messages::damaged_effect, {effect.key()});
      }
      check_.pending_effects += effects->size();
      seq = effects->back().seq;
      ordinal = effects->back().ordinal;
    }
    if (counts.recorded - counts.acknowledged != check_.pending_effects) {
      error(messages::damaged_outbox, {text(counts.recorded), text(counts.acknowledged), text(check_.pending_effects)});
    }
  }

  /// A cache: what is wrong with it is a warning.
  void check_snapshots() {
    const Result<std::vector<std::string>> names = store_.snapshot_names();
    if (!names) return problems_.append(names.diagnostics());
    check_.snapshots = names->size();
    for (const std::string& name : *names) {
      const Result<std::optional<JournalSnapshot>> snapshot = store_.snapshot(name);
      if (!snapshot) {
        problems_.append(snapshot.diagnostics());
        continue;
      }
      const Message* fault = &messages::damaged_snapshot;
      try {
        if (*snapshot) fault = reading_.fault_of(**snapshot);
      } catch (const detail::Unreadable&) {  // what keeps the root from being worked out is named already
      }
      if (fault != nullptr) problems_.warning(reading_.place(), *fault, {name});
    }
  }

  const detail::Reading& reading_;
  const StoreReader& store_;
  std::vector<JournalHead> kept_;
  std::size_t next_kept_ = 0;
  MerkleFrontier tree_;
  std::vector<MerkleNode> completed_;
  std::string scratch_;
  Instant recorded_;
  std::uint64_t last_fault_ = 0;  // the last event with which something is wrong
  std::uint64_t nodes_ = 0;
  std::uint64_t keys_ = 0;
  std::set<std::uint64_t> redacted_;
  std::set<std::uint64_t> explained_;  // redacted by an event that says so
  JournalCheck check_;
  Diagnostics problems_;
};

}  // namespace

Result<JournalCheck> JournalView::verify(std::span<const JournalHead> kept) const {
  return Verifier(impl_->reading, kept).run();
}

}  // namespace aedile
