// The aedile command: thin over the library. See docs/command_line.md.
#include <unistd.h>

#include <exception>
#include <iostream>

#include "aedile/arguments.h"
#include "aedile/texts.h"

int main(int argc, char** argv) {
  using namespace aedile;
  using namespace aedile::tool;
  std::ios::sync_with_stdio(false);
  Console console{.out = std::cout,
                  .err = std::cerr,
                  .language = language_of(argc, argv),
                  .quiet = false,
                  .watched = ::isatty(STDERR_FILENO) == 1};
  int code = exit_defect;
  try {
    code = run(argc, argv, console);
    std::cout.flush();
    if (!std::cout) throw FileFailure{"<stdout>", Text(texts::cannot_write_plain)};
  } catch (const FileFailure& failure) {
    std::cerr << failure.file << ": " << failure.text.in(console.language) << '\n';
    code = exit_files;
  } catch (const UsageFailure& failure) {
    std::cerr << "aedile: " << failure.text.in(console.language) << '\n' << console.text(texts::see_help) << '\n';
    code = exit_usage;
  } catch (const std::exception& failure) {
    std::cerr << "aedile: " << console.text(texts::defect, {failure.what()}) << '\n';
  }
  return code;
}
