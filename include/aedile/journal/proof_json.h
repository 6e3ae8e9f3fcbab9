#pragma once
/// Heads and proofs as JSON files: docs/formats/journal.md.
///
///   {"aedile": "journal_head/1", "name": "台账 2026", "size": 1200, "root": "7c3f…"}
///
/// Reading is all or nothing, and reports everything at once, as that of frameworks does (io/framework_json.h). What is
/// written reads back as the same value. Payloads are JSON strings, so that their bytes survive any tool.

#include <string>
#include <string_view>
#include <variant>

#include "aedile/core/result.h"
#include "aedile/journal/proof.h"

namespace aedile {

std::string write_journal_head(const JournalHead& head);
std::string write_inclusion_proof(const InclusionProof& proof);
std::string write_consistency_proof(const ConsistencyProof& proof);

/// Errors of all that read: those of the reader, listed in docs/formats/framework.md; not_a_hash, not_a_salt,
/// redacted_or_not (an event has salt and payload, or a commitment).
Result<JournalHead> read_journal_head(std::string_view text, std::string file_name);
Result<InclusionProof> read_inclusion_proof(std::string_view text, std::string file_name);
Result<ConsistencyProof> read_consistency_proof(std::string_view text, std::string file_name);

/// One of the two, by what the file says it is.
using JournalProof = std::variant<InclusionProof, ConsistencyProof>;
Result<JournalProof> read_journal_proof(std::string_view text, std::string file_name);

/// The JSON Schemas (draft 2020-12) of docs/formats/. The last is that of one line of an export (journal_lines.h).
std::string_view journal_head_schema();
std::string_view journal_proof_schema();
std::string_view journal_consistency_schema();
std::string_view journal_line_schema();

}  // namespace aedile
