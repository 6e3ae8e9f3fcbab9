// Any bytes as a file of columns, as they are and with the hash of the header put right: what is accepted is canonical
// and lies within the file.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "io/column_file_twin.h"
#include "io/column_layout.h"

using namespace aedile;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void parse(const std::string& bytes) {
  const Result<detail::ColumnLayout> layout = detail::parse_header(bytes, "fuzz");
  if (!layout) return;
  require(detail::header_of(*layout) == bytes.substr(0, layout->header_bytes()));
  std::uint64_t at = layout->header_bytes();
  for (std::size_t i = 0; i < layout->columns.size(); ++i) {
    require(layout->offsets[i] == at && at % 64 == 0);
    require(layout->column_bytes(i) <= layout->end_of(i) - at);
    at = layout->end_of(i);
  }
  require(at == bytes.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  parse(bytes);
  if (size < 64) return 0;
  std::uint64_t header = 0;
  for (std::size_t i = 0; i < 8; ++i) header |= std::uint64_t{data[24 + i]} << (8 * i);
  if (header >= 64 && header <= size) parse(test::hashed(bytes, header));
  return 0;
}
