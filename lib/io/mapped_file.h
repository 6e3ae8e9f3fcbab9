// Files that are mapped: one that is read, and one that takes its name only when it is whole.
#pragma once

#include <boost/interprocess/mapped_region.hpp>
#include <filesystem>
#include <string_view>

namespace aedile::detail {

/// A plain file, mapped for reading. Whoever has it must see that nobody shortens it.
class MappedFile {
 public:
  /// Returns the system's error, 0 for none.
  int open(const std::filesystem::path& path);
  /// Empty for an empty file.
  std::string_view bytes() const { return {static_cast<const char*>(region_.get_address()), region_.get_size()}; }

 private:
  boost::interprocess::mapped_region region_;
};

/// A file of zeros beside the place that it will take, mapped for writing. Without `commit` it goes away again.
class NewFile {
 public:
  NewFile() = default;
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();

  /// Takes the room for so many bytes (> 0) on the disk, so that writing to memory cannot fail later for want of it.
  /// Returns the system's error, 0 for none; once.
  int create(const std::filesystem::path& path, std::uint64_t bytes);
  char* data() { return static_cast<char*>(region_.get_address()); }
  /// Unmaps the file, sees it on the disk, and gives it its name. Returns the system's error, 0 for none: then what
  /// had the name still has it, unless all that failed was to see the folder on the disk.
  int commit();

 private:
  std::filesystem::path path_;
  std::filesystem::path temporary_;  // empty: there is none
  int descriptor_ = -1;
  boost::interprocess::mapped_region region_;
};

}  // namespace aedile::detail
