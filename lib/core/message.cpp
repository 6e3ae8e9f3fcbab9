#include "aedile/core/message.h"

namespace aedile {

std::optional<Language> parse_language(std::string_view text) {
  if (text == "en") return Language::en;
  if (text == "zh") return Language::zh;
  return std::nullopt;
}

std::string_view to_string(Language language) { return language == Language::zh ? "zh" : "en"; }

Text::Text(const Message& message, std::vector<std::string> arguments)
    : message_(&message), arguments_(std::move(arguments)) {}

namespace {

/// The placeholder at the start of a text: "{12}…", the argument of that number; or "{12|rule|rules}…", the first of
/// these words where that argument is "1", and the second otherwise.
struct Placeholder {
  std::size_t argument = 0;
  std::size_t length = 0;  ///< 0: no placeholder of an argument that exists
  std::string_view one{};
  std::string_view several{};

  bool chooses() const { return !several.empty(); }
};

Placeholder placeholder_at(std::string_view text, std::size_t argument_count) {
  std::size_t number = 0;
  std::size_t i = 1;
  for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
    number = number * 10 + static_cast<std::size_t>(text[i] - '0');
    if (number >= argument_count) return {};
  }
  if (i == 1 || i == text.size()) return {};
  if (text[i] == '}') return {number, i + 1};
  if (text[i] != '|') return {};
  const std::size_t between = text.find_first_of("{|}", i + 1);
  if (between == std::string_view::npos || text[between] != '|') return {};
  const std::size_t end = text.find_first_of("{|}", between + 1);
  if (end == std::string_view::npos || text[end] != '}' || end == between + 1) return {};
  return {number, end + 1, text.substr(i + 1, between - i - 1), text.substr(between + 1, end - between - 1)};
}

}  // namespace

std::string Text::in(Language language) const {
  // One pass over the sentence: an argument is copied and never looked at, whatever braces it holds.
  std::string_view rest = message_->in(language);
  std::string result;
  while (!rest.empty()) {
    const std::size_t brace = rest.find('{');
    result.append(rest.substr(0, brace));
    if (brace == std::string_view::npos) break;
    rest.remove_prefix(brace);
    const Placeholder found = placeholder_at(rest, arguments_.size());
    if (found.length == 0) {
      result += '{';
      rest.remove_prefix(1);
    } else {
      const std::string& argument = arguments_[found.argument];
      if (found.chooses()) {
        result += argument == "1" ? found.one : found.several;
      } else {
        result += argument;
      }
      rest.remove_prefix(found.length);
    }
  }
  return result;
}

LocalText::LocalText(std::string text) { texts_.emplace_back(std::string(), std::move(text)); }
LocalText::LocalText(const char* text) : LocalText(std::string(text)) {}
LocalText::LocalText(std::vector<std::pair<std::string, std::string>> texts) : texts_(std::move(texts)) {}

const std::string& LocalText::in(Language language) const {
  static const std::string none;
  for (const std::string_view tag : {to_string(language), std::string_view(), to_string(Language::en)}) {
    for (const auto& [key, text] : texts_) {
      if (key == tag) return text;
    }
  }
  return texts_.empty() ? none : texts_.front().second;
}

std::ostream& operator<<(std::ostream& out, const LocalText& text) { return out << text.in(Language::en); }

}  // namespace aedile
