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

/// The argument that the placeholder at the start of `text`, "{12}…", refers to, and the placeholder's length.
struct Placeholder {
  std::size_t argument = 0;
  std::size_t length = 0;  ///< 0: no placeholder of an argument that exists
};

Placeholder placeholder_at(std::string_view text, std::size_t argument_count) {
  std::size_t number = 0;
  std::size_t i = 1;
  for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
    number = number * 10 + static_cast<std::size_t>(text[i] - '0');
    if (number >= argument_count) return {};
  }
  if (i == 1 || i == text.size() || text[i] != '}') return {};
  return {number, i + 1};
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
      result += arguments_[found.argument];
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
