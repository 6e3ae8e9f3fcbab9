// Readers and writers of heads, proofs and lines of exports, in the manner of io/json.
#pragma once

#include "aedile/journal/proof.h"
#include "io/json/reader.h"
#include "io/json/writer.h"

namespace aedile::json {

inline constexpr std::string_view journal_head_format = "journal_head/1";
inline constexpr std::string_view journal_proof_format = "journal_proof/1";
inline constexpr std::string_view journal_consistency_format = "journal_consistency/1";
inline constexpr std::string_view journal_export_format = "journal_export/1";

// `object` is the document's root, its key "aedile" read already.
void read_journal_head(ObjectReader& object, JournalHead& out);
void read_inclusion_proof(ObjectReader& object, InclusionProof& out);
void read_consistency_proof(ObjectReader& object, ConsistencyProof& out);

void read(Reader& reader, Value value, Hash& out);
void read(Reader& reader, Value value, Instant& out);
void read(Reader& reader, Value value, JournalHead& out);
void read(Reader& reader, Value value, JournalEvent& out);

void write(Writer& json, const Hash& hash);
void write(Writer& json, Instant instant);
void write(Writer& json, const JournalHead& head);
void write(Writer& json, const JournalEvent& event);

/// The members "name", "size", "root" of the object that is open.
void write_members(Writer& json, const JournalHead& head);

}  // namespace aedile::json
