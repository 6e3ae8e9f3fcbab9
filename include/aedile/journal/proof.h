#pragma once
/// What of a journal is kept elsewhere, and what shows a stranger that something stands in it: small values that need
/// no journal to be checked.
///
///   JournalHead kept = journal.head();                       // on the 1st, printed in the gazette: size 1,200, root
///   7c3f… InclusionProof proof = view.prove(812).value();          // on the 20th, given to whoever doubts event 812
///   verify(proof, kept);                                     // empty: event 812 stood there on the 1st, as it stands
///   here ConsistencyProof grown = view.prove_growth(kept.size).value(); verify(grown, kept); // empty: since the 1st
///   the journal was only added to
///
/// A proof shows that the event is under a root; that the root is the one of that day is shown by the head that was
/// kept where the keeper of the journal could not change it. See docs/journal.md for what none of this can show.

#include <cstdint>
#include <string>
#include <vector>

#include "aedile/core/diagnostics.h"
#include "aedile/journal/event.h"

namespace aedile {

/// The state of a journal in 40 bytes.
struct JournalHead {
  std::string name{};      ///< of the journal: a label, which no hash covers
  std::uint64_t size = 0;  ///< events
  Hash root = empty_tree_hash();
  friend bool operator==(const JournalHead&, const JournalHead&) = default;
};

/// That the event stands in the journal of this head.
struct InclusionProof {
  JournalHead head{};
  JournalEvent event{};
  std::vector<Hash> path{};  ///< as of inclusion_path(event.seq − 1, head.size)
  friend bool operator==(const InclusionProof&, const InclusionProof&) = default;
};

/// That the journal of the newer head begins with that of the older one.
struct ConsistencyProof {
  JournalHead older{};
  JournalHead newer{};
  std::vector<Hash> path{};
  friend bool operator==(const ConsistencyProof&, const ConsistencyProof&) = default;
};

/// Empty if the proof holds. Errors: other_payload (the payload and its salt do not give the commitment),
/// proof_fails (event and path do not lead to the root).
Diagnostics verify(const InclusionProof& proof);
/// Besides: other_head, where the proof is for another head than the one that was kept.
Diagnostics verify(const InclusionProof& proof, const JournalHead& kept);

/// Empty if the proof holds. Errors: growth_fails.
Diagnostics verify(const ConsistencyProof& proof);
/// Besides: other_head, where neither head of the proof is the one that was kept.
Diagnostics verify(const ConsistencyProof& proof, const JournalHead& kept);

}  // namespace aedile
