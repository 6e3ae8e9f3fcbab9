// Any bytes behind a header, as columns of codes: what CsvTable makes of them, or problems; the same in pieces of any
// size.
#include <cstdint>
#include <cstdlib>

#include "io/code_columns_twin.h"

using namespace aedile;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = "visit,item,count\n" + std::string(reinterpret_cast<const char*>(data), size);
  const test::Outcome outcome = test::read(text);
  const test::Outcome expected = test::plainly(text);
  require(outcome.consistent && outcome.columns == expected.columns);
  for (const std::string& problem : expected.problems)
    require(std::find(outcome.problems.begin(), outcome.problems.end(), problem) != outcome.problems.end());
  require(test::read(text, 1, 1 + size % 13) == outcome);
  return 0;
}
