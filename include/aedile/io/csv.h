#pragma once
/// CSV as spreadsheets write it (RFC 4180), record by record, with the place of every field.
///
///   std::ifstream in("findings.csv", std::ios::binary);
///   ProblemLog log;
///   CsvReader reader(in, "findings.csv", log);
///   while (reader.next()) use(reader.field(0), reader.place(0));   // findings.csv:2:1
///
/// Streaming: memory is the buffer and the longest record, whatever the length of the file. Lines end with LF, CRLF or
/// CR; a byte order mark is skipped; empty lines are skipped; the last line needs no end. Every problem is reported to
/// the log at its line and column (1-based, in bytes), and `damaged()` says that the record at hand has one.
///
/// For columns by name see csv_table.h.

#include <cstddef>
#include <cstdint>
#include <istream>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/io/problem_log.h"

namespace aedile {

/// Bounds of the reading.
struct CsvOptions {
  std::size_t buffer_bytes = 1 << 16;      ///< ≥ 1
  std::size_t max_record_bytes = 1 << 24;  ///< 16 MiB; a longer record ends the reading, < 4 GiB
  /// Problems of the text itself are reported; switched off where a second pass reads what the first has reported.
  bool report = true;
};

/// Where a record begins, to come back to it.
struct CsvPosition {
  std::uint64_t offset = 0;  ///< bytes from the start of the stream
  std::uint32_t line = 1;    ///< 1-based
  friend bool operator==(const CsvPosition&, const CsvPosition&) = default;
};

/// Reads a stream, record by record.
class CsvReader {
 public:
  /// Stream and log must outlive the reader. `file` names the stream in places.
  /// Throws ContractError for options outside their ranges.
  CsvReader(std::istream& in, std::string file, ProblemLog& log, CsvOptions options = {});

  /// The next record that is not an empty line; false at the end, and after a problem that leaves no safe place to go
  /// on (`failed`). Errors:
  ///   csv_unclosed_quote   at the opening quote; ends the reading
  ///   csv_record_too_long  at the start of the record; ends the reading
  ///   csv_read_failed      the stream broke; ends the reading
  ///   csv_stray_quote      a quote inside an unquoted field, or text after a closing quote; kept as text
  ///   csv_nul              a NUL byte
  ///   csv_invalid_utf8     the first byte of the record that is not UTF-8
  /// Cost: O(bytes of the record).
  bool next();
  /// A problem ended the reading before the end.
  bool failed() const { return failed_; }

  std::size_t size() const { return fields_.size(); }  ///< number of fields, at least 1
  /// The text of a field, without its quotes; index < size(). Valid until the next call of `next` or `seek`.
  std::string_view field(std::size_t index) const;
  /// The record has a problem.
  bool damaged() const { return damaged_; }
  /// Where the field begins, its opening quote included.
  Place place(std::size_t index) const;
  /// Where the record begins.
  Place place() const { return {file_, position_.line, 1, {}}; }
  /// The same, for `seek`.
  const CsvPosition& position() const { return position_; }
  const std::string& file() const { return file_; }  ///< as given to the constructor
  ProblemLog& log() const { return *log_; }

  /// Continues at the beginning of a record met before. The stream must be seekable.
  void seek(const CsvPosition& position);

 private:
  struct Field {
    std::uint32_t begin = 0;  // in text_
    std::uint32_t length = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t quoted = 0;  // of an opened field: characters read before its closing quote
    bool opened = false;       // by a quote
  };
  bool fill();
  bool skip_mark_and_empty_lines();
  bool read_record();
  bool read_quoted(Field& field);
  bool read_bare(Field& field);
  void check_text();
  Place place_in(const Field& field, std::size_t index) const;
  void problem(Place place, const Message& message, std::vector<std::string> arguments);
  bool fail(Place place, const Message& message, std::vector<std::string> arguments);
  bool append(Field& field, std::size_t count);
  void take_line_end(char first);

  std::istream* in_;
  std::string file_;
  ProblemLog* log_;
  CsvOptions options_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;            // in buffer_
  std::size_t end_ = 0;           // of what the buffer holds
  std::uint64_t base_ = 0;        // offset of buffer_[0] in the stream
  std::uint32_t line_ = 1;        // of buffer_[at_]
  std::uint64_t line_start_ = 0;  // offset of the line's first byte
  std::string text_;              // the record's fields, unescaped, one behind the other
  std::vector<Field> fields_;
  CsvPosition position_;
  bool damaged_ = false;
  bool failed_ = false;
};

/// Writes records: fields quoted only where they need it, lines ended by LF.
///
///   CsvWriter writer(out);
///   writer.field("V-0007").field("河畔公园, north").end_record();     // V-0007,"河畔公园, north"
class CsvWriter {
 public:
  /// The stream must outlive the writer; whether writing succeeded is asked of the stream.
  explicit CsvWriter(std::ostream& out) : out_(&out) {}
  /// The next field of the record.
  CsvWriter& field(std::string_view text);
  /// Throws ContractError if the record has no field: such a line could not be read back.
  void end_record();
  /// A whole record; throws as end_record does.
  void record(std::span<const std::string> fields);

 private:
  std::ostream* out_;
  std::size_t fields_ = 0;
  bool only_empty_ = false;  // so far one empty field, not yet written
};

}  // namespace aedile
