#include "aedile/usage_words.h"

#include <string>
#include <string_view>

#include "aedile/texts_system.h"

namespace aedile::tool {

namespace {

/// What stands before and behind a word of the parser's sentence; false if it does not have it.
bool parted(std::string_view sentence, std::string_view word, std::string& before, std::string& behind) {
  const std::size_t at = sentence.find(word);
  if (at == std::string_view::npos) return false;
  before = sentence.substr(0, at);
  behind = sentence.substr(at + word.size());
  return true;
}

/// Whether the command that was named has a flag of that name.
bool is_flag(const CLI::App& app, const std::string& name) {
  if (const CLI::Option* const option = app.get_option_no_throw(name)) return option->get_items_expected_max() == 0;
  for (const CLI::App* const command : app.get_subcommands()) {
    if (is_flag(*command, name)) return true;
  }
  return false;
}

Text extra(const std::string& words) {
  // The parser tells them from the last to the first.
  const std::string last = words.substr(words.rfind(' ') + 1);
  return Text(last.starts_with("-") ? texts::no_such_option : texts::argument_too_many, {last});
}

Text missing(const CLI::App& app, const std::string& what) {
  if (what.find("ubcommand") == std::string::npos) return Text(texts::argument_missing, {what});
  const std::vector<std::string> unknown = app.remaining(true);
  if (unknown.empty()) return Text(texts::which_command);
  return Text(unknown.front().starts_with("-") ? texts::no_such_option : texts::no_such_command, {unknown.front()});
}

}  // namespace

Text in_words(const CLI::ParseError& error, const CLI::App& app) {
  const std::string sentence = error.what();
  const auto kind = static_cast<CLI::ExitCodes>(error.get_exit_code());
  std::string before;
  std::string behind;
  std::string value;
  if (kind == CLI::ExitCodes::ExtrasError && parted(sentence, "not expected: ", before, behind)) return extra(behind);
  if (kind == CLI::ExitCodes::RequiredError && parted(sentence, " is required", before, behind))
    return missing(app, before);
  if (kind == CLI::ExitCodes::RequiresError && parted(sentence, " requires ", before, behind)) {
    return Text(texts::option_needs, {before, behind});
  }
  if (kind == CLI::ExitCodes::ExcludesError && parted(sentence, " excludes ", before, behind)) {
    return Text(texts::option_excludes, {before, behind});
  }
  if (kind == CLI::ExitCodes::ArgumentMismatch && parted(sentence, ": ", before, behind)) {
    if (behind.starts_with("At Most 1 ")) return Text(texts::given_twice, {before});
    if (behind.ends_with(" missing")) return Text(texts::value_missing, {before});
  }
  if (kind == CLI::ExitCodes::ConversionError && parted(sentence, "Could not convert: ", before, behind) &&
      parted(behind, " = ", before, value)) {
    return Text(is_flag(app, before) ? texts::takes_no_value : texts::no_number, {before, value});
  }
  if (kind == CLI::ExitCodes::ValidationError && parted(sentence, ": ", before, behind)) {
    std::string words;
    if (parted(behind, " not in range ", value, words)) {
      std::string least;
      std::string most;
      if (parted(words, " to ", least, most)) {
        return Text(texts::out_of_range, {before, value.substr(value.find(' ') + 1), least, most});
      }
    }
    if (!parted(behind, " not in {", value, words))
      return Text(texts::wrong_usage, {sentence});  // said by aedile itself
    words.pop_back();
    for (std::size_t at = words.find(','); at != std::string::npos; at = words.find(',', at + 2))
      words.insert(at + 1, " ");
    return Text(texts::not_one_of, {before, value, words});
  }
  return Text(texts::wrong_usage_raw, {sentence});
}

}  // namespace aedile::tool
