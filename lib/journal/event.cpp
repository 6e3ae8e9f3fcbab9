#include "aedile/journal/event.h"

#include "aedile/core/exceptions.h"
#include "journal/bytes.h"
#include "journal/hashing.h"

namespace aedile {

namespace detail {

namespace {

constexpr std::uint8_t layout_version = 1;
constexpr std::size_t fixed_bytes = 1 + 4 * 8 + 4 + 4 * 2;  // version; seq, two times, cause; format; four lengths

char* put_word(char* to, std::string_view word) {
  to = put_big_endian(to, static_cast<std::uint16_t>(word.size()));
  return to + word.copy(to, word.size());
}

std::uint64_t seconds(Instant instant) {
  return static_cast<std::uint64_t>(instant.sys_seconds().time_since_epoch().count());
}

/// Puts `lead` before the bytes of the leaf; these go to a text that keeps its memory. Of a row whose words are too
/// long for any journal the bytes have no meaning, and so no check fits it.
void put_leaf_bytes(std::string_view lead, const EventRow& row, const Hash& commitment, std::string& out) {
  out.resize(lead.size() + fixed_bytes + row.actor.size() + row.command.size() + row.subject.size() + row.key.size() +
             commitment.size());
  char* to = out.data();
  to += lead.copy(to, lead.size());
  to = put_big_endian(to, layout_version);
  to = put_big_endian(to, row.seq);
  to = put_big_endian(to, seconds(row.happened));
  to = put_big_endian(to, seconds(row.recorded));
  to = put_big_endian(to, row.cause);
  to = put_big_endian(to, row.format);
  to = put_word(to, row.actor);
  to = put_word(to, row.command);
  to = put_word(to, row.subject);
  to = put_word(to, row.key);
  as_text(commitment).copy(to, commitment.size());
}

void append_text(std::string& out, std::string_view text) {
  append_big_endian(out, static_cast<std::uint64_t>(text.size()));
  out += text;
}

}  // namespace

EventRow row_of(std::uint64_t seq, Instant recorded, const JournalEntry& entry) {
  return {.seq = seq,
          .happened = entry.happened,
          .recorded = recorded,
          .actor = entry.actor,
          .command = entry.command,
          .subject = entry.subject,
          .key = entry.key,
          .cause = entry.cause.value_or(0),
          .format = entry.format,
          .payload = entry.payload};
}

EventRow row_of(const JournalEvent& event) {
  EventRow row = row_of(event.seq, event.recorded, event.entry);
  row.redacted = event.redacted;
  row.salt = event.salt;
  row.commitment = event.commitment;
  return row;
}

Hash commitment_of(const EventRow& row) {
  return row.redacted ? row.commitment : payload_commitment(row.salt, row.payload);
}

Hash leaf_hash_of(const EventRow& row, const Hash& commitment, std::string& scratch) {
  put_leaf_bytes(std::string_view("\0", 1), row, commitment, scratch);
  return Digest().add(scratch).value();
}

std::uint64_t check_of(const PendingEffect& effect) {
  std::string bytes = "effect";
  append_big_endian(bytes, effect.seq);
  append_big_endian(bytes, effect.ordinal);
  append_text(bytes, effect.effect.kind);
  append_text(bytes, effect.effect.body);
  return first_eight(Digest().add(bytes).value());
}

Hash check_of(const JournalSnapshot& snapshot) {
  std::string bytes = "snapshot";
  append_text(bytes, snapshot.name);
  append_big_endian(bytes, snapshot.format);
  append_big_endian(bytes, snapshot.seq);
  bytes += as_text(snapshot.root);
  append_big_endian(bytes, static_cast<std::uint64_t>(snapshot.bytes.size()));
  return Digest().add(bytes).add(snapshot.bytes).value();
}

}  // namespace detail

Hash payload_commitment(const Salt& salt, std::string_view payload) {
  return detail::Digest().add(detail::as_text(salt)).add(payload).value();
}

std::string leaf_bytes(const JournalEvent& event) {
  const JournalEntry& entry = event.entry;
  for (const std::string_view word : {std::string_view(entry.actor), std::string_view(entry.command),
                                      std::string_view(entry.subject), std::string_view(entry.key)}) {
    if (word.size() > UINT16_MAX) throw ContractError("leaf_bytes: a word of more than 65,535 bytes");
  }
  std::string bytes;
  detail::put_leaf_bytes({}, detail::row_of(event), event.commitment, bytes);
  return bytes;
}

Hash leaf_hash(const JournalEvent& event) { return leaf_hash(leaf_bytes(event)); }

}  // namespace aedile
