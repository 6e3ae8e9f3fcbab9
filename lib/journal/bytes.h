// Whole numbers as big-endian bytes, and what is hashed of an event.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "aedile/journal/event.h"
#include "aedile/journal/store.h"

namespace aedile::detail {

/// Writes the number at `to`, which has room for it, and returns what is behind.
template <std::unsigned_integral Integer>
char* put_big_endian(char* to, Integer value) {
  for (int shift = 8 * (static_cast<int>(sizeof(Integer)) - 1); shift >= 0; shift -= 8) {
    *to++ = static_cast<char>(static_cast<unsigned char>(value >> shift));
  }
  return to;
}

template <std::unsigned_integral Integer>
void append_big_endian(std::string& out, Integer value) {
  char bytes[sizeof(Integer)];
  put_big_endian(bytes, value);
  out.append(bytes, sizeof(Integer));
}

/// The first eight bytes as a number.
inline std::uint64_t first_eight(const Hash& hash) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) value = value << 8 | hash[i];
  return value;
}

inline std::string_view as_text(const Salt& salt) { return {reinterpret_cast<const char*>(salt.data()), salt.size()}; }
inline std::string_view as_text(const Hash& hash) { return {reinterpret_cast<const char*>(hash.data()), hash.size()}; }

/// The row of an event; its texts are the event's.
EventRow row_of(const JournalEvent& event);
/// That of an entry before it has a salt.
EventRow row_of(std::uint64_t seq, Instant recorded, const JournalEntry& entry);
/// The commitment of what the row holds, or the one it keeps.
Hash commitment_of(const EventRow& row);
/// The leaf's hash. `scratch` is any text, overwritten: kept from row to row it saves the memory's administration.
Hash leaf_hash_of(const EventRow& row, const Hash& commitment, std::string& scratch);

/// What a pending effect's check must be.
std::uint64_t check_of(const PendingEffect& effect);
/// What a snapshot's check must be.
Hash check_of(const JournalSnapshot& snapshot);

}  // namespace aedile::detail
