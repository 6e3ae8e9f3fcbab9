#include "core/texts.h"

#include <unordered_set>

#include "core/messages_texts.h"
#include "core/utf8.h"

namespace aedile::detail {

void check_prose(std::string_view key, std::string_view text, Report& report) {
  if (!is_utf8(text)) report.error(messages::text_not_utf8, {std::string(key)});
}

void check_name(std::string_view key, std::string_view text, Report& report) {
  if (text.empty()) {
    report.error(messages::empty_text, {std::string(key)});
  } else if (!is_utf8(text)) {
    report.error(messages::text_not_utf8, {std::string(key)});
  } else if (has_control_characters(text)) {
    report.error(messages::control_character, {std::string(text), std::string(key)});
  }
}

void check_local_text(std::string_view key, const LocalText& text, Report& report) {
  if (text.empty()) return;
  const auto inside = report.at(key);
  std::unordered_set<std::string_view> languages;
  for (const auto& [language, words] : text.texts()) {
    if (!languages.insert(language).second) {
      inside.error(messages::duplicate_language, {std::string(key), language});
    }
    if (is_utf8(language) && is_utf8(words)) continue;
    if (language.empty()) {
      inside.error(messages::text_not_utf8, {std::string(key)});
    } else {
      report.at(language).error(messages::text_not_utf8, {std::string(key)});
    }
  }
}

}  // namespace aedile::detail
