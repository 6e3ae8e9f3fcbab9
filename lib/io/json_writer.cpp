#include "aedile/io/json_writer.h"

#include <algorithm>

#include "core/excerpt.h"

namespace aedile {

namespace {

[[noreturn]] void misuse(const char* what) { throw ContractError(std::string("JsonWriter: ") + what); }

void append_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  while (!text.empty()) {
    const auto plain = std::find_if(text.begin(), text.end(), [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return byte < 0x20 || byte >= 0x7F || c == '"' || c == '\\';
    });
    const auto length = static_cast<std::size_t>(plain - text.begin());
    out.append(text.substr(0, length));
    text.remove_prefix(length);
    if (text.empty()) break;
    const auto byte = static_cast<unsigned char>(text.front());
    std::size_t taken = 1;
    if (byte >= 0x80) {
      taken = detail::utf8_sequence_length(text);
      out.append(taken == 0 ? std::string_view("\uFFFD") : text.substr(0, taken));
      taken = std::max<std::size_t>(taken, 1);
    } else {
      switch (byte) {
        case '"':
          out += "\\\"";
          break;
        case '\\':
          out += "\\\\";
          break;
        case '\n':
          out += "\\n";
          break;
        case '\r':
          out += "\\r";
          break;
        case '\t':
          out += "\\t";
          break;
        default:
          out += "\\u00";
          out += hex[byte >> 4];
          out += hex[byte & 15];
      }
    }
    text.remove_prefix(taken);
  }
  out += '"';
}

/// RFC 8259: [-] (0 | 1-9 digits) [. digits] [e [+-] digits]
bool is_json_number(std::string_view text) {
  const auto digits = [&] {
    std::size_t n = 0;
    while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
    text.remove_prefix(n);
    return n;
  };
  const auto take = [&](std::string_view any) {
    if (text.empty() || any.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
  };
  take("-");
  const bool leading_zero = !text.empty() && text.front() == '0';
  const std::size_t whole = digits();
  if (whole == 0 || (leading_zero && whole > 1)) return false;
  if (take(".") && digits() == 0) return false;
  if (take("eE")) {
    take("+-");
    if (digits() == 0) return false;
  }
  return text.empty();
}

}  // namespace

void JsonWriter::separate() {
  if (open_.empty()) {
    if (any_) *out_ += '\n';
    any_ = true;
    return;
  }
  Open& parent = open_.back();
  if (parent.count != 0) *out_ += layout_ == Layout::pretty ? ", " : ",";
  if (layout_ == Layout::pretty) parent.separators.push_back(out_->size());
  ++parent.count;
}

void JsonWriter::before_value() {
  if (open_.empty() || !open_.back().object) {
    separate();
  } else if (!open_.back().has_key) {
    misuse("a value in an object needs a key");
  } else {
    open_.back().has_key = false;
  }
}

JsonWriter& JsonWriter::key(std::string_view name) {
  if (open_.empty() || !open_.back().object) misuse("a key stands in an object only");
  if (open_.back().has_key) misuse("a key follows a key");
  separate();
  const std::size_t before = out_->size();
  append_quoted(*out_, name);
  *out_ += layout_ == Layout::pretty ? ": " : ":";
  last_key_size_ = out_->size() - before;
  open_.back().has_key = true;
  return *this;
}

JsonWriter& JsonWriter::begin(bool object) {
  const bool keyed = !open_.empty() && open_.back().object;
  before_value();
  if (!open_.empty()) open_.back().plain = false;
  Open opened;
  opened.object = object;
  opened.start = out_->size();
  opened.column = 2 * open_.size() + (keyed ? last_key_size_ : 0);
  *out_ += object ? '{' : '[';
  open_.push_back(std::move(opened));
  return *this;
}

JsonWriter& JsonWriter::end(bool object) {
  if (open_.empty() || open_.back().object != object) misuse("an end that meets no beginning");
  if (open_.back().has_key) misuse("a key without a value");
  *out_ += object ? '}' : ']';
  const Open closed = std::move(open_.back());
  open_.pop_back();
  if (layout_ == Layout::pretty && closed.count != 0) lay_out(closed);
  return *this;
}

/// What has just ended stands in one line so far, except for parts that were too long for one: these are laid out
/// already, with their final indentation. One pass breaks the line before each element.
void JsonWriter::lay_out(const Open& closed) {
  const std::string_view text = std::string_view(*out_).substr(closed.start);
  // One byte for the comma that may follow.
  const bool fits = closed.column + text.size() + 1 <= line_width;
  if (fits && text.find('\n') == std::string_view::npos) return;
  const std::size_t indentation = 2 * (open_.size() + 1);
  const bool fill = closed.plain && !closed.object;
  std::string laid_out(1, text.front());
  std::size_t column = line_width;  // where the next element would begin if it stood in the same line
  for (std::size_t i = 0; i < closed.separators.size(); ++i) {
    const std::size_t from = closed.separators[i];
    const bool last = i + 1 == closed.separators.size();
    // Between two elements stands ", ", after the last one the closing bracket.
    const std::size_t to = last ? out_->size() - 1 : closed.separators[i + 1] - 2;
    if (fill && column + 1 + (to - from) + 1 <= line_width) {
      laid_out += ' ';
      ++column;
    } else {
      laid_out += '\n';
      laid_out.append(indentation, ' ');
      column = indentation;
    }
    laid_out.append(*out_, from, to - from);
    if (!last) laid_out += ',';
    column += to - from + 1;
  }
  laid_out += '\n';
  laid_out.append(indentation - 2, ' ');
  laid_out += text.back();
  out_->replace(closed.start, std::string::npos, laid_out);
}

JsonWriter& JsonWriter::begin_object() { return begin(true); }
JsonWriter& JsonWriter::end_object() { return end(true); }
JsonWriter& JsonWriter::begin_array() { return begin(false); }
JsonWriter& JsonWriter::end_array() { return end(false); }

JsonWriter& JsonWriter::string(std::string_view text) {
  before_value();
  append_quoted(*out_, text);
  return *this;
}

JsonWriter& JsonWriter::number(std::string_view text) {
  if (!is_json_number(text)) misuse("not a JSON number");
  before_value();
  *out_ += text;
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  before_value();
  *out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  before_value();
  *out_ += "null";
  return *this;
}

}  // namespace aedile
