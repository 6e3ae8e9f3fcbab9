#include "io/mapped_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <boost/interprocess/file_mapping.hpp>
#include <cerrno>
#include <string>

namespace aedile::detail {

namespace {

namespace interprocess = boost::interprocess;

constexpr int attempts = 100;

int error_of(const std::error_code& code) { return code.value() != 0 ? code.value() : EIO; }

/// All of the file; the error, 0 for none.
int map(const std::filesystem::path& path, interprocess::mode_t mode, interprocess::mapped_region& region) {
  try {
    interprocess::mapped_region whole(interprocess::file_mapping(path.c_str(), mode), mode);
    region.swap(whole);
    return 0;
  } catch (const interprocess::interprocess_exception& failure) {
    return failure.get_native_error() != 0 ? failure.get_native_error() : EIO;
  }
}

int sync_folder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  // Some file systems do not sync folders, and say so.
  const int error = ::fsync(descriptor) != 0 && errno != EINVAL ? errno : 0;
  ::close(descriptor);
  return error;
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

/// Before it is tried: some file systems hand out all they have before they find that it is not enough.
int look_for_room(const std::filesystem::path& folder, std::uint64_t bytes) {
  std::error_code unknown;
  const std::filesystem::space_info space = std::filesystem::space(folder, unknown);
  return !unknown && space.available < bytes ? ENOSPC : 0;
}

int take_room(int descriptor, std::uint64_t bytes) {
  int error = EINTR;
  for (int i = 0; i < attempts && error == EINTR; ++i) {
    error = ::posix_fallocate(descriptor, 0, static_cast<off_t>(bytes));
  }
  return error;
}

}  // namespace

int MappedFile::open(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) return error ? error_of(error) : ENOENT;
  if (std::filesystem::is_directory(status)) return EISDIR;
  if (!std::filesystem::is_regular_file(status)) return ENODEV;  // opening a pipe would wait for its other end
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) return error_of(error);
  if (size == 0) return 0;  // nothing to map
  return map(path, interprocess::read_only, region_);
}

NewFile::~NewFile() {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  if (descriptor_ >= 0) ::close(descriptor_);
}

int NewFile::create(const std::filesystem::path& path, std::uint64_t bytes) {
  std::error_code absent;
  path_ = path;
  // Through links, also to what is not there yet: the new file takes the place of what they lead to.
  for (int i = 0; std::filesystem::is_symlink(path_, absent); ++i) {
    if (i == attempts) return ELOOP;
    path_ = folder_of(path_) / std::filesystem::read_symlink(path_, absent);
  }
  if (std::filesystem::is_directory(path_, absent)) return EISDIR;
  if (const int error = look_for_room(folder_of(path_), bytes); error != 0) return error;
  for (int i = 0; i < attempts && descriptor_ < 0; ++i) {
    std::filesystem::path name = path_;
    name += ".new-" + std::to_string(i);
    descriptor_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ >= 0) {
      temporary_ = std::move(name);
    } else if (errno != EEXIST) {
      return errno;
    }
  }
  if (descriptor_ < 0) return EEXIST;
  if (const int error = take_room(descriptor_, bytes); error != 0) return error;
  return map(temporary_, interprocess::read_write, region_);
}

int NewFile::commit() {
  if (!region_.flush(0, 0, false)) return errno;
  interprocess::mapped_region none;
  region_.swap(none);
  if (::fsync(descriptor_) != 0) return errno;
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) return errno;
  temporary_.clear();
  return sync_folder(folder_of(path_));
}

}  // namespace aedile::detail
