#include "journal/sqlite_reads.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "journal/bytes.h"
#include "journal/log_check.h"

namespace aedile::detail {

namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

Instant instant_of(std::int64_t seconds) { return Instant(std::chrono::sys_seconds(std::chrono::seconds(seconds))); }

/// Bytes of the right number; zeros otherwise, which no check will take for what was there.
template <class Bytes>
Bytes bytes_of(std::string_view blob) {
  Bytes bytes{};
  if (blob.size() == bytes.size()) std::memcpy(bytes.data(), blob.data(), bytes.size());
  return bytes;
}

Diagnostics one_error(const std::string& file, const Message& message, std::vector<std::string> arguments) {
  Diagnostics problems;
  problems.error({file, 0, 0, {}}, message, std::move(arguments));
  return problems;
}

std::string reason_of(const SqliteFailure& failure) {
  if (failure.system_error == 0 || failure.primary() == SQLITE_FULL) return failure.sentence;
  return failure.sentence + " (" + std::strerror(failure.system_error) + ')';
}

bool is_damage(const SqliteFailure& failure) {
  return failure.primary() == SQLITE_CORRUPT || failure.primary() == SQLITE_NOTADB;
}

/// What `work` returns, or the diagnostics of its failure.
template <class Work>
auto reading(const std::string& file, const Work& work) -> decltype(work()) {
  try {
    return work();
  } catch (const SqliteFailure& failure) {
    return failed_reading(failure, file);
  }
}

void read_row(const Statement& statement, EventRow& row) {
  row.seq = statement.unsigned_at(0);
  row.happened = instant_of(statement.number_at(1));
  row.recorded = instant_of(statement.number_at(2));
  row.actor = statement.text_at(3);
  row.command = statement.text_at(4);
  row.subject = statement.text_at(5);
  row.key = statement.text_at(6);
  row.cause = statement.unsigned_at(7);
  row.format = static_cast<std::uint32_t>(statement.number_at(8));
  row.redacted = statement.is_null(9);
  row.salt = row.redacted ? Salt{} : bytes_of<Salt>(statement.blob_at(9));
  row.payload = row.redacted ? std::string_view() : statement.text_at(10);
  row.commitment = row.redacted ? bytes_of<Hash>(statement.blob_at(11)) : Hash{};
  row.check = statement.unsigned_at(12);
}

}  // namespace

Diagnostics failed_reading(const SqliteFailure& failure, const std::string& file) {
  return one_error(file, is_damage(failure) ? messages::damaged_store : messages::cannot_read_journal,
                   {reason_of(failure)});
}

Diagnostics failed_writing(const SqliteFailure& failure, const std::string& file) {
  return one_error(file, is_damage(failure) ? messages::damaged_store : messages::cannot_write_journal,
                   {reason_of(failure)});
}

Diagnostics SqliteReads::read(std::uint64_t first, std::uint64_t last, const RowVisitor& visit) const {
  return reading(place_, [&] {
    // A statement of its own, so that whoever visits may read too.
    Statement statement(
        *connection_,
        "SELECT seq, happened, recorded, actor, command, subject, idempotency_key, cause, format, salt, "
        "payload, commitment, hash8 FROM events WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq");
    statement.number(1, static_cast<std::int64_t>(std::min<std::uint64_t>(first, largest)));
    statement.number(2, static_cast<std::int64_t>(std::min<std::uint64_t>(last, largest)));
    EventRow row;
    while (statement.step()) {
      read_row(statement, row);
      if (!visit(row)) break;
    }
    return Diagnostics();
  });
}

Result<std::optional<std::uint64_t>> SqliteReads::find_key(std::string_view key) const {
  using Answer = Result<std::optional<std::uint64_t>>;
  return reading(place_, [&]() -> Answer {
    if (!find_key_) find_key_.emplace(*connection_, "SELECT seq FROM keys WHERE idempotency_key = ?1");
    const Reset reset(*find_key_);
    find_key_->text(1, key);
    if (!find_key_->step()) return Answer(std::nullopt);
    return Answer(find_key_->unsigned_at(0));
  });
}

Result<std::optional<Hash>> SqliteReads::node(unsigned level, std::uint64_t index) const {
  using Answer = Result<std::optional<Hash>>;
  return reading(place_, [&]() -> Answer {
    if (!node_) node_.emplace(*connection_, "SELECT hash FROM nodes WHERE level = ?1 AND position = ?2");
    const Reset reset(*node_);
    node_->number(1, level).number(2, static_cast<std::int64_t>(index));
    if (!node_->step()) return Answer(std::nullopt);
    return Answer(bytes_of<Hash>(node_->blob_at(0)));
  });
}

Result<std::vector<PendingEffect>> SqliteReads::outbox(std::uint64_t seq, std::uint32_t ordinal,
                                                       std::size_t limit) const {
  using Answer = Result<std::vector<PendingEffect>>;
  return reading(place_, [&]() -> Answer {
    Statement statement(*connection_,
                        "SELECT seq, ordinal, kind, body, hash8 FROM outbox WHERE (seq, ordinal) > (?1, ?2) "
                        "ORDER BY seq, ordinal LIMIT ?3");
    // Behind (0, 0) are all: there is no event 0.
    statement.number(1, static_cast<std::int64_t>(seq)).number(2, ordinal);
    statement.number(3, static_cast<std::int64_t>(std::min<std::uint64_t>(limit, largest)));
    std::vector<PendingEffect> effects;
    while (statement.step()) {
      effects.push_back({.seq = statement.unsigned_at(0),
                         .ordinal = static_cast<std::uint32_t>(statement.number_at(1)),
                         .effect = {std::string(statement.text_at(2)), std::string(statement.text_at(3))},
                         .check = statement.unsigned_at(4)});
    }
    return Answer(std::move(effects));
  });
}

Result<std::optional<JournalSnapshot>> SqliteReads::snapshot(std::string_view name) const {
  using Answer = Result<std::optional<JournalSnapshot>>;
  return reading(place_, [&]() -> Answer {
    Statement statement(*connection_, "SELECT format, seq, root, hash, bytes FROM snapshots WHERE name = ?1");
    statement.text(1, name);
    if (!statement.step()) return Answer(std::nullopt);
    JournalSnapshot snapshot;
    snapshot.name = name;
    snapshot.format = static_cast<std::uint32_t>(statement.number_at(0));
    snapshot.seq = statement.unsigned_at(1);
    snapshot.root = bytes_of<Hash>(statement.blob_at(2));
    snapshot.check = bytes_of<Hash>(statement.blob_at(3));
    snapshot.bytes = statement.blob_at(4);
    return Answer(std::move(snapshot));
  });
}

Result<std::vector<std::string>> SqliteReads::snapshot_names() const {
  using Answer = Result<std::vector<std::string>>;
  return reading(place_, [&]() -> Answer {
    Statement statement(*connection_, "SELECT name FROM snapshots ORDER BY name");
    std::vector<std::string> names;
    while (statement.step()) names.emplace_back(statement.text_at(0));
    return Answer(std::move(names));
  });
}

Result<StoreCounts> SqliteReads::counts() const {
  const auto count = [&](const char* sql) { return static_cast<std::uint64_t>(connection_->number(sql)); };
  return reading(place_, [&]() -> Result<StoreCounts> {
    return StoreCounts{.keys = count("SELECT count(*) FROM keys"),
                       .nodes = count("SELECT count(*) FROM nodes"),
                       .effects = count("SELECT count(*) FROM outbox")};
  });
}

Diagnostics SqliteReads::check() const {
  return reading(place_, [&] {
    Diagnostics problems;
    Statement statement(*connection_, "PRAGMA integrity_check(100)");
    while (statement.step()) {
      const std::string found(statement.text_at(0));
      if (found != "ok") problems.error({place_, 0, 0, {}}, messages::damaged_store, {found});
    }
    const LogState log = check_log(path_);
    if (log.damaged) {
      problems.error({log_path(path_).string(), 0, 0, {}}, messages::damaged_log, {std::to_string(*log.broken_at)});
    }
    return problems;
  });
}

}  // namespace aedile::detail
