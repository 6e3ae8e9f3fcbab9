// aedile on the workload W1csv of the shared benchmarks: a table of findings as CSV, page cache warm, into six typed
// columns. Prints a line of JSON a number of threads; what is read must be the columns that the table was written from.
//
//   aedile_w1csv DATA OUT w1_10m s W1csv

#include "aedile/io/code_columns_csv.h"
#include "peers/peer.h"

namespace {

using namespace aedile;

using peers::Array, peers::emit, peers::fail, peers::load, peers::now;

template <class T>
std::uint64_t require_same(const Column& column, const std::string& path) {
  const Array<T> expected = load<T>(path);
  if (column.size() != expected.size()) fail(path + ": another number of rows");
  std::uint64_t sum = 0;
  for (std::size_t row = 0; row < expected.size(); ++row) {
    if (column[row] != expected[row]) fail(path + ": row " + std::to_string(row) + " differs");
    sum += expected[row];
  }
  return sum;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 6) fail("usage: aedile_w1csv DATA OUT FOLDER s|r TAG");
  const std::string folder = std::string(arguments[1]) + "/" + arguments[3] + "/", order = arguments[4];
  const std::string file = folder + (order == "s" ? "findings_sorted.csv" : "findings_random.csv");
  std::ifstream in(file);
  std::string header;
  if (!std::getline(in, header)) fail("cannot read " + file);
  std::vector<CodeColumn> wanted;  // by the names that the table gives them, which are in the order of the workload
  const int widths[] = {4, 4, 2, 1, 1, 2};
  for (std::size_t begin = 0, c = 0; c < 6; ++c) {
    const std::size_t end = std::min(header.find(',', begin), header.size());
    wanted.push_back({.name = header.substr(begin, end - begin), .width = widths[c]});
    begin = end + 1;
  }
  for (const std::size_t number : {std::size_t{1}, std::size_t{2}}) {
    std::vector<double> seconds;
    std::optional<CodeColumns> read;
    for (int run = 0; run < 4; ++run) {  // the first warms up
      read.reset();
      ProblemLog log;
      const double began = now();
      read = read_code_columns_file(file, wanted, log, number == 1 ? sequential() : threads(number));
      if (run != 0) seconds.push_back(now() - began);
      if (!read) fail(log.shown().to_string());
    }
    const std::string prefix = folder + order + "_";
    const std::uint64_t sum = require_same<std::uint32_t>(read->column(0), prefix + "visit.u32") +
                              require_same<std::uint32_t>(read->column(1), prefix + "site.u32") +
                              require_same<std::uint16_t>(read->column(2), prefix + "item.u16") +
                              require_same<std::uint8_t>(read->column(3), prefix + "sev.u8") +
                              require_same<std::uint8_t>(read->column(4), prefix + "cnt.u8") +
                              require_same<std::uint16_t>(read->column(5), prefix + "period.u16");
    emit("aedile-" + std::to_string(number) + "T", arguments[5], seconds,
         "rows " + std::to_string(read->rows()) + " checksum " + std::to_string(sum));
  }
}
