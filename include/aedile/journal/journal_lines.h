#pragma once
/// A journal as JSON lines: for a copy elsewhere, for other tools, for the time after this one.
///
///   {"aedile":"journal_export/1","name":"台账 2026","size":2,"root":"9b0e…"}
///   {"seq":1,"recorded":"2026-11-20T01:08:07Z","happened":"2026-11-20T01:00:00Z","actor":"li.si",…,"payload":"{…}"}
///   {"seq":2,…}
///
/// The same journal gives the same bytes, always; what is imported from them gives them again, and has the same root.
/// An export holds the events, redacted ones without their payload; not the outbox, whose effects the original hands
/// over, and not the snapshots.

#include <filesystem>
#include <istream>
#include <ostream>
#include <string>

#include "aedile/journal/journal.h"

namespace aedile {

/// Errors: those of reading; a stream that fails is the caller's to notice.     Cost: about 2 µs an event.
Diagnostics export_journal(const JournalView& view, std::ostream& out);

/// One event as in an export, without the line's end.
std::string write_journal_line(const JournalEvent& event);
Result<JournalEvent> read_journal_line(std::string_view line, std::string file_name);

/// A new journal in a file, from an export; nothing is left behind if something is wrong. Errors, at line and column:
/// those of the reader; other_seq (a line is missing or stands elsewhere), recorded_before, bad_cause,
/// duplicate_event_key, other_payload, export_incomplete, other_root; journal_exists, cannot_write_journal.
Result<JournalHead> import_journal(std::istream& in, const std::string& in_name, const std::filesystem::path& file,
                                   const JournalOptions& options = {});

}  // namespace aedile
