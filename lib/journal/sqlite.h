// SQLite with destructors: a connection and its statements. Failures are thrown here and become diagnostics at the
// store's border (store_problems.h).
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace aedile::detail {

/// What SQLite could not do.
struct SqliteFailure {
  int code = SQLITE_ERROR;  ///< extended
  int system_error = 0;     ///< errno, 0 if there was none
  std::string sentence;

  int primary() const { return code & 0xFF; }
};

class Connection {
 public:
  /// A path, or a URI where `flags` say so. Throws SqliteFailure.
  Connection(const std::string& file, int flags);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  sqlite3* get() const { return handle_; }
  void run(const char* sql);
  /// The first column of the first row; 0 and "" if there is none.
  std::int64_t number(const char* sql);
  std::string text(const char* sql);
  [[noreturn]] void fail(int code) const;

 private:
  sqlite3* handle_ = nullptr;
};

/// A prepared statement. Parameters and columns count from 1 and 0, as SQLite has it.
class Statement {
 public:
  Statement(Connection& connection, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& number(int parameter, std::int64_t value) {
    return require(sqlite3_bind_int64(handle_, parameter, value));
  }
  /// Not copied: the text must live until the statement is reset.
  Statement& text(int parameter, std::string_view value) {
    return require(sqlite3_bind_text(handle_, parameter, value.data() == nullptr ? "" : value.data(),
                                     static_cast<int>(value.size()), SQLITE_STATIC));
  }
  Statement& blob(int parameter, std::string_view value) {
    return require(sqlite3_bind_blob(handle_, parameter, value.data() == nullptr ? "" : value.data(),
                                     static_cast<int>(value.size()), SQLITE_STATIC));
  }
  Statement& null(int parameter) { return require(sqlite3_bind_null(handle_, parameter)); }

  /// Whether there is a row.
  bool step();
  /// Runs it to its end, ready for the next time.
  void run() {
    step();
    reset();
  }
  void reset() { sqlite3_reset(handle_); }

  bool is_null(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }
  std::int64_t number_at(int column) const { return sqlite3_column_int64(handle_, column); }
  std::uint64_t unsigned_at(int column) const { return static_cast<std::uint64_t>(number_at(column)); }
  /// Valid until the next step.
  std::string_view text_at(int column) const {
    const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
    return text == nullptr ? std::string_view() : std::string_view(text, size_at(column));
  }
  std::string_view blob_at(int column) const {
    const auto* const bytes = static_cast<const char*>(sqlite3_column_blob(handle_, column));
    return bytes == nullptr ? std::string_view() : std::string_view(bytes, size_at(column));
  }

 private:
  std::size_t size_at(int column) const { return static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)); }
  Statement& require(int code) {
    if (code != SQLITE_OK) connection_->fail(code);
    return *this;
  }

  Connection* connection_;
  sqlite3_stmt* handle_ = nullptr;
};

/// Resets a statement when it goes out of scope, so that it holds no state of the database.
class Reset {
 public:
  explicit Reset(Statement& statement) : statement_(&statement) {}
  ~Reset() { statement_->reset(); }
  Reset(const Reset&) = delete;
  Reset& operator=(const Reset&) = delete;

 private:
  Statement* statement_;
};

}  // namespace aedile::detail
