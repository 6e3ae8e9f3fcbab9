// Scores tables of any size: CSV into columns of codes, columns into marks. Prints what `aedile score` would.
//
//   score_columns examples/columns

#include <iostream>

#include "aedile/io/code_columns_csv.h"
#include "aedile/io/framework_json.h"
#include "aedile/scoring/bulk.h"

int main(int count, char** arguments) {
  if (count < 2) return std::cerr << "usage: score_columns FOLDER\n", 2;
  const std::string folder = arguments[1];
  const auto loaded = aedile::load_framework(folder + "/scheme.json");
  if (!loaded) return std::cerr << loaded.diagnostics(), 1;
  const aedile::CompiledFramework scheme = aedile::compile(*loaded).value();

  // What the codes in the columns stand for: items, classes of site, severities, by their position.
  aedile::BulkLayout layout;
  std::vector<std::string> items, classes;
  for (std::size_t n = 0; n < scheme.size(); ++n) {
    if (!scheme.is_item(aedile::NodeId{n})) continue;
    layout.items.push_back(aedile::NodeId{n});
    items.emplace_back(scheme.code(aedile::NodeId{n}));
  }
  for (const aedile::Profile& profile : scheme.source().profiles) {
    layout.profiles.push_back(*scheme.profile(profile.site_class));
    classes.push_back(profile.site_class);
  }
  layout.attributes = {{"severity", {"", "minor", "serious", "grave"}}};

  // The tables, checked while they are read, on two threads.
  aedile::ProblemLog log;
  const std::vector<aedile::CodeColumn> of_visits{{.name = "site_class", .width = 1, .words = classes}};
  const std::vector<aedile::CodeColumn> of_findings{
      {.name = "visit"},
      {.name = "item", .width = 2, .words = items},
      {.name = "severity", .width = 1, .words = layout.attributes[0].values},
      {.name = "count", .width = 2}};
  const auto visits = aedile::read_code_columns_file(folder + "/visits.csv", of_visits, log);
  const auto rows = aedile::read_code_columns_file(folder + "/findings.csv", of_findings, log, aedile::threads(2));
  if (!visits || !rows) return std::cerr << log.shown(), 1;

  const auto bulk = aedile::BulkScorer::create(scheme, layout);
  if (!bulk) return std::cerr << bulk.diagnostics(), 1;
  std::vector<aedile::Points> marks(visits->rows());
  std::vector<std::uint8_t> grades(visits->rows());
  const aedile::BulkReport report = bulk->score(
      {.count = visits->rows(), .profile = visits->column(0)},
      {.visit = rows->column(0), .item = rows->column(1), .count = rows->column(3), .attributes = {rows->column(2)}},
      {.marks = marks, .grades = grades}, aedile::threads(2));

  for (const aedile::RejectedRow& row : report.rejected)
    std::cerr << "row " << row.row << ": " << to_string(row.fault) << '\n';
  const auto grades_of_total = scheme.grades(scheme.root());
  for (std::size_t visit = 0; visit < marks.size(); ++visit)
    std::cout << visit << ' ' << marks[visit] << ' ' << grades_of_total[grades[visit]].code << '\n';
  return report.rejected_rows() == 0 ? 0 : 1;
}
