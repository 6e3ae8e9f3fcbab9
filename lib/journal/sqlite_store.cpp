// A journal in an SQLite file: one writer, and readers beside it.
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "aedile/journal/store.h"
#include "core/texts.h"
#include "journal/bytes.h"
#include "journal/lock_file.h"
#include "journal/log_check.h"
#include "journal/messages_append.h"
#include "journal/sqlite_layout.h"
#include "journal/sqlite_reads.h"

namespace aedile {

namespace detail {

namespace {

std::int64_t seconds(Instant instant) { return instant.sys_seconds().time_since_epoch().count(); }

constexpr int event_columns = 13;
/// Rows that one statement inserts: running it costs as much as a row.
constexpr std::size_t rows_at_once = 16;

std::string insert_events(std::size_t rows) {
  std::string row = "(?";
  for (int i = 1; i < event_columns; ++i) row += ", ?";
  row += ')';
  std::string sql = "INSERT INTO events VALUES " + row;
  for (std::size_t i = 1; i < rows; ++i) sql += ", " + row;
  return sql;
}

/// The statements of a commit, prepared once.
struct Writes {
  explicit Writes(Connection& connection)
      : begin(connection, "BEGIN IMMEDIATE"),
        end(connection, "COMMIT"),
        event(connection, insert_events(1)),
        events(connection, insert_events(rows_at_once)),
        key(connection, "INSERT INTO keys VALUES (?1, ?2)"),
        node(connection, "INSERT INTO nodes VALUES (?1, ?2, ?3)"),
        effect(connection, "INSERT INTO outbox VALUES (?1, ?2, ?3, ?4, ?5)"),
        acknowledge(connection, "DELETE FROM outbox WHERE seq = ?1 AND ordinal = ?2"),
        redact(connection, "UPDATE events SET salt = NULL, payload = NULL, commitment = ?2 WHERE seq = ?1"),
        head(connection,
             "UPDATE head SET size = ?1, peaks = ?2, last_recorded = ?3, effects_recorded = ?4, "
             "effects_acknowledged = ?5, hash8 = ?6 WHERE id = 1"),
        snapshot(connection, "INSERT OR REPLACE INTO snapshots VALUES (?1, ?2, ?3, ?4, ?5, ?6)") {}

  Statement begin;
  Statement end;
  Statement event;
  Statement events;  // so many rows at once
  Statement key;
  Statement node;
  Statement effect;
  Statement acknowledge;
  Statement redact;
  Statement head;
  Statement snapshot;
};

/// Undoes what was begun unless it was ended.
class Transaction {
 public:
  Transaction(Connection& connection, Writes& writes) : connection_(&connection), writes_(&writes) {
    writes_->begin.run();
  }
  ~Transaction() {
    if (sqlite3_get_autocommit(connection_->get()) == 0) {
      sqlite3_exec(connection_->get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() { writes_->end.run(); }

 private:
  Connection* connection_;
  Writes* writes_;
};

/// Binds the row to the parameters behind `offset`.
void bind_event(Statement& insert, int offset, const EventRow& row) {
  insert.number(offset + 1, static_cast<std::int64_t>(row.seq));
  insert.number(offset + 2, seconds(row.happened)).number(offset + 3, seconds(row.recorded));
  insert.text(offset + 4, row.actor).text(offset + 5, row.command).text(offset + 6, row.subject);
  row.key.empty() ? insert.null(offset + 7) : insert.text(offset + 7, row.key);
  insert.number(offset + 8, static_cast<std::int64_t>(row.cause)).number(offset + 9, row.format);
  if (row.redacted) {
    insert.null(offset + 10).null(offset + 11).blob(offset + 12, as_text(row.commitment));
  } else {
    insert.blob(offset + 10, as_text(row.salt)).text(offset + 11, row.payload).null(offset + 12);
  }
  insert.number(offset + 13, static_cast<std::int64_t>(row.check));
}

void put_events(Writes& writes, std::span<const EventRow> rows) {
  for (; rows.size() >= rows_at_once; rows = rows.subspan(rows_at_once)) {
    for (int i = 0; i < static_cast<int>(rows_at_once); ++i) {
      bind_event(writes.events, i * event_columns, rows[static_cast<std::size_t>(i)]);
    }
    writes.events.run();
  }
  for (const EventRow& row : rows) {
    bind_event(writes.event, 0, row);
    writes.event.run();
  }
}

void put_head(Statement& update, const StoreHead& head) {
  std::string peaks;
  for (const Hash& peak : head.frontier.peaks()) peaks += as_text(peak);
  update.number(1, static_cast<std::int64_t>(head.frontier.size())).blob(2, peaks);
  update.number(3, seconds(head.last_recorded));
  update.number(4, static_cast<std::int64_t>(head.outbox.recorded));
  update.number(5, static_cast<std::int64_t>(head.outbox.acknowledged));
  update.number(6, static_cast<std::int64_t>(check_of(head))).run();
}

class SqliteStore final : public SqliteStoreBase<JournalStore> {
 public:
  SqliteStore(std::unique_ptr<Connection> connection, const std::filesystem::path& file, StoreHead head,
              WriterLock lock)
      : SqliteStoreBase(std::move(connection), file, std::move(head)),
        lock_(std::move(lock)),
        writes_(reads_.connection()) {}

  Diagnostics commit(const StoreCommit& commit) override {
    return writing([&] {
      Transaction transaction(reads_.connection(), writes_);
      put_events(writes_, commit.events);
      for (const EventRow& row : commit.events) {
        if (!row.key.empty()) writes_.key.text(1, row.key).number(2, static_cast<std::int64_t>(row.seq)).run();
      }
      for (const MerkleNode& node : commit.nodes) {
        writes_.node.number(1, node.level).number(2, static_cast<std::int64_t>(node.index));
        writes_.node.blob(3, as_text(node.hash)).run();
      }
      for (const PendingEffect& effect : commit.effects) {
        writes_.effect.number(1, static_cast<std::int64_t>(effect.seq)).number(2, effect.ordinal);
        writes_.effect.text(3, effect.effect.kind).text(4, effect.effect.body);
        writes_.effect.number(5, static_cast<std::int64_t>(effect.check)).run();
      }
      for (const PendingEffect& effect : commit.acknowledged) {
        writes_.acknowledge.number(1, static_cast<std::int64_t>(effect.seq)).number(2, effect.ordinal).run();
      }
      for (const Redaction& redaction : commit.redactions) {
        writes_.redact.number(1, static_cast<std::int64_t>(redaction.seq));
        writes_.redact.blob(2, as_text(redaction.commitment)).run();
      }
      put_head(writes_.head, *commit.head);
      transaction.commit();
      head_ = *commit.head;
      if (!commit.events.empty()) lock_.acknowledge({head_.frontier.size(), head_.frontier.root()});
    });
  }

  Diagnostics save_snapshot(const JournalSnapshot& snapshot) override {
    return writing([&] {
      Transaction transaction(reads_.connection(), writes_);
      Statement& insert = writes_.snapshot;
      insert.text(1, snapshot.name).number(2, snapshot.format).number(3, static_cast<std::int64_t>(snapshot.seq));
      insert.blob(4, as_text(snapshot.root)).blob(5, as_text(snapshot.check)).blob(6, snapshot.bytes).run();
      transaction.commit();
    });
  }

  Diagnostics purge() override {
    const int code =
        sqlite3_wal_checkpoint_v2(reads_.connection().get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    Diagnostics problems;
    if (code == SQLITE_OK) return problems;
    const bool by_reader = (code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED;
    problems.warning({reads_.place(), 0, 0, {}}, by_reader ? messages::purge_delayed : messages::purge_failed,
                     {sqlite3_errmsg(reads_.connection().get())});
    return problems;
  }

  Result<std::unique_ptr<StoreReader>> reader() const override { return read_sqlite_store(reads_.path()); }

 private:
  template <class Work>
  Diagnostics writing(const Work& work) {
    Diagnostics problems;
    try {
      work();
    } catch (const SqliteFailure& failure) {
      problems = failed_writing(failure, reads_.place());
    }
    return problems;
  }

  WriterLock lock_;
  Writes writes_;
};

using SqliteReader = SqliteStoreBase<StoreReader>;

/// A writer's connection: durable commits, and nothing left of what is removed.
void prepare_for_writing(Connection& connection) {
  sqlite3_busy_timeout(connection.get(), 1'000);
  connection.run("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY");
  sqlite3_wal_autocheckpoint(connection.get(), checkpoint_pages);
  connection.run("PRAGMA journal_size_limit = 67108864");
}

void create_layout(Connection& connection, const std::string& name) {
  connection.run(("PRAGMA page_size = " + std::to_string(page_bytes) + "; PRAGMA auto_vacuum = NONE; " +
                  "PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
                     .c_str());
  connection.run("BEGIN IMMEDIATE");
  connection.run(("PRAGMA application_id = " + std::to_string(application_id) +
                  "; PRAGMA user_version = " + std::to_string(layout_version))
                     .c_str());
  for (const char* const table : layout) connection.run(table);
  StoreHead head{.name = name};
  {
    Statement insert(connection, "INSERT INTO head (id, name) VALUES (1, ?1)");
    insert.text(1, name).run();
    Statement update(connection,
                     "UPDATE head SET size = ?1, peaks = ?2, last_recorded = ?3, effects_recorded = ?4, "
                     "effects_acknowledged = ?5, hash8 = ?6 WHERE id = 1");
    put_head(update, head);
  }
  connection.run("COMMIT");
  connection.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

/// The lock, the connection and what the files say of each other.
Result<std::unique_ptr<JournalStore>> open_for_writing(const std::filesystem::path& file, WriterLock lock) {
  const std::string name = file.string();
  const LogState log = check_log(file);
  Result<std::unique_ptr<Connection>> connection = open_connection(file, true);
  if (!connection) return connection.diagnostics();
  Result<StoreHead> head = load_head(**connection, name);
  if (!head) return head.diagnostics();
  Diagnostics problems = compare_with_notes(*head, lock.note(), log, file, false);
  if (problems.has_errors()) return problems;
  try {
    // From here on the log may be emptied into the file.
    sqlite3_db_config((*connection)->get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    prepare_for_writing(**connection);
    lock.acknowledge({head->frontier.size(), head->frontier.root()});
    auto store = std::make_unique<SqliteStore>(std::move(*connection), file, std::move(*head), std::move(lock));
    // Whatever a redaction had to leave in the log goes now; where it cannot, that has been said before.
    static_cast<void>(store->purge());
    return {std::unique_ptr<JournalStore>(std::move(store)), std::move(problems)};
  } catch (const SqliteFailure& failure) {
    return failed_writing(failure, name);
  }
}

}  // namespace

}  // namespace detail

Result<std::unique_ptr<JournalStore>> create_sqlite_store(const std::filesystem::path& file, const std::string& name,
                                                          const SqliteStoreOptions& options) {
  const Place place{file.string(), 0, 0, {}};
  detail::Report report;
  detail::check_name("name", name, report);
  if (report.take().has_errors() || name.size() > max_word_bytes) {
    return {place, messages::bad_journal_name, {std::to_string(max_word_bytes)}};
  }
  std::error_code failure;
  if (std::filesystem::exists(std::filesystem::symlink_status(file, failure))) return {place, messages::journal_exists};
  Result<detail::WriterLock> lock = detail::WriterLock::take(file, options.holder);
  if (!lock) return lock.diagnostics();
  try {
    detail::Connection connection(file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    detail::create_layout(connection, name);
  } catch (const detail::SqliteFailure& problem) {
    std::filesystem::remove(file, failure);
    std::filesystem::remove(detail::log_path(file), failure);
    std::filesystem::remove(detail::lock_path(file), failure);
    return detail::failed_writing(problem, file.string());
  }
  return detail::open_for_writing(file, std::move(*lock));
}

Result<std::unique_ptr<JournalStore>> open_sqlite_store(const std::filesystem::path& file,
                                                        const SqliteStoreOptions& options) {
  // A lock file is only made beside what is a journal.
  Diagnostics problems = detail::check_first_bytes(file);
  if (problems.has_errors()) return problems;
  Result<detail::WriterLock> lock = detail::WriterLock::take(file, options.holder);
  if (!lock) return lock.diagnostics();
  return detail::open_for_writing(file, std::move(*lock));
}

Result<std::unique_ptr<StoreReader>> read_sqlite_store(const std::filesystem::path& file) {
  // The note first: what it says was acknowledged is in every later state.
  const detail::LockNote note = detail::read_lock_note(file);
  const detail::LogState log = note.held ? detail::LogState{} : detail::check_log(file);
  Result<std::unique_ptr<detail::Connection>> connection = detail::open_connection(file, false);
  if (!connection) return connection.diagnostics();
  try {
    (*connection)->run("BEGIN");
  } catch (const detail::SqliteFailure& failure) {
    return detail::failed_reading(failure, file.string());
  }
  Result<StoreHead> head = detail::load_head(**connection, file.string());
  if (!head) return head.diagnostics();
  Diagnostics problems = detail::compare_with_notes(*head, note, log, file, note.held);
  if (problems.has_errors()) return problems;
  return {std::unique_ptr<StoreReader>(
              std::make_unique<detail::SqliteReader>(std::move(*connection), file, std::move(*head))),
          std::move(problems)};
}

}  // namespace aedile
