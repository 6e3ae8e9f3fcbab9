#include "io/json/read_document.h"

#include <cerrno>
#include <fstream>
#include <system_error>

#include "core/excerpt.h"
#include "io/json/messages.h"

namespace aedile::json {

bool read_header(ObjectReader& object, std::string_view format) {
  std::string found(format);
  object.required("aedile", found);
  if (const auto schema = object.take("$schema")) {  // where editors look for the schema
    std::string ignored;
    read(object.reader(), *schema, ignored);
  }
  if (found == format) return true;
  object.reader().error(*object.take("aedile"), messages::unknown_format,
                        {detail::excerpt(found), std::string(format)});
  return false;
}

Result<std::string> read_file(const std::filesystem::path& file) {
  const auto unreadable = [&](const std::error_code& reason) {
    return Result<std::string>(Place{file.string(), 0, 0, {}}, messages::unreadable_file, {reason.message()});
  };
  // A folder opens like a file, and fails only when read.
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) return unreadable(std::make_error_code(std::errc::is_a_directory));
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  if (!in) return unreadable(std::error_code(errno == 0 ? EIO : errno, std::generic_category()));
  std::string text;
  std::string block(1 << 16, '\0');
  while (in && text.size() <= max_document_bytes) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    text.append(block, 0, static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return unreadable(std::error_code(errno == 0 ? EIO : errno, std::generic_category()));
  return text;
}

}  // namespace aedile::json
