#pragma once
/// Sentences that people read, in English or Chinese.
///
/// A `Message` is one entry of the catalogue: a stable code and its sentence in each language, with {0}, {1} … for the
/// arguments. A `Text` is a message with its arguments, not yet in any language:
///
///   inline constexpr Message part_sum{"part_sum", "parts sum to {0}, not {1}", "各部分合计 {0}，应为 {1}"};
///   Text{part_sum, {"2", "3"}}.in(Language::en)     // "parts sum to 2, not 3"
///
/// Each room keeps its entries in one file, `lib/<room>/messages.h`. `LocalText` holds texts that come from data.

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aedile {

/// English, Chinese.
enum class Language { en, zh };

/// "en" or "zh"; nothing for any other text.
std::optional<Language> parse_language(std::string_view text);
std::string_view to_string(Language language);  ///< "en", "zh"

/// An entry of the catalogue. Messages are constants with static lifetime; they are compared by code.
struct Message {
  std::string_view code;
  std::string_view en;
  std::string_view zh;

  /// The sentence with its placeholders; English where there is no Chinese.
  constexpr std::string_view in(Language language) const { return language == Language::zh && !zh.empty() ? zh : en; }
};

/// A message and its arguments. Cheap to copy the message (a pointer), not the arguments.
class Text {
 public:
  /// The message must outlive the text (catalogue entries do).
  explicit Text(const Message& message, std::vector<std::string> arguments = {});

  const Message& message() const { return *message_; }
  const std::vector<std::string>& arguments() const { return arguments_; }
  /// The sentence; a placeholder without an argument is left as it stands.
  std::string in(Language language = Language::en) const;

  friend bool operator==(const Text& a, const Text& b) {
    return a.message_->code == b.message_->code && a.arguments_ == b.arguments_;
  }

 private:
  const Message* message_;
  std::vector<std::string> arguments_;
};

/// A title or clause in several languages, as data gives it: language tag ("en", "zh", any other) → text, in the order
/// written. A text without a language is stored under "".
class LocalText {
 public:
  LocalText() = default;  ///< no text
  /// One text for every language.
  LocalText(std::string text);
  LocalText(const char* text);
  /// (language tag, text), in the order written.
  LocalText(std::vector<std::pair<std::string, std::string>> texts);

  /// The text in that language; else the one without a language, else English, else the first; "" if there is none.
  const std::string& in(Language language) const;
  bool empty() const { return texts_.empty(); }
  const std::vector<std::pair<std::string, std::string>>& texts() const { return texts_; }

  friend bool operator==(const LocalText&, const LocalText&) = default;

 private:
  std::vector<std::pair<std::string, std::string>> texts_;
};

/// The English text.
std::ostream& operator<<(std::ostream& out, const LocalText& text);

}  // namespace aedile
