// The aedile command: thin over the library. See docs/command_line.md.
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <iostream>

#include "aedile/arguments.h"
#include "aedile/system_words.h"
#include "aedile/texts.h"

namespace {

/// Signals that would end the process in the midst of writing become failures of writing, so that temporary files are
/// removed as on every other failure. Who reads from a pipe and leaves it is told nothing, as usual: the process then
/// ends by SIGPIPE after all.
class WriteSignals {
 public:
  WriteSignals() : pipe_before_(std::signal(SIGPIPE, SIG_IGN)) { std::signal(SIGXFSZ, SIG_IGN); }
  void end_quietly_if_nobody_reads() const {
    pollfd output{STDOUT_FILENO, 0, 0};
    if (pipe_before_ != SIG_DFL || ::poll(&output, 1, 0) != 1 || (output.revents & POLLERR) == 0) return;
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
  }

 private:
  void (*pipe_before_)(int);
};

/// Where a standard stream is closed, the next file that is opened would take its number, and what is written to the
/// stream would go to that file, or nowhere at all. In its place comes a file on which writing, or for the standard
/// input reading, fails as on a closed one.
void keep_standard_streams_apart() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) != -1) continue;
    const int opened = ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (opened != -1 && opened != stream) ::close(opened);
  }
}

}  // namespace

int main(int argc, char** argv) {
  using namespace aedile;
  using namespace aedile::tool;
  keep_standard_streams_apart();
  const WriteSignals signals;
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
    if (!std::cout || failure.file == "<stdout>") signals.end_quietly_if_nobody_reads();
    std::cerr << printable(failure.file + ": " + with_reasons(failure.text, console.language).in(console.language))
              << '\n';
    code = exit_files;
  } catch (const UsageFailure& failure) {
    std::cerr << "aedile: " << printable(failure.text.in(console.language)) << '\n'
              << console.text(texts::see_help) << '\n';
    code = exit_usage;
  } catch (const std::exception& failure) {
    std::cerr << "aedile: " << console.text(texts::defect, {failure.what()}) << '\n';
  }
  return code;
}
