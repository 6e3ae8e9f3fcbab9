#pragma once
/// What stands in a journal (台账流水): events, each with two times, whoever caused it, and what was said.
///
///   JournalEntry entry{.happened = Instant::parse("2026-11-20T09:00:00+08:00").value(), .actor = "li.si",
///                      .command = "ticket.issue", .subject = "T-0012"};
///   entry.key = "visit-17/finding-3";                    // sent twice, it is recorded once
///   entry.payload = R"({"site":"P017","item":"1.2","due":"2026-11-27"})";
///   entry.effects = {{"notify", R"({"to":"unit-9"})"}};  // goes to the outbox with the event, or not at all
///
/// An entry is what a caller gives; an event is what the journal made of it: a number (1, 2, 3 …), the instant it was
/// recorded, a random salt. What the journal's tree hashes of event 2 are these bytes, whole numbers big-endian:
///
///   01                        version of this layout
///   0000000000000002          seq
///   000000006aff9b90          happened: seconds since 1970-01-01T00:00:00Z, two's complement
///   000000006aff9d77          recorded: the same
///   0000000000000001          cause: the seq of another event, 0 for none
///   00000001                  format: version of the payload
///   0005 "li.si"              actor, command, subject, key: bytes of UTF-8, each after their number in two bytes
///   …
///   commitment                SHA-256(salt ‖ payload), 32 bytes
///
/// So the payload and its salt can be removed (redaction) without changing any hash: whoever still has them can show
/// that they were there, and nobody can guess a short payload from its commitment, because of the salt.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/date.h"
#include "aedile/journal/merkle.h"

namespace aedile {

/// Something to be done outside because of an event, at least once: a message, a print, a call.
struct JournalEffect {
  std::string kind{};  ///< "notify": a word by which whoever hands it over knows what to do
  std::string body{};  ///< JSON text, at most max_payload_bytes
  friend bool operator==(const JournalEffect&, const JournalEffect&) = default;
};

inline constexpr std::size_t max_word_bytes = 1'000;  ///< of actor, command, subject, key and kind
inline constexpr std::size_t max_payload_bytes = std::size_t{16} << 20;

/// What is to be recorded. Words hold no control characters.
struct JournalEntry {
  Instant happened{};                    ///< when, as far as is known; may lie before that of earlier events
  std::string actor{};                   ///< who; not empty
  std::string command{};                 ///< what, "ticket.issue"; not empty. "journal." begins the journal's own
  std::string subject{};                 ///< on what, "T-0012"; may be empty
  std::string key{};                     ///< two entries with the same key are one event; empty: none
  std::optional<std::uint64_t> cause{};  ///< the seq of the event it follows from; one before it
  std::uint32_t format = 1;              ///< version of the payload's format, the caller's own
  std::string payload = "{}";            ///< JSON text in UTF-8, kept byte for byte
  std::vector<JournalEffect> effects{};  ///< not part of the event: they go to the outbox in the same commit
  friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

using Salt = std::array<std::uint8_t, 16>;

/// What was recorded.
struct JournalEvent {
  std::uint64_t seq = 0;  ///< from 1, without gaps; leaf seq − 1 of the tree
  Instant recorded{};     ///< never before that of the event before
  JournalEntry entry{};   ///< without effects; where redacted with an empty payload
  bool redacted = false;
  Salt salt{};        ///< zeros where redacted
  Hash commitment{};  ///< SHA-256(salt ‖ payload), there in either case
  friend bool operator==(const JournalEvent&, const JournalEvent&) = default;
};

/// SHA-256(salt ‖ payload).
Hash payload_commitment(const Salt& salt, std::string_view payload);
/// The bytes above. Words longer than 65,535 bytes throw ContractError.
std::string leaf_bytes(const JournalEvent& event);
/// leaf_hash(leaf_bytes(event)).
Hash leaf_hash(const JournalEvent& event);

}  // namespace aedile
