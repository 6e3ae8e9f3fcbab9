// Any bytes as a table: the reader must agree with its plain twin, and what it read must survive writing and reading.
// The same bytes, cut in two at the first "\n---\n", are read as visits and findings.
#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "aedile/io/visits_csv.h"
#include "io/csv_twin.h"

using namespace aedile;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void compare_with_twin(const std::string& text, std::size_t buffer_bytes) {
  std::istringstream in(text);
  const test::CsvFile file = test::read_all(in, {.buffer_bytes = buffer_bytes});
  require(file == test::CsvTwin(text).read());

  std::ostringstream out;
  CsvWriter writer(out);
  for (const test::CsvRecord& record : file.records) {
    for (const test::CsvField& field : record.fields) writer.field(field.text);
    writer.end_record();
  }
  std::istringstream again(out.str());
  const test::CsvFile copy = test::read_all(again, {.buffer_bytes = buffer_bytes});
  require(copy.records.size() == file.records.size());
  for (std::size_t i = 0; i < file.records.size(); ++i) {
    require(copy.records[i].fields.size() == file.records[i].fields.size());
    for (std::size_t f = 0; f < file.records[i].fields.size(); ++f) {
      require(copy.records[i].fields[f].text == file.records[i].fields[f].text);
    }
  }
}

void read_as_visits(const std::string& text, std::size_t buffer_bytes) {
  const std::size_t cut = text.find("\n---\n");
  std::istringstream visits(text.substr(0, cut));
  std::istringstream findings(cut == std::string::npos ? "visit,item\n" : text.substr(cut + 5));
  ProblemLog log(100);
  VisitsCsv reader({visits, "v.csv"}, {findings, "f.csv"}, log, {.csv = {.buffer_bytes = buffer_bytes}});
  VisitRow row;
  std::uint64_t yielded = 0;
  bool all_clean = true;
  while (reader.next(row)) {
    ++yielded;
    all_clean = all_clean && row.clean();
  }
  require(!reader.ok() || yielded == reader.visit_count());
  require(reader.ok() || log.has_errors());
  // A visit with an error of its own always shows it.
  if (reader.ok() && log.has_errors() && log.shown().size() < 100) {
    require(!all_clean || reader.orphan_count() != 0);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t buffer_bytes = std::size_t{1} + data[0] % 32;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  compare_with_twin(text, buffer_bytes);
  read_as_visits(text, buffer_bytes);
  return 0;
}
