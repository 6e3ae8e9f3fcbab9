// Opening a journal's file, without changing anything in it.
#include <unistd.h>

#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "journal/bytes.h"
#include "journal/hashing.h"
#include "journal/lock_file.h"
#include "journal/log_check.h"
#include "journal/sqlite_layout.h"
#include "journal/sqlite_reads.h"

namespace aedile::detail {

namespace {

constexpr std::string_view sqlite_mark{"SQLite format 3\0", 16};
constexpr int patience_ms = 10'000;  // for a reader while another one reads the log

Place at(const std::filesystem::path& file) { return {file.string(), 0, 0, {}}; }

std::uint32_t word_at(const std::string& bytes, std::size_t offset) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[offset + i]);
  return value;
}

std::string uri_of(const std::filesystem::path& file) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '?' || c == '#' || byte <= 0x20 || byte >= 0x7F) {
      uri += '%';
      uri += digits[byte >> 4];
      uri += digits[byte & 15];
    } else {
      uri += c;
    }
  }
  return uri;
}

bool has_log(const std::filesystem::path& file) {
  std::error_code none;
  const std::uintmax_t bytes = std::filesystem::file_size(log_path(file), none);
  return !none && bytes != 0;
}

/// On a medium that cannot be written nobody writes, and nothing can be put beside the file.
bool is_read_only(const std::filesystem::path& file) {
  const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
  return ::access(folder.c_str(), W_OK) != 0;
}

/// What SQLite itself would believe: every number of the header by which it reads the rest, and the tables.
void check_structure(Connection& connection, const std::filesystem::path& file, Diagnostics& problems) {
  const auto damaged = [&](const std::string& what) { problems.error(at(file), messages::damaged_store, {what}); };
  if (connection.number("PRAGMA user_version") != layout_version) damaged("user_version");
  if (connection.number("PRAGMA page_size") != page_bytes) damaged("page_size");
  if (connection.number("PRAGMA auto_vacuum") != 0) damaged("auto_vacuum");
  if (connection.text("PRAGMA encoding") != "UTF-8") damaged("encoding");
  Statement tables(connection, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid");
  std::size_t count = 0;
  bool same = true;
  while (tables.step()) {
    same = same && count < layout.size() && tables.text_at(0) == layout[count];
    ++count;
  }
  if (!same || count != layout.size()) damaged("sqlite_master");
}

}  // namespace

Diagnostics check_first_bytes(const std::filesystem::path& file) {
  Diagnostics problems;
  std::error_code failure;
  const bool regular = std::filesystem::is_regular_file(file, failure);
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  std::string bytes(100, '\0');
  if (!regular || !in) {
    const int reason = failure ? failure.value() : errno != 0 ? errno : std::filesystem::exists(file) ? EINVAL : ENOENT;
    problems.error(at(file), messages::cannot_read_journal, {std::strerror(reason)});
    return problems;
  }
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  const bool whole = in.gcount() == static_cast<std::streamsize>(bytes.size());
  if (!whole || !std::string_view(bytes).starts_with(sqlite_mark) || word_at(bytes, 68) != application_id) {
    problems.error(at(file), messages::not_a_journal);
  } else if (word_at(bytes, 60) > layout_version) {
    problems.error(at(file), messages::other_journal_version,
                   {std::to_string(word_at(bytes, 60)), std::to_string(layout_version)});
  }
  return problems;
}

Result<std::unique_ptr<Connection>> open_connection(const std::filesystem::path& file, bool for_writing) {
  Diagnostics problems = check_first_bytes(file);
  if (problems.has_errors()) return problems;
  // Without a log a reader may close the file as a writer would, so that nothing is left beside it; a log is left as it
  // is. On a medium that cannot be written a journal without a log is taken as it lies there.
  const bool log = has_log(file);
  const bool as_it_lies = !for_writing && !log && is_read_only(file) && !read_lock_note(file).held;
  const int flags = for_writing || (!log && !as_it_lies) ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  try {
    auto connection =
        std::make_unique<Connection>(uri_of(file) + (as_it_lies ? "?immutable=1" : ""), flags | SQLITE_OPEN_URI);
    sqlite3_busy_timeout(connection->get(), patience_ms);
    sqlite3_db_config(connection->get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, for_writing || log ? 1 : 0, nullptr);
    sqlite3_db_config(connection->get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection->get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    connection->run(for_writing ? "PRAGMA cache_size = -16384" : "PRAGMA cache_size = -4096; PRAGMA query_only = ON");
    check_structure(*connection, file, problems);
    if (problems.has_errors()) return problems;
    return connection;
  } catch (const SqliteFailure& failure) {
    return failed_reading(failure, file.string());
  }
}

std::uint64_t check_of(const StoreHead& head) {
  std::string bytes = "head" + head.name + '\0';
  append_big_endian(bytes, head.frontier.size());
  for (const Hash& peak : head.frontier.peaks()) bytes += as_text(peak);
  append_big_endian(bytes, static_cast<std::uint64_t>(head.last_recorded.sys_seconds().time_since_epoch().count()));
  append_big_endian(bytes, head.outbox.recorded);
  append_big_endian(bytes, head.outbox.acknowledged);
  return first_eight(Digest().add(bytes).value());
}

Result<StoreHead> load_head(Connection& connection, const std::string& file) {
  try {
    Statement statement(connection,
                        "SELECT name, size, peaks, last_recorded, effects_recorded, effects_acknowledged, hash8 "
                        "FROM head WHERE id = 1");
    if (!statement.step()) return {Place{file, 0, 0, {}}, messages::damaged_head};
    const std::uint64_t size = statement.unsigned_at(1);
    const std::string_view blob = statement.blob_at(2);
    std::vector<Hash> peaks(blob.size() / sizeof(Hash));
    if (!peaks.empty()) std::memcpy(peaks.data(), blob.data(), peaks.size() * sizeof(Hash));
    if (blob.size() % sizeof(Hash) != 0 || peaks.size() != static_cast<std::size_t>(std::popcount(size))) {
      return {Place{file, 0, 0, {}}, messages::damaged_head};
    }
    StoreHead head{.name = std::string(statement.text_at(0)),
                   .frontier = MerkleFrontier(size, std::move(peaks)),
                   .last_recorded = Instant(std::chrono::sys_seconds(std::chrono::seconds(statement.number_at(3)))),
                   .outbox = {statement.unsigned_at(4), statement.unsigned_at(5)}};
    if (check_of(head) != statement.unsigned_at(6)) return {Place{file, 0, 0, {}}, messages::damaged_head};
    return head;
  } catch (const SqliteFailure& failure) {
    return failed_reading(failure, file);
  }
}

Diagnostics compare_with_notes(const StoreHead& head, const LockNote& note, const LogState& log,
                               const std::filesystem::path& file, bool live) {
  Diagnostics problems;
  const std::uint64_t size = head.frontier.size();
  if (note.damaged) problems.warning(at(lock_path(file)), messages::damaged_lock_file);
  if (note.acknowledged && note.acknowledged->size > size) {
    problems.error(at(file), messages::events_lost,
                   {std::to_string(note.acknowledged->size), std::to_string(size), std::to_string(size + 1)});
  }
  if (note.acknowledged && note.acknowledged->size == size && note.acknowledged->root != head.frontier.root()) {
    problems.error(at(file), messages::other_events,
                   {std::to_string(size), to_hex(note.acknowledged->root), to_hex(head.frontier.root())});
  }
  if (!log.broken_at) return problems;
  const Place place = at(log_path(file));
  const std::string byte = std::to_string(*log.broken_at);
  if (log.damaged || problems.has_errors()) {
    problems.error(place, messages::damaged_log, {byte});
  } else if (!live) {
    problems.warning(place, note.acknowledged ? messages::unfinished_append : messages::unfinished_append_unknown,
                     {byte});
  }
  return problems;
}

}  // namespace aedile::detail
