// From JSON values to the types of the library, with every problem on the way.
//
//   void read(Reader& reader, Value value, Grade& out) {
//     ObjectReader object(reader, value);
//     object.required("code", out.code);
//     object.optional("title", out.title);
//     object.finish();                       // whatever was not asked for is an unknown key
//   }
//
// Every type has an overload of `read` in this namespace; it leaves `out` as it is where the value will not do, and
// reports why. Overloads are found by their first argument, so their order does not matter.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "aedile/core/date.h"
#include "aedile/core/decimal.h"
#include "aedile/core/message.h"
#include "aedile/core/shared.h"
#include "io/json/document.h"

namespace aedile::json {

/// A value that could not be used, or a key that is missing: what a validator says of its surroundings later may only
/// follow from that.
struct Gap {
  std::uint32_t index;  ///< of the value; of the object where a key is missing
  std::string key;      ///< the key of the value, "" for elements of lists; the missing key
  bool missing;
  friend bool operator<(const Gap& a, const Gap& b) {
    return std::tie(a.index, a.missing, a.key) < std::tie(b.index, b.missing, b.key);
  }
};

/// What all reading functions share: the document, its problems so far, and the gaps they leave in what is read.
class Reader {
 public:
  static constexpr std::size_t max_problems = 100'000;

  explicit Reader(const Document& document) : document_(&document) {}

  const Document& document() const { return *document_; }
  /// Whether it has given up: a hostile file of nothing but faults must not cost more memory than a sound one. What is
  /// read into is incomplete then, and problems that follow are not kept.
  bool full() const { return problems_.size() > max_problems; }
  Diagnostics& problems() { return problems_; }

  /// A problem at a byte of the text.
  void error_at(std::size_t offset, const Message& message, std::vector<std::string> arguments = {});
  /// The value cannot be used.
  void error(Value value, const Message& message, std::vector<std::string> arguments = {});
  /// The value is not of the type expected: argument {0} of the message is the value, more may follow.
  void wrong_type(Value value, const Message& expected, std::vector<std::string> more = {});
  void unknown_word(Value value, const std::vector<std::string_view>& words);
  void missing_key(Value object, std::string_view key);

  /// Without a report of its own.
  void leave_gap(Value value);
  void leave_gap(Value object, std::string_view missing_key);
  /// In no order.
  const std::vector<Gap>& gaps() const { return gaps_; }

 private:
  const Document* document_;
  Diagnostics problems_;
  std::vector<Gap> gaps_;
};

/// Reads the keys of one object, and knows which ones there are to read.
class ObjectReader {
 public:
  /// Reports a value that is no object; then there is nothing in it and nothing more is reported.
  ObjectReader(Reader& reader, Value value);

  Reader& reader() { return *reader_; }
  Value value() const { return value_; }
  bool is_object() const { return is_object_; }
  /// The value of a key, which is thereby known; nothing if the object does not have it.
  std::optional<Value> take(std::string_view key);

  template <class T>
  void optional(std::string_view key, T& out) {
    if (const std::optional<Value> value = take(key)) read(*reader_, *value, out);
  }
  template <class T>
  void required(std::string_view key, T& out) {
    if (const std::optional<Value> value = take(key)) {
      read(*reader_, *value, out);
    } else if (is_object_) {
      reader_->missing_key(value_, key);
    }
  }
  /// Reports every key that nobody has taken.
  void finish();

 private:
  Reader* reader_;
  Value value_;
  bool is_object_;
  std::vector<Member> members_;
  std::vector<bool> taken_;
  std::vector<std::string_view> known_;
};

/// Every key that stands a second time in its object.     Cost: O(values · log members).
void report_duplicate_keys(Reader& reader);

/// "a, b, c"
std::string join(const std::vector<std::string_view>& words);

// ---- values of one token

void read(Reader& reader, Value value, bool& out);
void read(Reader& reader, Value value, std::string& out);
void read(Reader& reader, Value value, LocalText& out);
void read(Reader& reader, Value value, Date& out);
void read(Reader& reader, Value value, Instant& out);
/// Places the problems of a parse of this value's text.
void take_problems(Reader& reader, Value value, const Diagnostics& found);
/// Nothing if the value is no whole number in the range; then it is reported.
std::optional<std::int64_t> read_whole(Reader& reader, Value value, std::int64_t least, std::int64_t most);

template <std::integral Integer>
void read(Reader& reader, Value value, Integer& out) {
  using Limits = std::numeric_limits<Integer>;
  static_assert(Limits::digits <= 63);
  if (const auto whole = read_whole(reader, value, Limits::min(), Limits::max())) out = static_cast<Integer>(*whole);
}

template <class Tag, int Places>
void read(Reader& reader, Value value, Decimal<Tag, Places>& out);

/// An enumeration listed in words.h.
template <class Enum>
requires std::is_enum_v<Enum>
void read(Reader& reader, Value value, Enum& out);

// ---- values made of others

template <class T>
void read(Reader& reader, Value value, std::optional<T>& out) {
  T inner{};
  const std::size_t before = reader.problems().error_count();
  read(reader, value, inner);
  if (reader.problems().error_count() == before) out = std::move(inner);
}

template <class T>
void read(Reader& reader, Value value, Shared<T>& out) {
  T inner{};
  const std::size_t before = reader.problems().error_count();
  read(reader, value, inner);
  if (reader.problems().error_count() == before) out = std::move(inner);
}

template <class T>
void read(Reader& reader, Value value, std::vector<T>& out);

/// An object used as a map, in the order written.
template <class T>
void read(Reader& reader, Value value, std::vector<std::pair<std::string, T>>& out);

}  // namespace aedile::json

#include "io/json/reader_inline.h"
