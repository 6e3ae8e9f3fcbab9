#pragma once
/// Scores as a table, one row a visit, and the agreement of two such tables.
///
///   visit,site,site_class,date,mode,edition,status,score,possible,grade,completion,mark:1.2
///   V-0007,河畔公园,park,2026-03-09,covert,2026,scored,84.5,100,B,1,4.5
///
/// Numbers are exact. `status` is scored, not_applicable, not_observed, or error for a visit whose data are in error;
/// only a scored visit has a score. Columns "mark:<code>" hold the marks of single nodes.

#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "aedile/io/csv_table.h"
#include "aedile/io/visit_scorer.h"

namespace aedile {

/// One row of the table; what is missing is an empty cell.
struct ScoreRow {
  std::string visit;  ///< its id
  std::string site;
  std::string site_class;
  std::optional<Date> date;
  std::string mode;
  std::string edition;                       ///< the one it was scored by
  std::string status;                        ///< scored, not_applicable, not_observed or error
  std::optional<Points> score;               ///< the mark of the total
  std::optional<Points> possible;            ///< what it could have been
  std::string grade;                         ///< its code
  std::optional<Factor> completion;          ///< 0–1
  std::vector<std::optional<Points>> marks;  ///< of the nodes asked for
  Place place;                               ///< when read
  friend bool operator==(const ScoreRow&, const ScoreRow&) = default;
};

/// What the table says of a scored visit; `nodes` are codes, a code unknown to its edition has no mark.
ScoreRow score_row(const VisitRecord& visit, const ScoredVisit& scored, std::span<const std::string> nodes = {});

/// Writes such a table.
class ScoresCsvWriter {
 public:
  /// Writes the header. The stream must outlive the writer.
  ScoresCsvWriter(std::ostream& out, const std::vector<std::string>& nodes = {});
  /// Throws ContractError unless the row has one mark, or none, for each node.
  void write(const ScoreRow& row);

 private:
  CsvWriter csv_;
  std::size_t nodes_;
};

/// Reads such a table, or an official one with fewer columns.
class ScoresCsvReader {
 public:
  /// Only the column "visit" is required. Stream and log must outlive the reader. Errors to the log: those of
  /// csv_table.h, missing_visit_id, bad_date, and those of Decimal::parse.
  ScoresCsvReader(CsvInput input, ProblemLog& log, CsvOptions options = {});
  bool ok() const { return table_.ok(); }  ///< the header is usable, and no problem ended the reading
  /// Whether the file has that column.
  bool has_score() const;
  bool has_grade() const;
  /// Codes of the columns "mark:<code>", in file order.
  const std::vector<std::string>& nodes() const { return nodes_; }
  /// The next row; cells in error are reported and left empty.
  bool next(ScoreRow& row);

 private:
  template <class Number>
  std::optional<Number> number(std::string_view text, const Place& place);
  CsvTable table_;
  ProblemLog* log_;
  std::vector<std::string> nodes_;
  std::vector<std::size_t> node_columns_;  // among the extra ones
};

/// Official scores, and how many of them are reproduced.
///
///   Agreement agreement({file, "official.csv"}, log);       // columns visit and score, or grade, or both
///   agreement.compare(score_row(row.record, scored));       // for every visit
///   agreement.agreeing();  agreement.official();            // "133055 of 133056 agree"
///
/// An official score that is empty is not compared, nor is such a grade. A row with neither is an official result only
/// if its column "status" says why the visit has no score: not_applicable, not_observed or error; then the visit must
/// have that status. So a table that was written by ScoresCsvWriter agrees with itself, row by row. Scores agree if
/// they are the same number, digits after the point alike or not (84.50 is 84.5).
class Agreement {
 public:
  /// Reads the table. Errors to the log besides those of ScoresCsvReader: duplicate_visit, nothing_to_compare (neither
  /// a column "score" nor "grade").
  Agreement(CsvInput official, ProblemLog& log, CsvOptions options = {});
  ~Agreement();
  Agreement(Agreement&&) noexcept;
  Agreement& operator=(Agreement&&) noexcept;

  bool ok() const;  ///< the table could be read to its end and has something to compare
  /// How a visit differs.
  struct Difference {
    std::optional<Points> official_score;
    std::string official_grade;
    std::string official_status;  ///< only where neither score nor grade is official
    std::optional<Points> score;
    std::string grade;
    std::string status;  ///< as in the table
    Place place;         ///< of the official row
  };
  /// Counts the visit as compared. Nothing where it agrees, or where nothing official is known of it.
  std::optional<Difference> compare(const ScoreRow& row);
  std::uint64_t official() const;  ///< official results
  std::uint64_t agreeing() const;  ///< of those compared
  std::uint64_t differing() const;
  /// Official results of visits that were never compared, and the first of these (at most `limit`).
  std::uint64_t missing() const;
  std::vector<std::pair<std::string, Place>> first_missing(std::size_t limit) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aedile
