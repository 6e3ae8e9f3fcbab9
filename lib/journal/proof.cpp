#include "aedile/journal/proof.h"

#include "journal/messages.h"
#include "journal/messages_append.h"

namespace aedile {

namespace {

std::string text(std::uint64_t number) { return std::to_string(number); }

/// Longer words cannot stand in any journal, and have no hash.
bool fits(const JournalEntry& entry) {
  return entry.actor.size() <= max_word_bytes && entry.command.size() <= max_word_bytes &&
         entry.subject.size() <= max_word_bytes && entry.key.size() <= max_word_bytes;
}

bool same_state(const JournalHead& a, const JournalHead& b) { return a.size == b.size && a.root == b.root; }

void require_kept(const JournalHead& kept, bool found, Diagnostics& problems) {
  if (!found) problems.error({{}, 0, 0, "/root"}, messages::other_head, {text(kept.size), to_hex(kept.root)});
}

}  // namespace

Diagnostics verify(const InclusionProof& proof) {
  Diagnostics problems;
  const JournalEvent& event = proof.event;
  if (!event.redacted && payload_commitment(event.salt, event.entry.payload) != event.commitment) {
    problems.error({{}, 0, 0, "/event"}, messages::other_payload, {text(event.seq)});
  }
  if (event.seq == 0 || !fits(event.entry) ||
      !verify_inclusion(event.seq - 1, proof.head.size, leaf_hash(event), proof.path, proof.head.root)) {
    problems.error({{}, 0, 0, "/path"}, messages::proof_fails, {text(event.seq), to_hex(proof.head.root)});
  }
  return problems;
}

Diagnostics verify(const InclusionProof& proof, const JournalHead& kept) {
  Diagnostics problems = verify(proof);
  require_kept(kept, same_state(proof.head, kept), problems);
  return problems;
}

Diagnostics verify(const ConsistencyProof& proof) {
  Diagnostics problems;
  const JournalHead& older = proof.older;
  const JournalHead& newer = proof.newer;
  // Every journal begins with nothing.
  const bool from_nothing = older.size == 0 && older.root == empty_tree_hash() && proof.path.empty() &&
                            (newer.size != 0 || newer.root == empty_tree_hash());
  if (!from_nothing && !verify_consistency(older.size, newer.size, older.root, newer.root, proof.path)) {
    problems.error({{}, 0, 0, "/path"}, messages::growth_fails, {text(older.size), text(newer.size)});
  }
  return problems;
}

Diagnostics verify(const ConsistencyProof& proof, const JournalHead& kept) {
  Diagnostics problems = verify(proof);
  require_kept(kept, same_state(proof.older, kept) || same_state(proof.newer, kept), problems);
  return problems;
}

}  // namespace aedile
