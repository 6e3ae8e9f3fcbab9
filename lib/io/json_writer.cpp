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

// The pretty layout: an object or array is written into the current line until that is too long. Then the outermost one
// that still stands in one line is broken, and what follows is written into lines of its own at once; so no byte is
// moved by more than one line's length, and the brackets that are broken are always the outermost ones.

void JsonWriter::new_line(std::size_t levels) {
  *out_ += '\n';
  out_->append(2 * levels, ' ');
}

void JsonWriter::separate(bool plain) {
  if (open_.empty()) {
    if (any_) *out_ += '\n';
    any_ = true;
    return;
  }
  Open& parent = open_.back();
  parent.plain = parent.plain && plain;
  if (parent.count++ != 0) *out_ += ',';
  if (layout_ == Layout::compact) return;
  if (!parent.broken) {
    if (parent.count != 1) *out_ += ' ';
    parent.separators.push_back(out_->size());
  } else if (parent.object || !parent.plain || parent.count == 1) {
    new_line(open_.size());
    line_begin_ = out_->size() - 2 * open_.size();
    element_begin_ = out_->size();
  } else {
    *out_ += ' ';
    element_begin_ = out_->size();
  }
}

void JsonWriter::before_value(bool plain) {
  if (open_.empty() || !open_.back().object) {
    separate(plain);
  } else if (!open_.back().has_key) {
    misuse("a value in an object needs a key");
  } else {
    open_.back().has_key = false;
    open_.back().plain = open_.back().plain && plain;
  }
}

void JsonWriter::after_value() {
  if (layout_ == Layout::compact || open_.empty()) return;
  const Open& parent = open_.back();
  if (!parent.broken) {
    fit(0);
  } else if (!parent.object && parent.plain && out_->size() - line_begin_ + 1 > line_width) {
    // The last element of a list that fills its lines was one too many, unless it is the only one of its line.
    const std::size_t indentation = 2 * open_.size();
    if (element_begin_ == line_begin_ + indentation) return;
    out_->replace(element_begin_ - 1, 1, '\n' + std::string(indentation, ' '));
    line_begin_ = element_begin_;
    element_begin_ += indentation;
  }
}

/// Breaks as many of the outermost brackets as the line needs if it is to take `more` bytes.
void JsonWriter::fit(std::size_t more) {
  while (broken_ < open_.size()) {
    const Open& outermost = open_[broken_];
    // One byte for the comma behind it, and one because a bracket may stand one column further right once the one
    // around it is broken.
    if (outermost.column + (out_->size() - outermost.start) + more + 2 <= line_width) return;
    break_lines(broken_);
    ++broken_;
  }
}

void JsonWriter::break_lines(std::size_t level) {
  Open& broken = open_[level];
  broken.broken = true;
  const std::string line = out_->substr(broken.start);
  const std::vector<std::size_t> separators = std::move(broken.separators);
  const bool fills = broken.plain && !broken.object;
  out_->resize(broken.start + 1);
  for (std::size_t i = 0; i < separators.size(); ++i) {
    const bool last = i + 1 == separators.size();
    const std::size_t from = separators[i] - broken.start;
    // Between two elements stands ", ".
    const std::size_t to = last ? line.size() : separators[i + 1] - broken.start - 2;
    if (i != 0) *out_ += ',';
    if (i != 0 && fills && out_->size() - line_begin_ + 1 + (to - from) + 1 <= line_width) {
      *out_ += ' ';
    } else {
      new_line(level + 1);
      line_begin_ = out_->size() - 2 * (level + 1);
    }
    element_begin_ = out_->size();
    out_->append(line, from, to - from);
    if (!last) continue;
    // Whatever is still open stands in the last element, and has moved with it.
    for (std::size_t inner = level + 1; inner < open_.size(); ++inner) {
      open_[inner].start += element_begin_ - separators[i];
      for (std::size_t& separator : open_[inner].separators) separator += element_begin_ - separators[i];
    }
  }
}

JsonWriter& JsonWriter::key(std::string_view name) {
  if (open_.empty() || !open_.back().object) misuse("a key stands in an object only");
  if (open_.back().has_key) misuse("a key follows a key");
  separate(true);
  const std::size_t before = out_->size();
  append_quoted(*out_, name);
  *out_ += layout_ == Layout::pretty ? ": " : ":";
  last_key_size_ = out_->size() - before;
  open_.back().has_key = true;
  return *this;
}

JsonWriter& JsonWriter::begin(bool object) {
  const bool keyed = !open_.empty() && open_.back().object;
  before_value(false);
  Open opened;
  opened.object = object;
  opened.start = out_->size();
  opened.column = 2 * open_.size() + (keyed ? last_key_size_ : 0);
  *out_ += object ? '{' : '[';
  open_.push_back(std::move(opened));
  if (layout_ == Layout::pretty) fit(0);
  return *this;
}

JsonWriter& JsonWriter::end(bool object) {
  if (open_.empty() || open_.back().object != object) misuse("an end that meets no beginning");
  if (open_.back().has_key) misuse("a key without a value");
  if (layout_ == Layout::pretty) fit(1);
  const bool in_lines = open_.back().broken && open_.back().count != 0;
  open_.pop_back();
  broken_ = std::min(broken_, open_.size());
  if (in_lines) new_line(open_.size());
  *out_ += object ? '}' : ']';
  return *this;
}

JsonWriter& JsonWriter::begin_object() { return begin(true); }
JsonWriter& JsonWriter::end_object() { return end(true); }
JsonWriter& JsonWriter::begin_array() { return begin(false); }
JsonWriter& JsonWriter::end_array() { return end(false); }

JsonWriter& JsonWriter::string(std::string_view text) {
  before_value(true);
  append_quoted(*out_, text);
  after_value();
  return *this;
}

JsonWriter& JsonWriter::number(std::string_view text) {
  if (!is_json_number(text)) misuse("not a JSON number");
  before_value(true);
  *out_ += text;
  after_value();
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  before_value(true);
  *out_ += value ? "true" : "false";
  after_value();
  return *this;
}

JsonWriter& JsonWriter::null() {
  before_value(true);
  *out_ += "null";
  after_value();
  return *this;
}

}  // namespace aedile
