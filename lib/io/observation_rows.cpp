#include "io/observation_rows.h"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "core/excerpt.h"
#include "io/messages_csv.h"

namespace aedile::detail {

std::vector<CsvColumn> visit_columns() {
  return {{"visit", true}, {"site"}, {"site_class"}, {"date"}, {"mode"}, {"edition"}};
}

std::vector<CsvColumn> finding_columns() {
  return {{"visit", true}, {"item", true}, {"count"},   {"evidence"}, {"note"},
          {"result"},      {"criterion"},  {"reading"}, {"value"}};
}

std::vector<std::string> usual_attributes() {
  return {"severity", "location", "source", "repeat", "overdue", "media", "corrected"};
}

namespace {

/// "yes" or "no"; nullptr for a text that is neither.
const char* flag_of(std::string_view text) {
  std::string plain(text);
  for (char& c : plain) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (const std::string_view yes : {"yes", "true", "1", "是"}) {
    if (plain == yes) return "yes";
  }
  for (const std::string_view no : {"no", "false", "0", "否"}) {
    if (plain == no) return "no";
  }
  return nullptr;
}

std::optional<std::uint32_t> count_of(std::string_view text) {
  std::uint32_t count = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, failure] = std::from_chars(text.data(), end, count);
  if (failure != std::errc() || stopped != end) return std::nullopt;
  return count;
}

class FindingRow {
 public:
  FindingRow(const CsvTable& table, const std::vector<bool>& is_flag, VisitRow& row)
      : table_(table), is_flag_(is_flag), row_(row), problems_(row.problems) {}

  void read() {
    const bool check = !cell(finding_result).empty();
    const bool reading = !cell(finding_reading).empty();
    if (cell(finding_item).empty()) {
      problems_.error(table_.place(finding_item), messages::missing_item);
      return;
    }
    if (check && reading) {
      problems_.error(table_.place(finding_reading), messages::ambiguous_row);
      return;
    }
    if (!check) must_be_empty(finding_criterion, "criterion", "result");
    if (!reading) must_be_empty(finding_value, "value", "reading");
    if (check) {
      read_check();
    } else if (reading) {
      read_reading();
    } else {
      read_finding();
    }
  }

 private:
  std::string_view cell(FindingColumn column) const { return table_.cell(column); }

  void must_be_empty(FindingColumn column, const char* name, const char* needed) {
    if (!cell(column).empty()) problems_.error(table_.place(column), messages::misplaced_cell, {name, needed});
  }

  void read_finding() {
    FindingRecord finding;
    finding.item = cell(finding_item);
    if (const std::string_view text = cell(finding_count); !text.empty()) {
      if (const std::optional<std::uint32_t> count = count_of(text)) {
        finding.count = *count;
      } else {
        problems_.error(table_.place(finding_count), messages::bad_count, {excerpt(text)});
      }
    }
    row_.finding_cells.push_back({table_.where(finding_item), {}, {}, {}});
    finding.attributes = attributes(row_.finding_cells.back());
    finding.evidence = cell(finding_evidence);
    finding.note = cell(finding_note);
    finding.place = table_.place();
    row_.record.findings.push_back(std::move(finding));
  }

  void read_reading() {
    ReadingRecord reading;
    reading.item = cell(finding_item);
    reading.name = cell(finding_reading);
    reading.value = cell(finding_value);
    if (reading.value.empty()) {
      problems_.error(table_.has(finding_value) ? table_.place(finding_value) : table_.place(finding_reading),
                      messages::missing_value, {excerpt(reading.name)});
    }
    one_of_it();
    row_.reading_cells.push_back(
        {table_.where(finding_item), table_.where(finding_reading), table_.where(finding_value), {}});
    reading.attributes = attributes(row_.reading_cells.back());
    keep_remarks(reading.attributes);
    reading.place = table_.place();
    row_.record.readings.push_back(std::move(reading));
  }

  void read_check() {
    CheckRecord check;
    check.item = cell(finding_item);
    check.criterion = cell(finding_criterion);
    if (const std::optional<CheckResult> result = parse_check_result(cell(finding_result))) {
      check.result = *result;
    } else {
      problems_.error(table_.place(finding_result), messages::bad_check_result, {excerpt(cell(finding_result))});
    }
    one_of_it();
    row_.check_cells.push_back(
        {table_.where(finding_item), table_.where(finding_criterion), table_.where(finding_result), {}});
    check.attributes = attributes(row_.check_cells.back());
    keep_remarks(check.attributes);
    check.place = table_.place();
    row_.record.checks.push_back(std::move(check));
  }

  /// Readings and checks are not counted; a 1 that a spreadsheet filled in says nothing else.
  void one_of_it() {
    const std::string_view text = cell(finding_count);
    if (!text.empty() && text != "1") {
      problems_.error(table_.place(finding_count), messages::misplaced_count, {excerpt(text)});
    }
  }

  AttributeTexts attributes(ObservationCells& cells) {
    AttributeTexts result;
    for (std::size_t i = 0; i < table_.extra_count(); ++i) {
      const std::string_view text = table_.extra(i);
      if (text.empty()) continue;
      if (!is_flag_[i]) {
        result.emplace_back(table_.extra_name(i), text);
      } else if (const char* flag = flag_of(text)) {
        result.emplace_back(table_.extra_name(i), flag);
      } else {
        problems_.error(table_.extra_place(i), messages::bad_flag, {excerpt(text), excerpt(table_.extra_name(i))});
        continue;
      }
      cells.attributes.push_back(table_.extra_where(i));
    }
    return result;
  }

  void keep_remarks(AttributeTexts& attributes) {
    for (const auto& [column, name] : {std::pair{finding_evidence, "evidence"}, std::pair{finding_note, "note"}}) {
      if (!cell(column).empty()) attributes.emplace_back(name, cell(column));
    }
  }

  const CsvTable& table_;
  const std::vector<bool>& is_flag_;
  VisitRow& row_;
  Diagnostics& problems_;
};

}  // namespace

void read_visit_row(const CsvTable& table, VisitRow& row) {
  VisitRecord& record = row.record;
  record.id = table.cell(visit_id);
  record.site = table.cell(visit_site);
  record.site_class = table.cell(visit_class);
  record.mode = table.cell(visit_mode);
  record.edition = table.cell(visit_edition);
  record.place = table.place();
  row.cells.site_class = table.where(visit_class);
  row.cells.date = table.where(visit_date);
  row.cells.edition = table.where(visit_edition);
  record.date.reset();
  if (const std::string_view text = table.cell(visit_date); !text.empty()) {
    Result<Date> date = Date::parse(text);
    if (date) {
      record.date = *date;
    } else {
      for (const Diagnostic& problem : date.diagnostics()) {
        row.problems.add({problem.level, table.place(visit_date), problem.text});
      }
    }
  }
  for (std::size_t i = 0; i < table.extra_count(); ++i) {
    if (table.extra(i).empty()) continue;
    record.attributes.emplace_back(table.extra_name(i), table.extra(i));
    row.cells.attributes.push_back(table.extra_where(i));
  }
}

void read_finding_row(const CsvTable& table, const std::vector<bool>& is_flag, VisitRow& row) {
  FindingRow(table, is_flag, row).read();
}

}  // namespace aedile::detail
