#include "journal/reading.h"

#include <algorithm>
#include <chrono>

#include "journal/bytes.h"
#include "journal/messages.h"
#include "journal/messages_append.h"

namespace aedile::detail {

void fill(JournalEvent& event, const EventRow& row, const Hash& commitment) {
  event.seq = row.seq;
  event.recorded = row.recorded;
  event.redacted = row.redacted;
  event.salt = row.salt;
  event.commitment = commitment;
  JournalEntry& entry = event.entry;
  entry.happened = row.happened;
  entry.actor = row.actor;
  entry.command = row.command;
  entry.subject = row.subject;
  entry.key = row.key;
  entry.cause = row.cause == 0 ? std::nullopt : std::optional(row.cause);
  entry.format = row.format;
  entry.payload = row.payload;
}

Diagnostics Reading::each(const EventVisitor& visit, std::uint64_t first, std::uint64_t last) const {
  first = std::max<std::uint64_t>(first, 1);
  last = std::min(last, size());
  std::uint64_t expected = first;
  bool stopped = false;
  JournalEvent event;
  std::string scratch;
  const Message* fault = nullptr;
  Diagnostics problems = store_->read(first, last, [&](const EventRow& row) {
    if (row.seq != expected) return false;
    const Hash commitment = commitment_of(row);
    if (first_eight(leaf_hash_of(row, commitment, scratch)) != row.check) {
      fault = &messages::damaged_event;
      return false;
    }
    fill(event, row, commitment);
    ++expected;
    stopped = !visit(event);
    return !stopped;
  });
  if (problems.has_errors() || stopped) return problems;
  if (fault == nullptr && expected <= last) fault = &messages::missing_event;
  if (fault != nullptr) problems.error(place(), *fault, {std::to_string(expected)});
  return problems;
}

Result<JournalEvent> Reading::event(std::uint64_t seq) const {
  if (seq == 0 || seq > size()) {
    return {place(), messages::no_such_event, {std::to_string(seq), std::to_string(size())}};
  }
  JournalEvent event;
  Diagnostics problems = each([&](const JournalEvent& found) { return event = found, true; }, seq, seq);
  if (problems.has_errors()) return problems;
  return event;
}

void Reading::fail(const Message& message, std::vector<std::string> arguments) const {
  Diagnostics problems;
  problems.error(place(), message, std::move(arguments));
  throw Unreadable{std::move(problems)};
}

Hash Reading::hash_of_leaves(std::uint64_t first, std::uint64_t count) const {
  MerkleFrontier leaves;
  Diagnostics problems = each(
      [&](const JournalEvent& event) {
        leaves.append(leaf_hash(event));
        return true;
      },
      first, first + count - 1);
  if (problems.has_errors()) throw Unreadable{std::move(problems)};
  return leaves.root();
}

Hash Reading::subtree(unsigned level, std::uint64_t index) const {
  if (level < kept_levels) return hash_of_leaves((index << level) + 1, std::uint64_t{1} << level);
  if (level % kept_levels != 0) {
    const Hash left = subtree(level - 1, 2 * index);
    return node_hash(left, subtree(level - 1, 2 * index + 1));
  }
  Result<std::optional<Hash>> node = store_->node(level, index);
  if (!node) throw Unreadable{node.diagnostics()};
  if (!*node)
    fail(messages::damaged_node, {std::to_string((index << level) + 1), std::to_string((index + 1) << level)});
  return **node;
}

const Message* Reading::fault_of(const JournalSnapshot& snapshot) const {
  if (check_of(snapshot) != snapshot.check) return &messages::damaged_snapshot;
  if (snapshot.seq > size() || root_at(snapshot.seq) != snapshot.root) return &messages::other_snapshot;
  return nullptr;
}

}  // namespace aedile::detail
