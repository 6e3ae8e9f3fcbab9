#include "aedile/io/csv.h"

#include <algorithm>

#include "aedile/core/exceptions.h"

namespace aedile {

namespace {

/// A leading byte order mark would be skipped by a reader if the field opens the file.
bool needs_quotes(std::string_view text) {
  return text.find_first_of(",\"\r\n") != std::string_view::npos || text.substr(0, 3) == "\xEF\xBB\xBF";
}

}  // namespace

CsvWriter& CsvWriter::field(std::string_view text) {
  std::ostream& out = *out_;
  if (fields_ != 0) out << ',';
  only_empty_ = fields_ == 0 && text.empty();
  ++fields_;
  if (!needs_quotes(text)) {
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    return *this;
  }
  out << '"';
  while (!text.empty()) {
    const std::size_t count = std::min(text.find('"'), text.size() - 1) + 1;
    out.write(text.data(), static_cast<std::streamsize>(count));
    if (text[count - 1] == '"') out << '"';
    text.remove_prefix(count);
  }
  out << '"';
  return *this;
}

void CsvWriter::end_record() {
  if (fields_ == 0) throw ContractError("CsvWriter: a record without a field");
  // An empty line would be no record at all.
  if (only_empty_) *out_ << "\"\"";
  *out_ << '\n';
  fields_ = 0;
  only_empty_ = false;
}

void CsvWriter::record(std::span<const std::string> fields) {
  for (const std::string& text : fields) field(text);
  end_record();
}

}  // namespace aedile
