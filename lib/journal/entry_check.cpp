#include "journal/entry_check.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

#include "core/texts.h"
#include "journal/journal_commands.h"
#include "journal/messages_append.h"

namespace aedile::detail {

namespace {

/// Takes everything, but not nested without end.
struct DepthHandler : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, DepthHandler> {
  std::size_t depth = 0;
  bool StartObject() { return ++depth <= max_payload_nesting; }
  bool EndObject(rapidjson::SizeType /*members*/) { return --depth, true; }
  bool StartArray() { return ++depth <= max_payload_nesting; }
  bool EndArray(rapidjson::SizeType /*elements*/) { return --depth, true; }
};

bool is_plain(std::string_view word) {
  return !word.empty() && word.size() <= max_word_bytes &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

void check_word(std::string_view key, std::string_view word, bool may_be_empty, Report& report) {
  if (is_plain(word) || (word.empty() && may_be_empty)) return;
  if (word.size() > max_word_bytes) {
    report.at(key).error(messages::word_too_long, {std::to_string(max_word_bytes)});
  } else {
    const auto inside = report.at(key);
    check_name(key, word, report);
  }
}

void check_instant(std::string_view key, Instant instant, Report& report) {
  if (!in_range(instant)) report.at(key).error(messages::instant_range);
}

}  // namespace

struct EntryChecker::Json {
  rapidjson::Reader reader;
};

EntryChecker::EntryChecker() : json_(std::make_unique<Json>()) {}
EntryChecker::~EntryChecker() = default;

bool in_range(Instant instant) {
  using namespace std::chrono_literals;
  constexpr std::chrono::sys_seconds first = std::chrono::sys_days(std::chrono::January / 1 / 1);
  constexpr std::chrono::sys_seconds behind = std::chrono::sys_days(std::chrono::January / 1 / 10'000);
  return instant.sys_seconds() >= first && instant.sys_seconds() < behind;
}

void check_reason(std::string_view reason, Report& report) { check_word("reason", reason, false, report); }

void EntryChecker::check_words(const JournalEntry& entry, Report& report) {
  check_instant("happened", entry.happened, report);
  check_word("actor", entry.actor, false, report);
  check_word("command", entry.command, false, report);
  check_word("subject", entry.subject, true, report);
  check_word("key", entry.key, true, report);
}

void EntryChecker::check_json(std::string_view key, const std::string& text, Report& report) {
  if (text.size() > max_payload_bytes) {
    report.at(key).error(messages::payload_too_large, {std::to_string(text.size()), std::to_string(max_payload_bytes)});
    return;
  }
  DepthHandler handler;
  rapidjson::MemoryStream stream(text.data(), text.size());
  constexpr unsigned flags =
      rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
  const rapidjson::ParseResult parsed = json_->reader.Parse<flags>(stream, handler);
  // The parser takes a zero byte for the end.
  const std::size_t stopped = parsed.IsError() ? parsed.Offset() : stream.Tell();
  if (!parsed.IsError() && stopped == text.size()) return;
  if (parsed.Code() == rapidjson::kParseErrorTermination) {
    report.at(key).error(messages::payload_too_deep, {std::to_string(max_payload_nesting)});
    return;
  }
  report.at(key).error(messages::bad_payload, {std::to_string(stopped + 1)});
}

void EntryChecker::check(const JournalEntry& entry, std::size_t index, bool own, Report& report) {
  // Places are spelt out only where something is wrong with them: a batch is mostly sound.
  const auto inside = report.at(index);
  check_words(entry, report);
  if (!own && std::string_view(entry.command).starts_with(reserved_prefix)) {
    report.at("command").error(messages::reserved_command, {entry.command});
  }
  check_json("payload", entry.payload, report);
  if (entry.effects.size() > max_effects) {
    report.at("effects").error(messages::too_many_effects,
                               {std::to_string(entry.effects.size()), std::to_string(max_effects)});
    return;
  }
  for (std::size_t i = 0; i < entry.effects.size(); ++i) {
    const auto at_effect = report.at("effects", i);
    check_word("kind", entry.effects[i].kind, false, report);
    check_json("body", entry.effects[i].body, report);
  }
}

}  // namespace aedile::detail
