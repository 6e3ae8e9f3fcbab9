#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <utility>

#include "aedile/core/exceptions.h"
#include "aedile/io/csv.h"
#include "core/excerpt.h"
#include "io/messages_csv.h"

namespace aedile {

namespace {

constexpr char quote = '"';
constexpr char separator = ',';
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The bytes at which a run of plain text ends, in a bare field and in a quoted one.
template <std::size_t N>
constexpr std::array<bool, 256> set_of(const char (&bytes)[N]) {
  std::array<bool, 256> set{};
  for (std::size_t i = 0; i + 1 < N; ++i) set[static_cast<unsigned char>(bytes[i])] = true;
  return set;
}
constexpr auto ends_bare_run = set_of(",\"\r\n");
constexpr auto ends_quoted_run = set_of("\"\r\n");

std::uint32_t saturated(std::uint64_t value) {
  constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
  return value < most ? static_cast<std::uint32_t>(value) : most;
}

std::size_t run_length(const char* begin, const char* end, const std::array<bool, 256>& stops) {
  const char* at = begin;
  while (at != end && !stops[static_cast<unsigned char>(*at)]) ++at;
  return static_cast<std::size_t>(at - begin);
}

/// Neither NUL nor anything beyond ASCII: nearly all records, so that they are told apart eight bytes at a time.
bool is_plain(std::string_view text) {
  constexpr std::uint64_t high = 0x8080808080808080u;
  constexpr std::uint64_t ones = 0x0101010101010101u;
  while (text.size() >= sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), sizeof word);
    if (((word | ((word - ones) & ~word)) & high) != 0) return false;
    text.remove_prefix(sizeof word);
  }
  for (const char c : text) {
    if (c == '\0' || static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

}  // namespace

CsvReader::CsvReader(std::istream& in, std::string file, ProblemLog& log, CsvOptions options)
    : in_(&in), file_(std::move(file)), log_(&log), options_(options) {
  if (options.buffer_bytes == 0) throw ContractError("CsvReader: a buffer of no bytes");
  if (options.max_record_bytes > std::numeric_limits<std::uint32_t>::max()) {
    throw ContractError("CsvReader: records of 4 GiB and more are not supported");
  }
  // The first filling must show a whole byte order mark.
  buffer_.resize(std::max(options.buffer_bytes, byte_order_mark.size()));
}

std::string_view CsvReader::field(std::size_t index) const {
  const Field& field = fields_[index];
  return std::string_view(text_).substr(field.begin, field.length);
}

Place CsvReader::place(std::size_t index) const {
  const Field& field = fields_[index];
  return {file_, field.line, field.column, {}};
}

bool CsvReader::next() {
  if (failed_) return false;
  damaged_ = false;
  fields_.clear();
  text_.clear();
  return skip_mark_and_empty_lines() && read_record();
}

void CsvReader::seek(const CsvPosition& position) {
  line_ = position.line;
  line_start_ = position.offset;
  if (position.offset >= base_ && position.offset - base_ <= end_) {
    at_ = static_cast<std::size_t>(position.offset - base_);
    return;
  }
  at_ = end_ = 0;
  base_ = position.offset;
  in_->clear();
  if (!in_->seekg(static_cast<std::streamoff>(position.offset))) {
    fail({file_, position.line, 1, {}}, messages::csv_read_failed, {});
  }
}

/// Makes buffer_[at_] readable; false at the end of the stream.
bool CsvReader::fill() {
  if (at_ != end_) return true;
  base_ += end_;
  at_ = end_ = 0;
  const std::size_t wanted = base_ == 0 ? buffer_.size() : options_.buffer_bytes;
  in_->read(buffer_.data(), static_cast<std::streamsize>(wanted));
  end_ = static_cast<std::size_t>(in_->gcount());
  if (in_->bad()) return fail({file_, line_, 0, {}}, messages::csv_read_failed, {});
  return end_ != 0;
}

bool CsvReader::skip_mark_and_empty_lines() {
  if (!fill()) return false;
  if (base_ + at_ == 0 && std::string_view(buffer_.data(), end_).substr(0, byte_order_mark.size()) == byte_order_mark) {
    at_ = byte_order_mark.size();
    line_start_ = at_;
  }
  while (fill()) {
    const char c = buffer_[at_];
    if (c != '\r' && c != '\n') return true;
    ++at_;
    take_line_end(c);
  }
  return false;
}

/// Behind the CR or LF `first`: takes the LF of a CRLF and counts the line.
void CsvReader::take_line_end(char first) {
  if (first == '\r' && fill() && buffer_[at_] == '\n') ++at_;
  if (line_ != std::numeric_limits<std::uint32_t>::max()) ++line_;
  line_start_ = base_ + at_;
}

bool CsvReader::read_record() {
  position_ = {base_ + at_, line_};
  for (;;) {
    Field field;
    field.begin = static_cast<std::uint32_t>(text_.size());
    field.line = line_;
    field.column = saturated(base_ + at_ - line_start_ + 1);
    // Every field costs memory too, so that a record of separators alone is bounded as well.
    if (text_.size() + (fields_.size() + 1) * sizeof(Field) > options_.max_record_bytes) {
      return fail(place(), messages::csv_record_too_long, {std::to_string(options_.max_record_bytes)});
    }
    const bool opened = fill() && buffer_[at_] == quote;
    if (!(opened ? read_quoted(field) : read_bare(field))) return false;
    fields_.push_back(field);
    if (!fill()) break;
    const char c = buffer_[at_++];
    if (c == separator) continue;
    take_line_end(c);
    break;
  }
  if (failed_) return false;
  check_text();
  return true;
}

bool CsvReader::append(Field& field, std::size_t count) {
  if (text_.size() + count + fields_.size() * sizeof(Field) > options_.max_record_bytes) {
    const Place where = field.opened ? Place{file_, field.line, field.column, {}} : place();
    return fail(where, messages::csv_record_too_long, {std::to_string(options_.max_record_bytes)});
  }
  text_.append(buffer_.data() + at_, count);
  field.length += static_cast<std::uint32_t>(count);
  at_ += count;
  return true;
}

/// Up to a separator, the end of the line or of the file.
bool CsvReader::read_bare(Field& field) {
  bool reported = field.opened;  // text behind a closing quote has been reported already
  while (fill()) {
    const std::size_t count = run_length(buffer_.data() + at_, buffer_.data() + end_, ends_bare_run);
    if (!append(field, count)) return false;
    if (at_ == end_) continue;
    if (buffer_[at_] != quote) return true;
    if (!reported) {
      problem({file_, line_, saturated(base_ + at_ - line_start_ + 1), {}}, messages::csv_stray_quote, {});
      reported = true;
    }
    if (!append(field, 1)) return false;
  }
  return !failed_;
}

bool CsvReader::read_quoted(Field& field) {
  field.opened = true;
  ++at_;
  while (fill()) {
    const std::size_t count = run_length(buffer_.data() + at_, buffer_.data() + end_, ends_quoted_run);
    if (!append(field, count)) return false;
    if (at_ == end_) continue;
    const char c = buffer_[at_];
    if (c != quote) {  // a line end inside the quotes: kept as it is, and counted
      if (!append(field, 1)) return false;
      if (c == '\r' && fill() && buffer_[at_] == '\n' && !append(field, 1)) return false;
      if (line_ != std::numeric_limits<std::uint32_t>::max()) ++line_;
      line_start_ = base_ + at_;
      continue;
    }
    ++at_;
    if (fill() && buffer_[at_] == quote) {
      if (!append(field, 1)) return false;
      continue;
    }
    field.quoted = field.length;
    if (failed_) return false;
    if (at_ == end_ || buffer_[at_] == separator || buffer_[at_] == '\r' || buffer_[at_] == '\n') return true;
    problem({file_, line_, saturated(base_ + at_ - line_start_ + 1), {}}, messages::csv_stray_quote, {});
    return read_bare(field);
  }
  if (failed_) return false;
  return fail({file_, field.line, field.column, {}}, messages::csv_unclosed_quote, {});
}

void CsvReader::check_text() {
  if (is_plain(text_)) return;
  bool nul_reported = false;
  for (const Field& field : fields_) {
    const std::string_view text = std::string_view(text_).substr(field.begin, field.length);
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos && !nul_reported) {
      problem(place_in(field, nul), messages::csv_nul, {});
      nul_reported = true;
    }
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t length = detail::utf8_sequence_length(text.substr(i));
      if (length == 0) {
        problem(place_in(field, i), messages::csv_invalid_utf8, {detail::excerpt(text.substr(i, 1))});
        return;
      }
      i += length;
    }
  }
}

/// Where the `index`-th byte of a field stands in the file, whose quotes are doubled inside of quotes.
Place CsvReader::place_in(const Field& field, std::size_t index) const {
  const std::string_view text = std::string_view(text_).substr(field.begin, field.length);
  std::uint32_t line = field.line;
  std::uint64_t column = std::uint64_t{field.column} + (field.opened ? 1 : 0);
  for (std::size_t i = 0; i < index; ++i) {
    const bool inside = field.opened && i < field.quoted;
    const bool in_crlf = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (inside && (text[i] == '\n' || (text[i] == '\r' && !in_crlf))) {
      ++line;
      column = 1;
    } else {
      column += inside && text[i] == quote ? 2 : 1;
    }
  }
  if (field.opened && index >= field.quoted) ++column;
  return {file_, line, saturated(column), {}};
}

void CsvReader::problem(Place place, const Message& message, std::vector<std::string> arguments) {
  damaged_ = true;
  if (options_.report) log_->error(std::move(place), message, std::move(arguments));
}

/// Reports what no second pass can have reported for it, and ends the reading.
bool CsvReader::fail(Place place, const Message& message, std::vector<std::string> arguments) {
  damaged_ = true;
  if (!failed_) log_->error(std::move(place), message, std::move(arguments));
  failed_ = true;
  return false;
}

}  // namespace aedile
