#include "aedile/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "aedile/input.h"
#include "aedile/texts.h"

namespace aedile::tool {

namespace {

/// A new file beside the target, so that taking its place is one step of the file system.
std::filesystem::path create_beside(const std::filesystem::path& target) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    std::filesystem::path path = target;
    path += "." + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".tmp";
    const int descriptor = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    if (descriptor >= 0) {
      ::close(descriptor);
      return path;
    }
    if (errno != EEXIST) break;
  }
  return {};
}

}  // namespace

OutputFile::OutputFile(const std::string& path, Console& console)
    : name_(path == standard_stream ? "<stdout>" : path), console_(console) {
  errno = 0;
  if (path != standard_stream) {
    std::error_code failure;
    target_ = path;
    // The file behind a link is replaced, not the link.
    if (const auto real = std::filesystem::canonical(target_, failure); !failure) target_ = real;
    const auto status = std::filesystem::status(target_, failure);
    if (std::filesystem::is_directory(status)) {
      errno = EISDIR;
      fail();
    }
    if (!std::filesystem::exists(status) || std::filesystem::is_regular_file(status)) {
      errno = 0;
      temporary_ = create_beside(target_);
      if (temporary_.empty()) fail();
      stream_.open(temporary_, std::ios::in | std::ios::out | std::ios::binary | std::ios::trunc);
      if (!stream_) fail();
      return;
    }
  }
  stream_ = temporary_file();
}

OutputFile::~OutputFile() {
  if (temporary_.empty()) return;
  stream_.close();
  std::error_code ignored;
  std::filesystem::remove(temporary_, ignored);
}

void OutputFile::clear() {
  if (temporary_.empty()) {
    stream_ = temporary_file();
  } else {
    stream_.close();
    stream_.clear();
    stream_.open(temporary_, std::ios::in | std::ios::out | std::ios::binary | std::ios::trunc);
  }
  if (!stream_) fail();
}

void OutputFile::commit() {
  errno = 0;
  stream_.flush();
  if (!stream_) fail();
  if (!temporary_.empty()) {
    stream_.close();
    if (!stream_ || std::rename(temporary_.c_str(), target_.c_str()) != 0) fail();
    temporary_.clear();
    return;
  }
  stream_.seekg(0);
  std::ofstream special;
  if (!target_.empty()) special.open(target_, std::ios::binary);
  std::ostream& out = target_.empty() ? console_.out : special;
  if (stream_.peek() != std::istream::traits_type::eof()) out << stream_.rdbuf();
  out.flush();
  if (!out) fail();
}

void OutputFile::fail() const {
  throw FileFailure{name_, Text(texts::cannot_write, {std::strerror(errno == 0 ? EIO : errno)})};
}

}  // namespace aedile::tool
