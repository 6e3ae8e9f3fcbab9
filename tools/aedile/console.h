// Where the tool writes, in which language, and what its exit says.
#pragma once

#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "aedile/io/json_writer.h"
#include "aedile/io/problem_log.h"

namespace aedile::tool {

enum Exit : int {
  exit_fine = 0,
  exit_data = 1,          // problems in the data
  exit_usage = 2,         // the command line is wrong
  exit_disagreement = 3,  // fewer official results are reproduced than asked for
  exit_files = 4,         // a file cannot be read or written
  exit_defect = 5,        // a defect of aedile itself
};

/// A file that cannot be read or written: ends the command with exit_files.
struct FileFailure {
  std::string file;
  Text text;
};

/// A command line that CLI11 could not see is wrong: ends the command with exit_usage.
struct UsageFailure {
  Text text;
};

/// The text as a person may see it: whatever could command a terminal (control characters but for line ends and tabs)
/// or show words in another order than they stand in (bidirectional controls) as \xHH.
std::string printable(std::string_view text);
/// The same for words that must not begin a line of their own: line ends and tabs too.
std::string on_one_line(std::string_view text);

struct Console {
  std::ostream& out;
  std::ostream& err;
  Language language = Language::en;
  bool quiet = false;                ///< no summary, no progress
  bool watched = false;              ///< somebody is looking at `err`
  std::size_t problem_limit = 1000;  ///< problems shown

  std::string text(const Message& message, std::vector<std::string> arguments = {}) const {
    return printable(Text(message, std::move(arguments)).in(language));
  }
};

/// The problems shown, by place, one a line on `err`; then how many there were, if some are not shown.
void print(const Console& console, const ProblemLog& log);

/// The members "problems", "errors" and "warnings" of the object that is open.
void write_problems(JsonWriter& json, const Console& console, const ProblemLog& log);

/// A document that has nothing but these.
void print_problems_as_json(const Console& console, std::string_view format, const ProblemLog& log);

/// exit_fine, exit_data, or exit_files where a table broke off while it was read.
Exit exit_code_of(const ProblemLog& log);

/// "133,056"
std::string grouped(std::uint64_t number);

/// Says how far a long run is, on one line that is overwritten; only where somebody is watching, and only from the
/// second second on.
class Progress {
 public:
  explicit Progress(const Console& console);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void show(std::uint64_t done, std::uint64_t all);

 private:
  const Console& console_;
  long long next_ = 0;  // milliseconds of the steady clock
  bool shown_ = false;
};

}  // namespace aedile::tool
