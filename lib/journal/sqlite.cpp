#include "journal/sqlite.h"

namespace aedile::detail {

Connection::Connection(const std::string& file, int flags) {
  const int code =
      sqlite3_open_v2(file.c_str(), &handle_, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  if (code == SQLITE_OK) return;
  SqliteFailure failure{code, 0, sqlite3_errstr(code)};
  if (handle_ != nullptr) {
    failure = {code, sqlite3_system_errno(handle_), sqlite3_errmsg(handle_)};
    sqlite3_close_v2(handle_);
  }
  throw failure;
}

Connection::~Connection() { sqlite3_close_v2(handle_); }

void Connection::fail(int code) const {
  throw SqliteFailure{code, sqlite3_system_errno(handle_), sqlite3_errmsg(handle_)};
}

void Connection::run(const char* sql) {
  const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(sqlite3_extended_errcode(handle_));
}

std::int64_t Connection::number(const char* sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.number_at(0) : 0;
}

std::string Connection::text(const char* sql) {
  Statement statement(*this, sql);
  return statement.step() ? std::string(statement.text_at(0)) : std::string();
}

Statement::Statement(Connection& connection, std::string_view sql) : connection_(&connection) {
  require(sqlite3_prepare_v3(connection.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                             &handle_, nullptr));
}

Statement::~Statement() { sqlite3_finalize(handle_); }

bool Statement::step() {
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  // The sentence is the connection's, so it is taken before the reset.
  const SqliteFailure failure{code, sqlite3_system_errno(connection_->get()), sqlite3_errmsg(connection_->get())};
  sqlite3_reset(handle_);
  throw failure;
}

}  // namespace aedile::detail
