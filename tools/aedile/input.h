// Files that are read: by name, "-" for the standard input, pipes too.
#pragma once

#include <fstream>
#include <istream>
#include <string>

#include "aedile/io/visits_csv.h"

namespace aedile::tool {

inline constexpr const char* standard_stream = "-";

/// A file open for reading that can be read twice: what is no regular file (the standard input, a pipe) is copied to a
/// temporary file first. Throws FileFailure.
class InputFile {
 public:
  explicit InputFile(const std::string& path);
  CsvInput csv() { return {stream_, name_}; }
  std::istream& stream() { return stream_; }
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  std::ifstream stream_;
};

/// The whole text of a file. Throws FileFailure.
std::string read_text(const std::string& path);

/// The name a file has in messages.
std::string shown_name(const std::string& path);

/// An empty temporary file without a name left: it disappears when closed. Throws FileFailure.
std::fstream temporary_file();

/// A temporary file cannot be written, for the reason that errno tells. Throws FileFailure.
[[noreturn]] void cannot_spool();

}  // namespace aedile::tool
