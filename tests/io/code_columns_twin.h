// Columns of codes as the library reads them, and as CsvTable does, cell by cell.
#pragma once

#include <algorithm>
#include <charconv>
#include <sstream>
#include <string>
#include <vector>

#include "aedile/io/code_columns_csv.h"
#include "aedile/io/csv_table.h"

namespace aedile::test {

inline std::vector<CodeColumn> wanted() {
  return {{.name = "visit"},
          {.name = "item", .width = 2, .words = {"1.1", "1.2", "街面", ""}},
          {.name = "count", .width = 1, .most = 200}};
}

inline std::vector<std::uint32_t> codes(const CodeColumns& columns, std::size_t c) {
  std::vector<std::uint32_t> found;
  for (std::size_t row = 0; row < columns.rows(); ++row) found.push_back(columns.column(c)[row]);
  return found;
}

inline std::vector<std::string> lines_of(const ProblemLog& log) {
  std::istringstream in(log.shown().to_string());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

struct Outcome {
  std::vector<std::vector<std::uint32_t>> columns;  // none: refused
  std::vector<std::string> problems;
  bool consistent = true;  // columns or problems, not both
  friend bool operator==(const Outcome&, const Outcome&) = default;
};
inline Outcome read(std::string_view text, std::size_t number = 1, std::size_t bytes_per_task = 1 << 20) {
  ProblemLog log;
  const auto columns = read_code_columns(text, "t.csv", wanted(), log, threads(number), {bytes_per_task});
  Outcome outcome;
  for (std::size_t c = 0; columns && c < wanted().size(); ++c) outcome.columns.push_back(codes(*columns, c));
  outcome.problems = lines_of(log);
  outcome.consistent = columns.has_value() != log.has_errors();
  return outcome;
}

/// The same by CsvTable, cell by cell.
inline Outcome plainly(std::string_view text) {
  std::istringstream in{std::string(text)};
  ProblemLog log;
  CsvTable table(in, "t.csv", log, {{"visit", true}, {"item", true}, {"count", true}});
  Outcome outcome{std::vector<std::vector<std::uint32_t>>(3), {}};
  std::vector<Place> wrong;
  while (table.next()) {
    const auto number = [&](std::size_t c, std::uint32_t most) {
      std::uint32_t value = 0;
      const std::string_view cell = table.cell(c);
      const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
      const bool right = !cell.empty() && failure == std::errc() && end == cell.data() + cell.size() && value <= most;
      if (!right) wrong.push_back(table.place(c));
      return value;
    };
    const auto words = wanted()[1].words;
    const auto word = std::find(words.begin(), words.end(), table.cell(1));
    outcome.columns[0].push_back(number(0, 0xFFFFFFFFu));
    if (word == words.end()) wrong.push_back(table.place(1));
    outcome.columns[1].push_back(static_cast<std::uint32_t>(word - words.begin()));
    outcome.columns[2].push_back(number(2, 200));
  }
  if (log.has_errors() || !wrong.empty()) outcome.columns.clear();
  outcome.problems = lines_of(log);
  return outcome;
}

}  // namespace aedile::test
