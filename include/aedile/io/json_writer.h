#pragma once
/// Writes JSON text, one value after the other.
///
///   std::string text;
///   JsonWriter json(text);
///   json.begin_object().key("code").string("1.2").key("mark").number(Points::parse("84.5").value()).end_object();
///   // text == R"({"code": "1.2", "mark": 84.5})"
///
/// Numbers are written from their exact decimal text, never through binary floating point. Not for reading: see
/// framework_json.h.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/decimal.h"

namespace aedile {

/// Appends JSON to a text; calls may be chained.
class JsonWriter {
 public:
  /// How the text is spaced.
  enum class Layout {
    compact,  ///< no space at all: for programs
    pretty,   ///< for people: what fits into a line of `line_width` stands in one, the rest is indented by two, and
              ///< long lists of plain values fill their lines
  };
  static constexpr std::size_t line_width = 120;  ///< in bytes of UTF-8

  /// Appends to `out`, which must outlive the writer. In the compact layout the caller may empty `out` at any time;
  /// in the pretty one only between values that stand side by side at the top. Cost: O(text), whatever the nesting.
  explicit JsonWriter(std::string& out, Layout layout = Layout::pretty) : out_(&out), layout_(layout) {}

  /// All throw ContractError where JSON allows no such thing: a key outside an object, a value without a key inside
  /// one, an end that meets no beginning. Several values at the top are separated by line ends (JSON lines).
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  /// Quoted and escaped. Bytes that are not UTF-8 become U+FFFD, so that the result is valid whatever comes in.
  JsonWriter& string(std::string_view text);
  /// A number from its text. Throws ContractError if that is not a JSON number.
  JsonWriter& number(std::string_view text);
  template <class Tag, int Places>
  JsonWriter& number(Decimal<Tag, Places> value) {
    return number(std::string_view(value.to_string()));
  }
  template <std::integral Integer>
  requires(!std::same_as<Integer, bool>) JsonWriter& number(Integer value) {
    return number(std::string_view(std::to_string(value)));
  }
  JsonWriter& boolean(bool value);
  JsonWriter& null();

  /// Whether everything begun has ended.
  bool complete() const { return open_.empty(); }

 private:
  struct Open {
    bool object = false;
    bool has_key = false;                 ///< a key that waits for its value
    bool plain = true;                    ///< holds no object and no array
    bool broken = false;                  ///< laid out in lines; then so is everything around it
    std::size_t start = 0;                ///< of the bracket, in `out`
    std::size_t column = 0;               ///< of the bracket in its line, once everything around it is broken
    std::size_t count = 0;                ///< elements or members so far
    std::vector<std::size_t> separators;  ///< until it is broken: where each element begins, in `out`
  };

  void before_value(bool plain);
  void after_value();
  void separate(bool plain);
  void new_line(std::size_t levels);
  JsonWriter& begin(bool object);
  JsonWriter& end(bool object);
  void fit(std::size_t more);
  void break_lines(std::size_t level);

  std::string* out_;
  Layout layout_;
  std::vector<Open> open_;
  std::size_t broken_ = 0;         ///< the first so many of `open_` are
  std::size_t last_key_size_ = 0;  ///< with quotes and colon
  std::size_t line_begin_ = 0;     ///< of the last line of a list that fills its lines
  std::size_t element_begin_ = 0;  ///< of the last element there
  bool any_ = false;
};

}  // namespace aedile
