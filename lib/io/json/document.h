// A JSON document that remembers where everything stands.
//
// Values lie in one flat array in the order of the text, each knowing where its subtree ends, so that a document costs
// 20 bytes a value and is walked without pointers; `Value` is a handle into it. Numbers keep their digits. The
// document refers to the text it was read from, which must outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/diagnostics.h"
#include "aedile/core/result.h"
#include "io/json/line_index.h"

namespace aedile::json {

inline constexpr std::size_t max_document_bytes = std::size_t{256} << 20;
inline constexpr std::size_t max_values = std::size_t{1} << 22;
inline constexpr std::size_t max_nesting = 256;

enum class Type : std::uint8_t { null, boolean, number, string, array, object };

class Document;
class Elements;
class Members;

class Value {
 public:
  Type type() const;
  bool is(Type wanted) const { return type() == wanted; }
  /// Where its first character stands: bytes from the start of the text.
  std::size_t offset() const;
  /// A string's content, a number's digits, "true", "false", "null"; "" for arrays and objects.
  std::string_view text() const;
  /// Number of elements or members.
  std::size_t size() const;
  Elements elements() const;  ///< of an array
  Members members() const;    ///< of an object
  /// Its number in the order of the text, and that of what follows everything in it.
  std::uint32_t index() const { return index_; }
  std::uint32_t end() const;
  const Document& document() const { return *document_; }

 private:
  friend class Document;
  friend class Elements;
  friend class Members;
  Value(const Document& document, std::uint32_t index) : document_(&document), index_(index) {}

  const Document* document_;
  std::uint32_t index_;
};

struct Member {
  std::string_view key;
  std::size_t key_offset;
  Value value;
};

class Document {
 public:
  /// Errors, always one: empty_document, document_too_large, not_utf8, zero_byte, truncated_document,
  /// nesting_too_deep, too_many_values, text_after_end, leading_zero, expected_key, expected_colon,
  /// expected_comma_or_brace, expected_comma_or_bracket, expected_value, bad_escape, bad_surrogate, control_in_text,
  /// incomplete_number, number_too_large.       Cost: O(text), no recursion.
  static Result<Document> parse(std::string_view text, std::string file_name);

  Value root() const { return {*this, 0}; }
  /// Number of values, keys included: indices are below it.
  std::size_t size() const { return slots_.size(); }
  Value at(std::uint32_t index) const { return {*this, index}; }
  Place place(std::size_t offset) const;
  const std::string& file_name() const { return file_name_; }
  /// The key of a member, "" for any other value.
  std::string_view key_of(Value value) const {
    return value.index_ > 0 && slots_[value.index_ - 1].is_key ? text_of(slots_[value.index_ - 1]) : std::string_view();
  }
  /// The value as it may stand in a message: a scalar as written, shortened; "{…}" and "[…]" for the others.
  std::string excerpt(Value value) const;

 private:
  friend class Value;
  friend class Elements;
  friend class Members;
  friend class DocumentBuilder;

  struct Slot {
    std::uint32_t offset;
    std::uint32_t end;         ///< index of the slot behind the subtree
    std::uint32_t text_begin;  ///< in `unescaped_` or in the text; for arrays and objects unused
    std::uint32_t size;        ///< of the text; number of elements or members
    Type type;
    bool unescaped;
    bool is_key;
  };

  Document(std::string_view text, std::string file_name);
  std::string_view text_of(const Slot& slot) const {
    return (slot.unescaped ? std::string_view(unescaped_) : text_).substr(slot.text_begin, slot.size);
  }

  std::string_view text_;
  std::string file_name_;
  std::vector<Slot> slots_;  ///< a member is its key, as a string, followed by its value
  std::string unescaped_;    ///< contents of strings that were written with escapes
  LineIndex lines_;
};

/// Forward ranges over the direct parts of a value.
class Elements {
 public:
  explicit Elements(Value array) : array_(array) {}
  class Iterator {
   public:
    using value_type = Value;
    using difference_type = std::ptrdiff_t;
    explicit Iterator(Value at) : at_(at) {}
    Value operator*() const { return at_; }
    Iterator& operator++();
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_.index() == b.at_.index(); }

   private:
    Value at_;
  };
  Iterator begin() const { return Iterator(Value(*array_.document_, array_.index_ + 1)); }
  Iterator end() const { return Iterator(Value(*array_.document_, array_.end())); }

 private:
  Value array_;
};

class Members {
 public:
  explicit Members(Value object) : object_(object) {}
  class Iterator {
   public:
    using value_type = Member;
    using difference_type = std::ptrdiff_t;
    explicit Iterator(Value key) : key_(key) {}
    Member operator*() const { return {key_.text(), key_.offset(), Value(*key_.document_, key_.index_ + 1)}; }
    Iterator& operator++();
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.key_.index() == b.key_.index(); }

   private:
    Value key_;
  };
  Iterator begin() const { return Iterator(Value(*object_.document_, object_.index_ + 1)); }
  Iterator end() const { return Iterator(Value(*object_.document_, object_.end())); }

 private:
  Value object_;
};

inline Type Value::type() const { return document_->slots_[index_].type; }
inline std::size_t Value::offset() const { return document_->slots_[index_].offset; }
inline std::uint32_t Value::end() const { return document_->slots_[index_].end; }
inline std::size_t Value::size() const {
  const auto& slot = document_->slots_[index_];
  return slot.type == Type::array || slot.type == Type::object ? slot.size : 0;
}
inline std::string_view Value::text() const {
  const auto& slot = document_->slots_[index_];
  return slot.type == Type::array || slot.type == Type::object ? std::string_view() : document_->text_of(slot);
}
inline Elements Value::elements() const { return Elements(*this); }
inline Members Value::members() const { return Members(*this); }
inline Elements::Iterator& Elements::Iterator::operator++() {
  at_.index_ = at_.end();
  return *this;
}
inline Members::Iterator& Members::Iterator::operator++() {
  key_.index_ = Value(*key_.document_, key_.index_ + 1).end();
  return *this;
}

}  // namespace aedile::json
