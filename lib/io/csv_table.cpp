#include "aedile/io/csv_table.h"

#include <algorithm>
#include <utility>

#include "core/excerpt.h"
#include "io/messages_csv.h"
#include "io/nearest.h"

namespace aedile {

namespace {

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

CsvTable::CsvTable(std::istream& in, std::string file, ProblemLog& log, const std::vector<CsvColumn>& columns,
                   const std::vector<std::string>& usual_extras, CsvOptions options)
    : reader_(in, std::move(file), log, options), report_(options.report) {
  const std::uint64_t errors_before = log.error_count();
  if (!reader_.next()) {
    if (!reader_.failed() && report_) log.error({reader_.file(), 1, 1, {}}, messages::csv_empty);
    where_.assign(columns.size(), absent);
    return;
  }
  const bool separated = read_names(columns);
  find_columns(columns);
  if (report_ && separated) report_columns(columns, usual_extras);
  ok_ = !reader_.damaged() && log.error_count() == errors_before;
}

/// False if the columns seem to be separated by something else than commas, so that no name means anything.
bool CsvTable::read_names(const std::vector<CsvColumn>& columns) {
  ProblemLog& log = reader_.log();
  for (std::size_t i = 0; i < reader_.size(); ++i) {
    const std::string_view name = reader_.field(i);
    if (report_ && name.empty()) {
      log.error(reader_.place(i), messages::csv_unnamed_column, {std::to_string(i + 1)});
    }
    if (report_ && !name.empty() && std::find(names_.begin(), names_.end(), name) != names_.end()) {
      log.error(reader_.place(i), messages::csv_duplicate_column, {detail::excerpt(name)});
    }
    names_.emplace_back(name);
  }
  if (!report_ || names_.size() != 1 || columns.size() < 2) return true;
  for (const auto& [sign, shown] : {std::pair{';', "\";\""}, std::pair{'\t', "TAB"}}) {
    if (names_.front().find(sign) != std::string::npos) {
      log.error(reader_.place(0), messages::csv_separator, {shown});
      return false;
    }
  }
  return true;
}

void CsvTable::find_columns(const std::vector<CsvColumn>& columns) {
  for (const CsvColumn& column : columns) {
    const auto found = std::find(names_.begin(), names_.end(), column.name);
    where_.push_back(found == names_.end() ? absent : static_cast<std::size_t>(found - names_.begin()));
  }
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (std::find(where_.begin(), where_.end(), i) == where_.end()) extra_.push_back(i);
  }
}

/// Which columns are missing, and which of the extra ones were probably meant.
void CsvTable::report_columns(const std::vector<CsvColumn>& columns, const std::vector<std::string>& usual_extras) {
  ProblemLog& log = reader_.log();
  std::vector<std::string> unknown;
  for (const std::size_t i : extra_) {
    if (!contains(usual_extras, names_[i])) unknown.push_back(names_[i]);
  }
  std::vector<std::string> missing;
  for (const CsvColumn& column : columns) {
    if (contains(names_, column.name)) continue;
    missing.push_back(column.name);
    if (!column.required) continue;
    if (const std::string* similar = detail::nearest(column.name, unknown)) {
      log.error(reader_.place(), messages::csv_misspelt_column, {column.name, detail::excerpt(*similar)});
      unknown.erase(unknown.begin() + (similar - unknown.data()));
    } else {
      log.error(reader_.place(), messages::csv_missing_column, {column.name});
    }
  }
  for (const std::string& name : usual_extras) {
    if (!contains(names_, name)) missing.push_back(name);
  }
  for (const std::size_t i : extra_) {
    if (!contains(unknown, names_[i])) continue;
    if (const std::string* similar = detail::nearest(names_[i], missing)) {
      log.error(reader_.place(i), messages::csv_similar_column, {detail::excerpt(names_[i]), *similar});
    }
  }
}

bool CsvTable::next() {
  if (!ok_) return false;
  while (reader_.next()) {
    bool blank = true;
    for (std::size_t i = 0; i < reader_.size() && blank; ++i) blank = reader_.field(i).empty();
    if (blank) continue;
    ragged_ = reader_.size() != names_.size();
    if (ragged_ && report_) {
      reader_.log().error(reader_.place(), messages::csv_ragged_row,
                          {std::to_string(reader_.size()), std::to_string(names_.size())});
    }
    return true;
  }
  return false;
}

}  // namespace aedile
