// How a journal lies in an SQLite file: docs/formats/journal.md says the same for people.
#pragma once

#include <array>
#include <cstdint>

namespace aedile::detail {

inline constexpr std::int64_t application_id = 0x61656A31;  // "aej1"
inline constexpr std::int64_t layout_version = 1;
inline constexpr std::int64_t page_bytes = 8'192;
/// Pages in the write-ahead log after which they go to the main file: 16 MiB.
inline constexpr int checkpoint_pages = 2'048;

// hash8: the first eight bytes of a SHA-256 over the row, as a number.
inline constexpr std::array layout{
    "CREATE TABLE head (id INTEGER PRIMARY KEY, name TEXT, size INTEGER, peaks BLOB, last_recorded INTEGER, "
    "effects_recorded INTEGER, effects_acknowledged INTEGER, hash8 INTEGER)",
    "CREATE TABLE events (seq INTEGER PRIMARY KEY, happened INTEGER, recorded INTEGER, actor TEXT, command TEXT, "
    "subject TEXT, idempotency_key TEXT, cause INTEGER, format INTEGER, salt BLOB, payload TEXT, commitment BLOB, "
    "hash8 INTEGER)",
    "CREATE TABLE keys (idempotency_key TEXT PRIMARY KEY, seq INTEGER) WITHOUT ROWID",
    "CREATE TABLE nodes (level INTEGER, position INTEGER, hash BLOB, PRIMARY KEY (level, position)) WITHOUT ROWID",
    "CREATE TABLE outbox (seq INTEGER, ordinal INTEGER, kind TEXT, body TEXT, hash8 INTEGER, "
    "PRIMARY KEY (seq, ordinal)) WITHOUT ROWID",
    "CREATE TABLE snapshots (name TEXT PRIMARY KEY, format INTEGER, seq INTEGER, root BLOB, hash BLOB, bytes BLOB) "
    "WITHOUT ROWID",
};

}  // namespace aedile::detail
