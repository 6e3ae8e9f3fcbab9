#include "aedile/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "aedile/input.h"
#include "aedile/texts.h"

namespace aedile::tool {

namespace {

/// The file behind symbolic links, which need not exist yet; empty, with errno set, if they lead in a circle.
std::filesystem::path behind_links(std::filesystem::path path) {
  constexpr int most_links = 40;  // as Linux
  std::error_code failure;
  for (int links = 0; std::filesystem::is_symlink(path, failure); ++links) {
    if (links == most_links) {
      errno = ELOOP;
      return {};
    }
    // An absolute link replaces the folder.
    path = path.parent_path() / std::filesystem::read_symlink(path, failure);
  }
  return path;
}

/// A new file beside the target, so that taking its place is one step of the file system.
std::filesystem::path create_beside(const std::filesystem::path& target, ::mode_t mode) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    std::filesystem::path path = target;
    path += "." + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".tmp";
    const int descriptor = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode);
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
    target_ = behind_links(path);
    if (target_.empty()) fail();
    const auto status = std::filesystem::status(target_, failure);
    if (std::filesystem::is_directory(status)) {
      errno = EISDIR;
      fail();
    }
    if (!std::filesystem::exists(status) || std::filesystem::is_regular_file(status)) {
      errno = 0;
      if (std::filesystem::exists(status)) permissions_ = status.permissions();
      // What is secret stays so while it is written.
      temporary_ = create_beside(target_, permissions_ ? 0600 : 0666);
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
  require_written();
}

void OutputFile::commit() {
  require_written();
  errno = 0;
  stream_.flush();
  require_written();
  if (!temporary_.empty()) {
    stream_.close();
    if (permissions_ && ::chmod(temporary_.c_str(), static_cast<::mode_t>(*permissions_)) != 0) fail();
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

void OutputFile::fail_while_writing() const {
  if (temporary_.empty()) cannot_spool();
  fail();
}

void OutputFile::fail() const {
  throw FileFailure{name_, Text(texts::cannot_write, {std::strerror(errno == 0 ? EIO : errno)})};
}

}  // namespace aedile::tool
