#pragma once
/// The site ledger (实地点位台账) as a table: docs/formats/organisation.md.
///
///   std::ifstream in("sites.csv", std::ios::binary);
///   ProblemLog log;
///   std::optional<SiteTable> table = read_sites(in, "sites.csv", log);
///   if (!table) …                                             // every problem is in the log
///   organisation.sites = table->sites();
///   log.append(table->placed(validate(organisation)));        // sites.csv:17:24: error: … outside the grid
///
/// What is written reads back as the same sites. Reading is all or nothing.

#include <cstdint>
#include <istream>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "aedile/io/csv.h"
#include "aedile/organisation/site_ledger.h"

namespace aedile {

class SiteTable {
 public:
  const std::vector<Site>& sites() const { return sites_; }
  /// Problems of an organisation whose sites, from number `first` on, are these: those at "/sites/…" get the file, line
  /// and column of the cell, or of the row; the others stay as they are. Places named in sentences become lines too.
  Diagnostics placed(const Diagnostics& found, std::size_t first = 0) const;

 private:
  friend std::optional<SiteTable> read_sites(std::istream& in, std::string file, ProblemLog& log, CsvOptions options);
  struct Cell {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
  };
  Place place_of(std::size_t site, std::string_view member) const;

  std::string file_;
  std::vector<std::string> columns_;  ///< all of the header
  std::vector<Cell> cells_;           ///< one for each site and column
  std::vector<Site> sites_;
};

/// The sites of a table. Errors to the log, each at its place: those of csv_table.h, missing_site, duplicate_site,
/// bad_date, those of decimal numbers, half_coordinates, name_without_language. Nothing if there is any.
/// Memory: the sites, and 8 bytes a cell.
std::optional<SiteTable> read_sites(std::istream& in, std::string file, ProblemLog& log, CsvOptions options = {});

/// Columns in the order of the format's page: names in other languages behind "name", attributes at the end, both in
/// the order in which they first occur.
void write_sites(std::ostream& out, std::span<const Site> sites);

/// The columns `site` and `date` of any table, such as visits.csv: which site was visited when. Rows with an empty site
/// or date are visits to none, and are left out. Errors to the log: those of csv_table.h, bad_date. Nothing if there is
/// any.
std::optional<std::vector<SiteVisit>> read_site_visits(std::istream& in, std::string file, ProblemLog& log,
                                                       CsvOptions options = {});

}  // namespace aedile
