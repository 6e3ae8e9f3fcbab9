#include "aedile/same_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <optional>

#include "aedile/input.h"

namespace aedile::tool {

namespace {

using Status = struct ::stat;

std::optional<Status> status_of(int descriptor) {
  Status status{};
  if (::fstat(descriptor, &status) != 0) return std::nullopt;
  return status;
}

std::optional<Status> status_of(const std::string& path) {
  Status status{};
  if (path.empty() || ::stat(path.c_str(), &status) != 0) return std::nullopt;
  return status;
}

bool same(const std::optional<Status>& a, const std::optional<Status>& b) {
  return a && b && a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/// Two readers or writers would share it: not so /dev/null, of which everybody has one.
bool is_shared(const Status& status, int descriptor) { return !S_ISCHR(status.st_mode) || ::isatty(descriptor) == 1; }

}  // namespace

std::string input_overwritten_by(const std::string& output, const std::vector<std::string>& inputs) {
  const std::optional<Status> written = status_of(output);
  if (!written || !S_ISREG(written->st_mode)) return {};
  const auto found = std::find_if(inputs.begin(), inputs.end(), [&](const std::string& input) {
    return same(written, input == standard_stream ? status_of(STDIN_FILENO) : status_of(input));
  });
  return found == inputs.end() ? std::string() : shown_name(*found);
}

bool is_standard_input(const std::string& path) {
  if (path == standard_stream || path == "/dev/stdin") return true;
  const std::optional<Status> input = status_of(STDIN_FILENO);
  // A regular file can be opened by its name and read a second time.
  return input && !S_ISREG(input->st_mode) && is_shared(*input, STDIN_FILENO) && same(input, status_of(path));
}

bool is_standard_output(const std::string& path) {
  if (path == standard_stream) return true;
  const std::optional<Status> output = status_of(STDOUT_FILENO);
  return output && is_shared(*output, STDOUT_FILENO) && same(output, status_of(path));
}

}  // namespace aedile::tool
