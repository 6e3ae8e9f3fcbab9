#include "io/problem_cells.h"

#include <algorithm>
#include <utility>

#include "framework/messages_compile.h"
#include "io/messages_csv.h"

namespace aedile::detail {

namespace {

bool is(const Diagnostic& problem, const Message& message) { return problem.code() == message.code; }

/// Of the attribute that the problem names first.
CsvCell attribute_cell(const Diagnostic& problem, const AttributeTexts& attributes, const std::vector<CsvCell>& cells) {
  const auto named = std::find_if(attributes.begin(), attributes.end(), [&](const auto& attribute) {
    return attribute.first == problem.text.arguments().front();
  });
  const auto index = static_cast<std::size_t>(named - attributes.begin());
  return index < cells.size() ? cells[index] : CsvCell();
}

CsvCell cell_of(const Diagnostic& problem, const VisitRow& row) {
  if (is(problem, messages::unknown_site_class)) return row.cells.site_class;
  if (is(problem, messages::wrong_edition) || is(problem, messages::unknown_edition)) return row.cells.edition;
  if (is(problem, messages::no_edition_on_day)) return row.cells.date;
  if (is(problem, messages::bad_visit_attribute)) {
    return attribute_cell(problem, row.record.attributes, row.cells.attributes);
  }
  return {};
}

CsvCell cell_of(const Diagnostic& problem, const AttributeTexts& attributes, const ObservationCells& cells) {
  if (is(problem, messages::unknown_item) || is(problem, messages::not_an_item)) return cells.item;
  if (is(problem, messages::missing_cycle)) return cells.item;
  if (is(problem, messages::unknown_reading) || is(problem, messages::unknown_criterion)) return cells.name;
  if (is(problem, messages::unknown_label) || is(problem, messages::bad_reading_value)) return cells.value;
  if (is(problem, messages::unexpected_check)) return cells.value;
  if (is(problem, messages::unknown_attribute_value)) return attribute_cell(problem, attributes, cells.attributes);
  return {};
}

/// Goes through the observations alongside their problems: neither ever has to turn back.
class Observations {
 public:
  explicit Observations(const VisitRow& row) : row_(row) {}

  CsvCell find(const Diagnostic& problem) {
    const VisitRecord& record = row_.record;
    for (; at_ < record.findings.size() + record.readings.size() + record.checks.size(); ++at_) {
      std::size_t index = at_;
      if (index < record.findings.size()) {
        if (stands_at(record.findings[index], problem))
          return cell(record.findings, row_.finding_cells, index, problem);
        continue;
      }
      index -= record.findings.size();
      if (index < record.readings.size()) {
        if (stands_at(record.readings[index], problem))
          return cell(record.readings, row_.reading_cells, index, problem);
        continue;
      }
      index -= record.readings.size();
      if (stands_at(record.checks[index], problem)) return cell(record.checks, row_.check_cells, index, problem);
    }
    return {};
  }

 private:
  template <class Record>
  static bool stands_at(const Record& record, const Diagnostic& problem) {
    return record.place == problem.place;
  }
  template <class Record>
  static CsvCell cell(const std::vector<Record>& records, const std::vector<ObservationCells>& cells, std::size_t index,
                      const Diagnostic& problem) {
    return cells.size() == records.size() ? cell_of(problem, records[index].attributes, cells[index]) : CsvCell();
  }

  const VisitRow& row_;
  std::size_t at_ = 0;
};

}  // namespace

Diagnostics at_cells(const VisitRow& row, Diagnostics problems) {
  if (problems.empty()) return problems;
  Observations observations(row);
  Diagnostics result;
  for (const Diagnostic& problem : problems) {
    Place place = problem.place;
    const CsvCell cell = place == row.record.place ? cell_of(problem, row) : observations.find(problem);
    if (cell.line != 0) {
      place.line = cell.line;
      place.column = cell.column;
    }
    result.add({problem.level, std::move(place), problem.text});
  }
  return result;
}

}  // namespace aedile::detail
