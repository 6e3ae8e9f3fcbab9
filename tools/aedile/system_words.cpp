#include "aedile/system_words.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "aedile/texts_system.h"

namespace aedile::tool {

namespace {

struct ErrorNumber {
  int number;
  const Message& words;
};
constexpr std::array<ErrorNumber, 18> error_numbers{{{ENOENT, texts::no_such_file},
                                                     {EACCES, texts::no_permission},
                                                     {EPERM, texts::no_permission},
                                                     {EISDIR, texts::is_a_folder},
                                                     {ENOTDIR, texts::not_a_folder},
                                                     {EEXIST, texts::exists_already},
                                                     {ENOSPC, texts::no_space},
                                                     {EDQUOT, texts::no_space},
                                                     {EFBIG, texts::too_large},
                                                     {EROFS, texts::read_only},
                                                     {ELOOP, texts::links_in_a_circle},
                                                     {ENAMETOOLONG, texts::name_too_long},
                                                     {EMFILE, texts::too_many_files},
                                                     {ENFILE, texts::too_many_files},
                                                     {EBUSY, texts::in_use},
                                                     {EIO, texts::broken_device},
                                                     {ENXIO, texts::no_such_device},
                                                     {EINVAL, texts::no_such_kind}}};

struct SqliteSentence {
  std::string_view sentence;
  const Message& words;
};
constexpr std::array<SqliteSentence, 8> sqlite_sentences{
    {{"unable to open database file", texts::cannot_be_opened},
     {"database or disk is full", texts::no_space},
     {"disk I/O error", texts::broken_device},
     {"attempt to write a readonly database", texts::read_only},
     {"database is locked", texts::in_use},
     {"file is not a database", texts::not_a_database},
     {"database disk image is malformed", texts::malformed_database},
     {"access permission denied", texts::no_permission}}};

/// The codes of messages whose arguments are reasons.
constexpr std::array<std::string_view, 5> about_files{"cannot_read", "cannot_write", "cannot_read_journal",
                                                      "cannot_write_journal", "damaged_store"};

const Message* words_of(std::string_view reason) {
  for (const ErrorNumber& each : error_numbers) {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): one thread speaks
    if (reason == std::strerror(each.number)) return &each.words;
  }
  // SQLite's sentence may have the system's behind it.
  const std::string_view sentence = reason.substr(0, reason.find(" ("));
  const auto found = std::find_if(sqlite_sentences.begin(), sqlite_sentences.end(),
                                  [&](const SqliteSentence& each) { return each.sentence == sentence; });
  return found == sqlite_sentences.end() ? nullptr : &found->words;
}

}  // namespace

std::string in_words(const std::string& reason, Language language) {
  const Message* const words = words_of(reason);
  return words == nullptr ? reason
                          : Text(texts::reason_in_words, {std::string(words->in(language)), reason}).in(language);
}

Text with_reasons(const Text& text, Language language) {
  if (std::find(about_files.begin(), about_files.end(), text.message().code) == about_files.end()) return text;
  std::vector<std::string> arguments = text.arguments();
  for (std::string& argument : arguments) argument = in_words(argument, language);
  return Text(text.message(), std::move(arguments));
}

Diagnostics with_reasons(const Diagnostics& problems, Language language) {
  Diagnostics told;
  for (Diagnostic problem : problems) {
    problem.text = with_reasons(problem.text, language);
    told.add(std::move(problem));
  }
  return told;
}

}  // namespace aedile::tool
