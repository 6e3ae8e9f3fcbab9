#include "aedile/journal/proof_json.h"

#include "io/json/messages.h"
#include "io/json/read_document.h"
#include "journal/json_format.h"

namespace aedile {

namespace {

/// A document of that format: what `members` writes, with a line's end behind it.
template <class Members>
std::string written(std::string_view format, const Members& members) {
  std::string text;
  json::Writer writer(text);
  writer.begin_object().key("aedile").string(format);
  members(writer);
  writer.end_object();
  text += '\n';
  return text;
}

/// What the document says it is; "" if it does not.
std::string format_of(std::string_view text) {
  const Result<json::Document> document = json::Document::parse(text, {});
  if (!document || !document->root().is(json::Type::object)) return {};
  for (const json::Member member : document->root().members()) {
    if (member.key == "aedile" && member.value.is(json::Type::string)) return std::string(member.value.text());
  }
  return {};
}

}  // namespace

std::string write_journal_head(const JournalHead& head) {
  return written(json::journal_head_format, [&](json::Writer& json) { write_members(json, head); });
}

std::string write_inclusion_proof(const InclusionProof& proof) {
  return written(json::journal_proof_format, [&](json::Writer& json) {
    json.required("head", proof.head);
    json.required("event", proof.event);
    json.required("path", proof.path);
  });
}

std::string write_consistency_proof(const ConsistencyProof& proof) {
  return written(json::journal_consistency_format, [&](json::Writer& json) {
    json.required("older", proof.older);
    json.required("newer", proof.newer);
    json.required("path", proof.path);
  });
}

Result<JournalHead> read_journal_head(std::string_view text, std::string file_name) {
  return json::read_document<JournalHead>(text, std::move(file_name), json::journal_head_format,
                                          json::read_journal_head, {});
}

Result<InclusionProof> read_inclusion_proof(std::string_view text, std::string file_name) {
  return json::read_document<InclusionProof>(text, std::move(file_name), json::journal_proof_format,
                                             json::read_inclusion_proof, {});
}

Result<ConsistencyProof> read_consistency_proof(std::string_view text, std::string file_name) {
  return json::read_document<ConsistencyProof>(text, std::move(file_name), json::journal_consistency_format,
                                               json::read_consistency_proof, {});
}

Result<JournalProof> read_journal_proof(std::string_view text, std::string file_name) {
  if (format_of(text) == json::journal_consistency_format) {
    Result<ConsistencyProof> proof = read_consistency_proof(text, std::move(file_name));
    if (!proof) return proof.diagnostics();
    return JournalProof(std::move(*proof));
  }
  Result<InclusionProof> proof = read_inclusion_proof(text, std::move(file_name));
  if (!proof) return proof.diagnostics();
  return JournalProof(std::move(*proof));
}

}  // namespace aedile
