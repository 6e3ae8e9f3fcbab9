// The plain twin of CsvReader: the whole text in memory, one character after the other, nothing clever.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aedile/io/csv.h"
#include "core/excerpt.h"

namespace aedile::test {

struct CsvField {
  std::string text;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend bool operator==(const CsvField&, const CsvField&) = default;
};

struct CsvRecord {
  CsvPosition position;
  std::vector<CsvField> fields;
  bool damaged = false;
  friend bool operator==(const CsvRecord&, const CsvRecord&) = default;
};

struct CsvFile {
  std::vector<CsvRecord> records;
  std::vector<std::string> problems;  // "line:column code"
  bool failed = false;
  friend bool operator==(const CsvFile&, const CsvFile&) = default;
};

class CsvTwin {
 public:
  explicit CsvTwin(std::string_view text) : text_(text) {}

  CsvFile read() {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
    while (!file_.failed) {
      while (at_line_end()) advance_over_line_end();
      if (done()) break;
      read_record();
    }
    return file_;
  }

 private:
  bool done() const { return at_ == text_.size(); }
  bool at_line_end() const { return !done() && (text_[at_] == '\r' || text_[at_] == '\n'); }
  bool at(char c) const { return !done() && text_[at_] == c; }

  char advance() {
    const char c = text_[at_++];
    const bool line_ended = c == '\n' || (c == '\r' && !at('\n'));
    line_ = line_ended ? line_ + 1 : line_;
    column_ = line_ended ? 1 : column_ + 1;
    return c;
  }
  void advance_over_line_end() {
    if (advance() == '\r' && at('\n')) advance();
  }

  std::string here(const char* code) const {
    return std::to_string(line_) + ":" + std::to_string(column_) + " " + code;
  }

  // A byte of the record's text and where it stands, for the checks after the record is complete.
  struct Byte {
    char value;
    std::string nul;
    std::string bad;
  };

  void take(CsvField& field, std::vector<Byte>& bytes) {
    const auto value = static_cast<unsigned char>(text_[at_]);
    const bool plain = value != 0 && value < 0x80;
    bytes.push_back(plain ? Byte{text_[at_], {}, {}} : Byte{text_[at_], here("csv_nul"), here("csv_invalid_utf8")});
    field.text += advance();
  }

  void read_record() {
    CsvRecord record;
    record.position = {at_, line_};
    std::vector<std::vector<Byte>> bytes;
    for (;;) {
      CsvField field{{}, line_, column_};
      bytes.emplace_back();
      const std::string opening = here("csv_unclosed_quote");
      bool stray = false;
      if (at('"')) {
        advance();
        bool closed = false;
        while (!done() && !closed) {
          if (at('"')) {
            if (text_.substr(at_, 2) == "\"\"") {
              bytes.back().push_back({'"', {}, {}});
              field.text += '"';
              advance();
              advance();
            } else {
              advance();
              closed = true;
            }
          } else {
            take(field, bytes.back());
          }
        }
        if (!closed) {
          file_.problems.push_back(opening);
          file_.failed = true;
          return;
        }
        if (!done() && !at(',') && !at_line_end()) {
          file_.problems.push_back(here("csv_stray_quote"));
          stray = record.damaged = true;
        }
      }
      while (!done() && !at(',') && !at_line_end()) {
        if (at('"') && !stray) {
          file_.problems.push_back(here("csv_stray_quote"));
          stray = record.damaged = true;
        }
        take(field, bytes.back());
      }
      record.fields.push_back(field);
      if (!at(',')) break;
      advance();
    }
    if (!done()) advance_over_line_end();
    check(record, bytes);
    file_.records.push_back(record);
  }

  void check(CsvRecord& record, const std::vector<std::vector<Byte>>& bytes) {
    bool nul = false;
    for (std::size_t f = 0; f < bytes.size(); ++f) {
      for (const Byte& byte : bytes[f]) {
        if (byte.value != '\0' || nul) continue;
        file_.problems.push_back(byte.nul);
        nul = record.damaged = true;
      }
      const std::string_view text = record.fields[f].text;
      for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = detail::utf8_sequence_length(text.substr(i));
        if (length == 0) {
          file_.problems.push_back(bytes[f][i].bad);
          record.damaged = true;
          return;
        }
        i += length;
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
  CsvFile file_;
};

/// What the reader makes of the text.
inline CsvFile read_all(std::istream& in, CsvOptions options = {}) {
  CsvFile file;
  ProblemLog log(1u << 20);
  CsvReader reader(in, "t.csv", log, options);
  while (reader.next()) {
    CsvRecord record{reader.position(), {}, reader.damaged()};
    for (std::size_t i = 0; i < reader.size(); ++i) {
      record.fields.push_back({std::string(reader.field(i)), reader.place(i).line, reader.place(i).column});
    }
    file.records.push_back(record);
  }
  for (const Diagnostic& problem : log.shown()) {
    file.problems.push_back(std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + " " +
                            std::string(problem.code()));
  }
  file.failed = reader.failed();
  return file;
}

}  // namespace aedile::test
