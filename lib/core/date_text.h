// Pieces of dates in text: a cursor that reads fixed-width numbers and literals, strictly.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "aedile/core/date.h"

namespace aedile::detail {

/// Reads from the left. After the first thing that does not fit, `ok()` stays false and every reading gives 0.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : rest_(text) {}

  /// Exactly `width` digits.
  int number(int width) {
    int value = 0;
    for (int i = 0; i < width; ++i) {
      const char c = next();
      if (c < '0' || c > '9') ok_ = false;
      value = value * 10 + (c - '0');
    }
    return ok_ ? value : 0;
  }
  /// One of `characters`, which is returned.
  char one_of(std::string_view characters) {
    const char c = next();
    if (characters.find(c) == std::string_view::npos) ok_ = false;
    return ok_ ? c : '\0';
  }
  /// The next character, still unread; '\0' at the end.
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  bool ok() const { return ok_; }
  /// Everything was read and fitted.
  bool finished() const { return ok_ && rest_.empty(); }

 private:
  char next() {
    if (rest_.empty()) {
      ok_ = false;
      return '\0';
    }
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

  std::string_view rest_;
  bool ok_ = true;
};

/// "YYYY-MM-DD" at the reader's place; nothing if there is no such day.
inline std::optional<Date> read_date(DateReader& reader) {
  const int year = reader.number(4);
  reader.one_of("-");
  const int month = reader.number(2);
  reader.one_of("-");
  const int day = reader.number(2);
  if (!reader.ok()) return std::nullopt;
  return Date::of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

/// `value` with zeros before it, at least `width` digits. value ≥ 0.
inline std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

}  // namespace aedile::detail
