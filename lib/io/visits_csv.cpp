#include "aedile/io/visits_csv.h"

#include <algorithm>
#include <utility>

#include "core/excerpt.h"
#include "io/messages_csv.h"
#include "io/observation_rows.h"
#include "io/visit_index.h"

namespace aedile {

namespace {

std::vector<std::string> joined(std::vector<std::string> names, const std::vector<std::string>& others) {
  names.insert(names.end(), others.begin(), others.end());
  return names;
}

void rewind(std::istream& stream) {
  stream.clear();
  stream.seekg(0);
}

}  // namespace

struct VisitsCsv::Impl {
  Impl(CsvInput visits_input, CsvInput findings_input, ProblemLog& log_in, VisitsCsvOptions options_in)
      : visits(std::move(visits_input)),
        findings(std::move(findings_input)),
        log(&log_in),
        options(std::move(options_in)) {
    // Both files are read to their ends, whatever the first one holds: all problems are reported in one go.
    const bool visits_read = index_visits();
    const bool findings_read = index_findings(visits_read);
    ok = visits_read && findings_read;
    if (ok) open_again();
  }

  bool index_visits() {
    CsvTable table(visits.stream, visits.name, *log, detail::visit_columns(), options.visit_attributes, options.csv);
    while (table.next()) {
      const std::uint32_t number = ids.size();
      const std::string_view id = table.cell(detail::visit_id);
      lines.push_back(table.position().line);
      damaged.push_back(table.damaged());
      if (id.empty()) {
        log->error(table.place(detail::visit_id), messages::missing_visit_id);
        ids.add_nameless();
        damaged[number] = true;
        continue;
      }
      const std::uint32_t first = ids.add(id);
      if (first == number) continue;
      log->error(table.place(detail::visit_id), messages::duplicate_visit,
                 {detail::excerpt(id), std::to_string(lines[first])});
      damaged[number] = damaged[first] = true;
    }
    return table.ok();
  }

  bool index_findings(bool visits_read) {
    CsvTable table(findings.stream, findings.name, *log, detail::finding_columns(), finding_extras(), options.csv);
    std::uint32_t current = detail::no_visit;
    while (table.next()) {
      ++finding_count;
      const std::string_view id = table.cell(detail::finding_visit);
      if (current == detail::no_visit || id != ids.id(current)) {
        current = id.empty() ? detail::no_visit : ids.find(id);
        if (current != detail::no_visit) runs.add(current, table.position());
      }
      if (current == detail::no_visit) {
        ++orphan_count;
        if (visits_read) report_orphan(table, id);
      } else if (table.damaged()) {
        damaged[current] = true;
      }
    }
    runs.finish();
    return table.ok();
  }

  void report_orphan(const CsvTable& table, std::string_view id) {
    if (id.empty()) {
      log->error(table.place(detail::finding_visit), messages::missing_visit_id);
    } else {
      log->error(table.place(detail::finding_visit), messages::unknown_visit, {detail::excerpt(id), visits.name});
    }
  }

  std::vector<std::string> finding_extras() const { return joined(detail::usual_attributes(), options.attributes); }

  void open_again() {
    CsvOptions quiet = options.csv;
    quiet.report = false;
    rewind(visits.stream);
    rewind(findings.stream);
    visits_table = std::make_unique<CsvTable>(visits.stream, visits.name, *log, detail::visit_columns(),
                                              std::vector<std::string>{}, quiet);
    findings_table = std::make_unique<CsvTable>(findings.stream, findings.name, *log, detail::finding_columns(),
                                                std::vector<std::string>{}, quiet);
    for (std::size_t i = 0; i < findings_table->extra_count(); ++i) {
      is_flag.push_back(std::find(options.flags.begin(), options.flags.end(), findings_table->extra_name(i)) !=
                        options.flags.end());
    }
  }

  bool next(VisitRow& row) {
    while (ok && visits_table->next()) {
      const std::uint32_t number = at++;
      if (number >= ids.size()) break;  // the file has grown since
      const bool wanted = !options.only || visits_table->cell(detail::visit_id) == *options.only;
      if (wanted) {
        row.problems = {};
        row.record.attributes.clear();
        row.record.findings.clear();
        row.record.readings.clear();
        row.record.checks.clear();
        row.cells.attributes.clear();
        row.finding_cells.clear();
        row.reading_cells.clear();
        row.check_cells.clear();
        row.damaged = damaged[number];
        detail::read_visit_row(*visits_table, row);
      }
      for (; next_run < runs.runs().size() && runs.runs()[next_run].visit == number; ++next_run) {
        if (wanted) read_run(runs.runs()[next_run], row);
      }
      if (wanted) return true;
    }
    return false;
  }

  /// Rows from the run's start on, as long as they name the visit.
  void read_run(const detail::FindingRun& run, VisitRow& row) {
    if (!(held && findings_table->position() == CsvPosition{run.offset, run.line})) {
      findings_table->seek({run.offset, run.line});
      held = findings_table->next();
    }
    while (held && findings_table->cell(detail::finding_visit) == row.record.id) {
      if (!findings_table->damaged()) detail::read_finding_row(*findings_table, is_flag, row);
      held = findings_table->next();
    }
  }

  CsvInput visits;
  CsvInput findings;
  ProblemLog* log;
  VisitsCsvOptions options;
  bool ok = false;

  // The first pass
  detail::IdTable ids;
  std::vector<std::uint32_t> lines;  // of each visit
  std::vector<bool> damaged;
  detail::FindingRuns runs;
  std::uint64_t finding_count = 0;
  std::uint64_t orphan_count = 0;

  // The second
  std::unique_ptr<CsvTable> visits_table;
  std::unique_ptr<CsvTable> findings_table;
  std::vector<bool> is_flag;  // per extra column of the findings
  std::uint32_t at = 0;       // number of the next visit
  std::size_t next_run = 0;
  bool held = false;  // findings_table stands at a row that has not been used
};

VisitsCsv::VisitsCsv(CsvInput visits, CsvInput findings, ProblemLog& log, VisitsCsvOptions options)
    : impl_(std::make_unique<Impl>(std::move(visits), std::move(findings), log, std::move(options))) {}
VisitsCsv::~VisitsCsv() = default;
VisitsCsv::VisitsCsv(VisitsCsv&&) noexcept = default;
VisitsCsv& VisitsCsv::operator=(VisitsCsv&&) noexcept = default;

bool VisitsCsv::ok() const { return impl_->ok; }
bool VisitsCsv::next(VisitRow& row) { return impl_->next(row); }
std::uint64_t VisitsCsv::visit_count() const { return impl_->ids.size(); }
std::uint64_t VisitsCsv::finding_count() const { return impl_->finding_count; }
std::uint64_t VisitsCsv::orphan_count() const { return impl_->orphan_count; }
bool VisitsCsv::grouped() const { return impl_->runs.grouped(); }

}  // namespace aedile
