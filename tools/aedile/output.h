// Files that are written: all of it or nothing.
#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <ostream>
#include <string>

#include "aedile/console.h"

namespace aedile::tool {

/// Text on its way to a file, or for "-" to the standard output. It is written beside the target under another name and
/// takes its place on `commit`, with the permissions of the file that was there; through a link, the file behind it is
/// written. For the standard output, and for what is no regular file, it is held back until then. Without `commit`
/// nothing has happened. Throws FileFailure.
class OutputFile {
 public:
  OutputFile(const std::string& path, Console& console);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  std::ostream& stream() { return stream_; }
  /// To be called after writing: here a full disk is noticed early, and the system's reason is still known.
  void require_written() const {
    if (!stream_) fail_while_writing();
  }
  void commit();
  /// Forgets what was written, to begin again.
  void clear();

 private:
  [[noreturn]] void fail() const;
  /// Names what was being written: the target's own temporary file stands for it, but not one in another folder.
  [[noreturn]] void fail_while_writing() const;

  std::string name_;
  Console& console_;
  std::filesystem::path target_;
  std::filesystem::path temporary_;                    // empty: held back in an unnamed file
  std::optional<std::filesystem::perms> permissions_;  // of the file that is replaced
  std::fstream stream_;
};

}  // namespace aedile::tool
