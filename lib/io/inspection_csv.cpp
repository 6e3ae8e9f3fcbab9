#include "aedile/io/inspection_csv.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "aedile/io/csv_table.h"
#include "core/excerpt.h"
#include "inspection/messages.h"
#include "io/messages_csv.h"
#include "io/messages_inspection.h"
#include "organisation/messages.h"

namespace aedile {

namespace {

/// The cells of a row, by column; what cannot be read goes to the log at the cell.
class Cells {
 public:
  Cells(const CsvTable& table, ProblemLog& log) : table_(table), log_(log) {}

  std::string text(std::size_t column) const { return std::string(table_.cell(column)); }
  bool empty(std::size_t column) const { return table_.cell(column).empty(); }

  /// "food; fire safety"
  std::vector<std::string> words(std::size_t column) const {
    std::vector<std::string> words;
    std::string_view rest = table_.cell(column);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(';'), rest.size());
      std::string_view word = rest.substr(0, end);
      while (word.starts_with(' ')) word.remove_prefix(1);
      while (word.ends_with(' ')) word.remove_suffix(1);
      if (!word.empty()) words.emplace_back(word);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
  }

  void number(std::size_t column, std::uint32_t& out) const {
    const std::string_view cell = table_.cell(column);
    if (cell.empty()) return;
    std::uint32_t value = 0;
    const auto [stopped, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (failure != std::errc() || stopped != cell.data() + cell.size()) {
      error(column, messages::bad_count, {detail::excerpt(cell)});
    } else {
      out = value;
    }
  }

  void flag(std::size_t column, std::string_view name, bool& out) const {
    const std::string_view cell = table_.cell(column);
    if (cell.empty()) return;
    const bool yes = cell == "yes" || cell == "true" || cell == "1" || cell == "是";
    const bool no = cell == "no" || cell == "false" || cell == "0" || cell == "否";
    if (!yes && !no) error(column, messages::bad_flag, {detail::excerpt(cell), std::string(name)});
    if (yes || no) out = yes;
  }

  template <class T>
  std::optional<T> parsed(std::size_t column) const {
    if (empty(column)) return std::nullopt;
    return parsed<T>(column, table_.cell(column));
  }
  /// A part of the cell.
  template <class T>
  std::optional<T> parsed(std::size_t column, std::string_view part) const {
    const Result<T> value = T::parse(part);
    if (value) return *value;
    for (const Diagnostic& problem : value.diagnostics()) log_.add({problem.level, table_.place(column), problem.text});
    return std::nullopt;
  }

  std::optional<Coordinates> coordinates(std::size_t latitude, std::size_t longitude) const {
    if (empty(latitude) != empty(longitude)) {
      error(empty(latitude) ? longitude : latitude, messages::half_coordinates,
            {empty(latitude) ? "latitude" : "longitude"});
    }
    const auto north = parsed<Degrees>(latitude);
    const auto east = parsed<Degrees>(longitude);
    if (north) check_range(latitude, "latitude", *north, 90);
    if (east) check_range(longitude, "longitude", *east, 180);
    return north && east ? std::optional(Coordinates{*north, *east}) : std::nullopt;
  }

  /// "2026-11-09" or "2026-11-09..2026-11-13"
  std::vector<Validity> stretches(std::size_t column) const {
    std::vector<Validity> stretches;
    for (const std::string& word : words(column)) {
      const std::size_t dots = word.find("..");
      const Result<Date> first = Date::parse(std::string_view(word).substr(0, dots));
      const Result<Date> last =
          dots == std::string::npos ? first : Date::parse(std::string_view(word).substr(dots + 2));
      if (first && last && *first <= *last) {
        stretches.push_back({*first, *last});
      } else {
        error(column, messages::bad_stretch, {detail::excerpt(word)});
      }
    }
    return stretches;
  }

  void error(std::size_t column, const Message& message, std::vector<std::string> arguments) const {
    log_.error(table_.place(column), message, std::move(arguments));
  }

  /// An id that no row before has.
  void unique(std::size_t column, std::unordered_set<std::string>& seen, const Message& message) const {
    if (!seen.insert(text(column)).second) error(column, message, {detail::excerpt(table_.cell(column))});
  }

 private:
  void check_range(std::size_t column, const char* name, Degrees degrees, std::int64_t most) const {
    if (degrees >= Degrees::of(-most) && degrees <= Degrees::of(most)) return;
    error(column, messages::coordinates_range, {name, degrees.to_string(), std::to_string(most)});
  }

  const CsvTable& table_;
  ProblemLog& log_;
};

}  // namespace

/// Reads the rows, and notes where they stand.
class TableReading {
 public:
  template <class Row, class Read>
  static std::optional<std::vector<Row>> rows(std::istream& in, std::string file, ProblemLog& log, CsvOptions options,
                                              const std::vector<CsvColumn>& columns, TablePlaces* places, Read read) {
    const std::uint64_t errors_before = log.error_count();
    CsvTable table(in, std::move(file), log, columns, {}, options);
    const Cells cells(table, log);
    std::vector<Row> rows;
    if (places != nullptr) {
      *places = {};
      places->file_ = table.file();
      for (const CsvColumn& column : columns) places->columns_.push_back(column.name);
    }
    while (table.next()) {
      rows.push_back(read(cells));
      for (std::size_t column = 0; places != nullptr && column < columns.size(); ++column) {
        const Place place = table.place(column);  // the row's, where there is no such column
        places->cells_.push_back({place.line, place.column});
      }
    }
    if (log.error_count() != errors_before || !table.ok()) return std::nullopt;
    return rows;
  }
};

Place TablePlaces::row(std::size_t row) const {
  CsvCell first = cells_.at(row * columns_.size());
  for (std::size_t column = 1; column < columns_.size(); ++column) {
    first.column = std::min(first.column, cells_[row * columns_.size() + column].column);
  }
  return {file_, first.line, first.column, {}};
}

Diagnostics TablePlaces::placed(const Diagnostics& found, std::string_view list, std::size_t first) const {
  const std::string head = "/" + std::string(list) + "/";
  Diagnostics result;
  for (const Diagnostic& problem : found) {
    const std::string& pointer = problem.place.pointer;
    std::size_t number = 0;
    const char* const end = pointer.data() + pointer.size();
    const bool listed = problem.place.file.empty() && pointer.starts_with(head);
    const char* const stopped = listed ? std::from_chars(pointer.data() + head.size(), end, number).ptr : end;
    if (!listed || number < first || (number - first) * columns_.size() >= cells_.size()) {
      result.add(problem);
      continue;
    }
    Place place = row(number - first);
    if (stopped != end) {
      const std::string_view member(stopped + 1, end);
      const auto column = member == "id" ? columns_.begin() : std::find(columns_.begin(), columns_.end(), member);
      if (column != columns_.end()) {
        const CsvCell cell =
            cells_[(number - first) * columns_.size() + static_cast<std::size_t>(column - columns_.begin())];
        place.column = cell.column;
      }
    }
    place.pointer = pointer;
    result.add({problem.level, std::move(place), problem.text});
  }
  return result;
}

namespace {

enum VisitColumn : std::size_t {
  visit_id,
  visit_date,
  visit_site,
  visit_class,
  visit_name,
  visit_mode,
  visit_start,
  visit_end,
  visit_district,
  visit_units,
  visit_latitude,
  visit_longitude,
  visit_inspectors,
  visit_lead,
  visit_qualifications
};

const std::vector<CsvColumn>& visit_columns() {
  static const std::vector<CsvColumn> columns{{"visit", true}, {"date", true}, {"site", true},    {"site_class"},
                                              {"name"},        {"mode"},       {"start"},         {"end"},
                                              {"district"},    {"units"},      {"latitude"},      {"longitude"},
                                              {"inspectors"},  {"needs_lead"}, {"qualifications"}};
  return columns;
}

PlannedVisit visit_in(const Cells& cells) {
  PlannedVisit visit{.id = cells.text(visit_id)};
  visit.date = cells.parsed<Date>(visit_date, cells.text(visit_date)).value_or(Date());
  visit.site = cells.text(visit_site);
  visit.site_class = cells.text(visit_class);
  if (!cells.empty(visit_name)) visit.title = LocalText(cells.text(visit_name));
  if (!cells.empty(visit_mode)) {
    if (const auto mode = parse_mode(cells.text(visit_mode))) {
      visit.mode = *mode;
    } else {
      cells.error(visit_mode, messages::bad_mode, {detail::excerpt(cells.text(visit_mode))});
    }
  }
  visit.start = cells.parsed<Instant>(visit_start);
  visit.end = cells.parsed<Instant>(visit_end);
  if (cells.empty(visit_start) != cells.empty(visit_end)) {
    cells.error(visit_start, messages::half_times, {cells.empty(visit_start) ? "start" : "end"});
  }
  if (visit.start && visit.end && *visit.end <= *visit.start) {
    cells.error(visit_end, messages::visit_hours_reversed, {detail::excerpt(visit.id)});
  }
  // The table has no time zone: the start may be of the day before or after by UTC.
  if (visit.start && visit.date != Date()) {
    const auto midnight = std::chrono::sys_days(std::chrono::days(visit.date.days_since(*Date::of(1970, 1, 1))));
    if (visit.start->sys_seconds() < midnight - std::chrono::days(1) ||
        visit.start->sys_seconds() >= midnight + std::chrono::days(2)) {
      cells.error(visit_start, messages::visit_off_date,
                  {detail::excerpt(visit.id), visit.start->to_string(), visit.date.to_string()});
    }
  }
  visit.district = cells.text(visit_district);
  visit.units = cells.words(visit_units);
  visit.at = cells.coordinates(visit_latitude, visit_longitude);
  cells.number(visit_inspectors, visit.inspectors);
  cells.flag(visit_lead, "needs_lead", visit.needs_lead);
  visit.qualifications = cells.words(visit_qualifications);
  return visit;
}

enum InspectorColumn : std::size_t {
  inspector_id,
  inspector_name,
  inspector_lead,
  inspector_qualifications,
  inspector_districts,
  inspector_capacity,
  inspector_from,
  inspector_until,
  inspector_absences,
  inspector_own_units,
  inspector_own_contracts,
  inspector_kin_units,
  inspector_kin_sites,
  inspector_latitude,
  inspector_longitude,
  inspector_load
};

Inspector inspector_in(const Cells& cells) {
  Inspector inspector{.id = cells.text(inspector_id), .name = cells.text(inspector_name)};
  cells.flag(inspector_lead, "lead", inspector.lead);
  inspector.qualifications = cells.words(inspector_qualifications);
  inspector.districts = cells.words(inspector_districts);
  cells.number(inspector_capacity, inspector.capacity_per_day);
  if (inspector.id.find(';') != std::string::npos) {
    cells.error(inspector_id, messages::separator_in_code, {detail::excerpt(inspector.id)});
  }
  inspector.valid = {cells.parsed<Date>(inspector_from), cells.parsed<Date>(inspector_until)};
  if (inspector.valid.from && inspector.valid.until && *inspector.valid.until < *inspector.valid.from) {
    cells.error(inspector_until, messages::validity_reversed,
                {inspector.valid.from->to_string(), inspector.valid.until->to_string()});
  }
  inspector.absences = cells.stretches(inspector_absences);
  inspector.own_units = cells.words(inspector_own_units);
  inspector.own_contracts = cells.words(inspector_own_contracts);
  inspector.kin_units = cells.words(inspector_kin_units);
  inspector.kin_sites = cells.words(inspector_kin_sites);
  inspector.base = cells.coordinates(inspector_latitude, inspector_longitude);
  cells.number(inspector_load, inspector.load_before);
  return inspector;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ";") + word;
  return text;
}

}  // namespace

std::optional<std::vector<Candidate>> read_candidates(std::istream& in, std::string file, ProblemLog& log,
                                                      CsvOptions options, TablePlaces* places) {
  return TableReading::rows<Candidate>(in, std::move(file), log, options,
                                       {{"candidate", true}, {"stratum", true}, {"weight"}}, places,
                                       [](const Cells& cells) {
                                         Candidate candidate{cells.text(0), cells.text(1)};
                                         cells.number(2, candidate.weight);
                                         return candidate;
                                       });
}

std::optional<std::vector<PlannedVisit>> read_planned_visits(std::istream& in, std::string file, ProblemLog& log,
                                                             CsvOptions options, TablePlaces* places) {
  std::unordered_set<std::string> ids;
  return TableReading::rows<PlannedVisit>(in, std::move(file), log, options, visit_columns(), places,
                                          [&](const Cells& cells) {
                                            cells.unique(visit_id, ids, messages::duplicate_planned_visit);
                                            return visit_in(cells);
                                          });
}

std::optional<std::vector<Inspector>> read_inspectors(std::istream& in, std::string file, ProblemLog& log,
                                                      CsvOptions options, TablePlaces* places) {
  std::unordered_set<std::string> ids;
  return TableReading::rows<Inspector>(in, std::move(file), log, options,
                                       {{"inspector", true},
                                        {"name"},
                                        {"lead"},
                                        {"qualifications"},
                                        {"districts"},
                                        {"capacity_per_day"},
                                        {"valid_from"},
                                        {"valid_until"},
                                        {"absences"},
                                        {"own_units"},
                                        {"own_contracts"},
                                        {"kin_units"},
                                        {"kin_sites"},
                                        {"latitude"},
                                        {"longitude"},
                                        {"load_before"}},
                                       places, [&](const Cells& cells) {
                                         cells.unique(inspector_id, ids, messages::duplicate_inspector);
                                         return inspector_in(cells);
                                       });
}

void write_planned_visits(std::ostream& out, std::span<const PlannedVisit> visits, Language language) {
  CsvWriter writer(out);
  for (const CsvColumn& column : visit_columns()) writer.field(column.name);
  writer.end_record();
  for (const PlannedVisit& visit : visits) {
    writer.field(visit.id).field(visit.date.to_string()).field(visit.site).field(visit.site_class);
    writer.field(visit.title.in(language)).field(to_string(visit.mode));
    writer.field(visit.start ? visit.start->to_string() : "").field(visit.end ? visit.end->to_string() : "");
    writer.field(visit.district).field(joined(visit.units));
    writer.field(visit.at ? visit.at->latitude.to_string() : "");
    writer.field(visit.at ? visit.at->longitude.to_string() : "");
    writer.field(std::to_string(visit.inspectors)).field(visit.needs_lead ? "yes" : "no");
    writer.field(joined(visit.qualifications)).end_record();
  }
}

void write_assignment(std::ostream& out, const Assignment& assignment) {
  CsvWriter writer(out);
  for (const char* column : {"visit", "date", "inspectors", "reason", "needed", "fit", "excluded"})
    writer.field(column);
  writer.end_record();
  for (const AssignedVisit& visit : assignment.visits) {
    writer.field(visit.visit).field(visit.date.to_string()).field(joined(visit.inspectors));
    writer.field("").field("").field("").field("").end_record();
  }
  for (const UnassignedVisit& left : assignment.unassigned) {
    std::vector<std::string> excluded;
    for (const BarrierCount& each : left.excluded) {
      excluded.push_back(std::string(to_string(each.barrier)) + " " + std::to_string(each.count));
    }
    writer.field(left.visit).field(left.date.to_string()).field("").field(to_string(left.reason));
    writer.field(std::to_string(left.needed)).field(std::to_string(left.fit)).field(joined(excluded)).end_record();
  }
}

}  // namespace aedile
