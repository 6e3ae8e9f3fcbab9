#include "aedile/input.h"

#include <unistd.h>
#include <cstdlib>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <vector>

#include "aedile/console.h"
#include "aedile/texts.h"

namespace aedile::tool {

namespace {

[[noreturn]] void cannot_read(const std::string& name) {
  throw FileFailure{name, Text(texts::cannot_read, {std::strerror(errno == 0 ? EIO : errno)})};
}

std::filesystem::path temporary_folder() {
  std::error_code failure;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(failure);
  return failure ? std::filesystem::path("/tmp") : folder;
}

/// A new empty file in the folder for temporary files.
std::string temporary_path() {
  std::string path = (temporary_folder() / "aedile.XXXXXX").string();
  const int descriptor = ::mkstemp(path.data());
  if (descriptor < 0) cannot_spool();
  ::close(descriptor);
  return path;
}

/// Block by block: unlike the stream buffers themselves, `read` turns a broken disk into a state, not an exception.
template <class Take>
void read_blocks(std::istream& from, const Take& take) {
  std::vector<char> block(1 << 16);
  do {
    from.read(block.data(), static_cast<std::streamsize>(block.size()));
    take(std::string_view(block.data(), static_cast<std::size_t>(from.gcount())));
  } while (from);
}

}  // namespace

std::string shown_name(const std::string& path) { return path == standard_stream ? "<stdin>" : path; }

void cannot_spool() {
  throw FileFailure{(temporary_folder() / "aedile.*").string(),
                    Text(texts::cannot_write, {std::strerror(errno == 0 ? EIO : errno)})};
}

std::fstream temporary_file() {
  const std::string path = temporary_path();
  std::fstream stream(path, std::ios::in | std::ios::out | std::ios::binary | std::ios::trunc);
  const bool open = stream.is_open();
  ::unlink(path.c_str());
  if (!open) cannot_spool();
  return stream;
}

InputFile::InputFile(const std::string& path) : name_(shown_name(path)) {
  errno = 0;
  std::error_code failure;
  if (path != standard_stream && std::filesystem::is_directory(path, failure)) {
    errno = EISDIR;
    cannot_read(name_);
  }
  if (path != standard_stream && std::filesystem::is_regular_file(path, failure)) {
    stream_.open(path, std::ios::binary);
    if (!stream_) cannot_read(name_);
    return;
  }
  std::ifstream pipe;
  if (path != standard_stream) {
    errno = 0;
    pipe.open(path, std::ios::binary);
    if (!pipe) cannot_read(name_);
  }
  const std::string copied = temporary_path();
  std::ofstream spool(copied, std::ios::binary);
  stream_.open(copied, std::ios::binary);
  ::unlink(copied.c_str());
  if (!spool || !stream_) cannot_spool();
  std::istream& from = path == standard_stream ? std::cin : pipe;
  read_blocks(from, [&](std::string_view text) {
    if (!(spool << text)) cannot_spool();  // at once, while the system's reason is known
  });
  if (from.bad()) cannot_read(name_);
  spool.close();
  if (!spool) cannot_spool();
}

std::string read_text(const std::string& path) {
  InputFile file(path);
  std::string text;
  errno = 0;
  read_blocks(file.stream(), [&](std::string_view block) { text += block; });
  if (file.stream().bad()) cannot_read(file.name());
  return text;
}

}  // namespace aedile::tool
