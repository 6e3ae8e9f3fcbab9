#include "aedile/io/sites_csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "aedile/io/csv_table.h"
#include "core/excerpt.h"
#include "io/messages_csv.h"
#include "organisation/ledger_columns.h"

namespace aedile {

namespace {

/// In the order of detail::ledger_columns.
enum Column : std::size_t {
  site_code,
  site_class,
  site_name,
  site_cell,
  site_latitude,
  site_longitude,
  site_address,
  site_contact,
  site_phone,
  site_from,
  site_until
};

std::vector<CsvColumn> ledger_columns() {
  std::vector<CsvColumn> columns;
  for (const std::string_view name : detail::ledger_columns) columns.push_back({std::string(name)});
  columns[site_code].required = columns[site_class].required = true;
  return columns;
}

void take_problems(const Diagnostics& found, const Place& place, ProblemLog& log) {
  for (const Diagnostic& problem : found) log.add({problem.level, place, problem.text});
}

std::optional<Date> date_in(const CsvTable& table, std::size_t column, ProblemLog& log) {
  if (table.cell(column).empty()) return std::nullopt;
  const Result<Date> date = Date::parse(table.cell(column));
  if (date) return *date;
  take_problems(date.diagnostics(), table.place(column), log);
  return std::nullopt;
}

std::optional<Coordinates> coordinates_in(const CsvTable& table, ProblemLog& log) {
  const bool latitude = !table.cell(site_latitude).empty();
  const bool longitude = !table.cell(site_longitude).empty();
  if (latitude != longitude) {
    log.error(table.place(latitude ? site_latitude : site_longitude), messages::half_coordinates,
              {latitude ? "longitude" : "latitude"});
  }
  Coordinates at;
  const auto read = [&](Column column, Degrees& out) {
    if (table.cell(column).empty()) return;
    const Result<Degrees> degrees = Degrees::parse(table.cell(column));
    if (degrees) {
      out = *degrees;
    } else {
      take_problems(degrees.diagnostics(), table.place(column), log);
    }
  };
  read(site_latitude, at.latitude);
  read(site_longitude, at.longitude);
  return latitude && longitude ? std::optional(at) : std::nullopt;
}

Site site_in(const CsvTable& table, ProblemLog& log) {
  Site site{.code = std::string(table.cell(site_code)),
            .site_class = std::string(table.cell(site_class)),
            .cell = std::string(table.cell(site_cell)),
            .at = coordinates_in(table, log),
            .address = std::string(table.cell(site_address)),
            .contact = std::string(table.cell(site_contact)),
            .phone = std::string(table.cell(site_phone)),
            .valid = {date_in(table, site_from, log), date_in(table, site_until, log)}};
  std::vector<std::pair<std::string, std::string>> titles;
  if (!table.cell(site_name).empty()) titles.emplace_back("", table.cell(site_name));
  for (std::size_t i = 0; i < table.extra_count(); ++i) {
    const std::string& name = table.extra_name(i);
    if (table.extra(i).empty()) continue;
    if (name == detail::name_prefix) {
      log.error(table.extra_place(i), messages::name_without_language);
    } else if (name.starts_with(detail::name_prefix)) {
      titles.emplace_back(name.substr(detail::name_prefix.size()), table.extra(i));
    } else {
      site.attributes.emplace_back(name, table.extra(i));
    }
  }
  site.title = LocalText(std::move(titles));
  return site;
}

/// For each column of the header, whether it is one of the ledger's, and its position among these or the others.
std::vector<std::pair<bool, std::size_t>> places_of(const CsvTable& table) {
  std::vector<std::pair<bool, std::size_t>> places;
  std::size_t extra = 0;
  for (const std::string& name : table.names()) {
    const auto listed = std::find(detail::ledger_columns.begin(), detail::ledger_columns.end(), name);
    if (listed == detail::ledger_columns.end()) {
      places.emplace_back(false, extra++);
    } else {
      places.emplace_back(true, static_cast<std::size_t>(listed - detail::ledger_columns.begin()));
    }
  }
  return places;
}

/// "/sites/17/cell": 17 and "cell"; nothing for other pointers.
std::optional<std::pair<std::size_t, std::string_view>> site_pointer(std::string_view pointer) {
  constexpr std::string_view list = "/sites/";
  if (!pointer.starts_with(list)) return std::nullopt;
  pointer.remove_prefix(list.size());
  std::size_t site = 0;
  const auto [stopped, failure] = std::from_chars(pointer.data(), pointer.data() + pointer.size(), site);
  if (failure != std::errc()) return std::nullopt;
  pointer.remove_prefix(static_cast<std::size_t>(stopped - pointer.data()));
  if (!pointer.empty() && pointer.front() != '/') return std::nullopt;
  return std::pair(site, pointer.empty() ? pointer : pointer.substr(1));
}

/// A part of a pointer as it was before "~" and "/" were written ~0 and ~1.
std::string unescaped(std::string_view part) {
  std::string text;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part[i] == '~' && i + 1 < part.size()) {
      text += part[++i] == '1' ? '/' : '~';
    } else {
      text += part[i];
    }
  }
  return text;
}

/// The column that holds a member of a site.
std::string column_of(std::string_view member) {
  if (member == "code") return "site";
  if (member == "title") return "name";
  if (constexpr std::string_view title = "title/"; member.starts_with(title)) {
    return std::string(detail::name_prefix) + unescaped(member.substr(title.size()));
  }
  if (constexpr std::string_view attribute = "attributes/"; member.starts_with(attribute)) {
    return unescaped(member.substr(attribute.size()));
  }
  return std::string(member);
}

/// What occurs among the sites, in the order in which it first does.
class Names {
 public:
  void add(const std::string& name) {
    if (seen_.emplace(name, names_.size()).second) names_.push_back(name);
  }
  const std::vector<std::string>& all() const { return names_; }

 private:
  std::unordered_map<std::string, std::size_t> seen_;
  std::vector<std::string> names_;
};

template <class Pairs>
std::string_view value_of(const Pairs& pairs, std::string_view name) {
  const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == name; });
  return found == pairs.end() ? std::string_view() : std::string_view(found->second);
}

std::string text_of(const std::optional<Date>& date) { return date ? date->to_string() : std::string(); }

}  // namespace

Place SiteTable::place_of(std::size_t site, std::string_view member) const {
  const auto column = std::find(columns_.begin(), columns_.end(), column_of(member));
  if (column == columns_.end()) return {file_, cells_[site * columns_.size()].line, 1, {}};
  const Cell& cell = cells_[site * columns_.size() + static_cast<std::size_t>(column - columns_.begin())];
  return {file_, cell.line, cell.column, {}};
}

Diagnostics SiteTable::placed(const Diagnostics& found, std::size_t first) const {
  const auto own = [&](std::string_view pointer) {
    auto site = site_pointer(pointer);
    if (site && (site->first < first || site->first - first >= sites_.size())) site.reset();
    return site;
  };
  Diagnostics result;
  for (const Diagnostic& problem : found) {
    std::vector<std::string> arguments = problem.text.arguments();
    for (std::string& argument : arguments) {
      const auto site = own(argument);
      if (site && site->second.empty()) argument = to_string(place_of(site->first - first, "code"));
    }
    Place place = problem.place;
    if (const auto site = own(problem.place.pointer); site && place.file.empty()) {
      place = place_of(site->first - first, site->second);
      place.pointer = problem.place.pointer;
    }
    result.add({problem.level, std::move(place), Text(problem.text.message(), std::move(arguments))});
  }
  return result;
}

std::optional<SiteTable> read_sites(std::istream& in, std::string file, ProblemLog& log, CsvOptions options) {
  const std::uint64_t errors_before = log.error_count();
  SiteTable result;
  result.file_ = file;
  CsvTable table(in, std::move(file), log, ledger_columns(), {}, options);
  result.columns_ = table.names();
  const std::vector<std::pair<bool, std::size_t>> places = places_of(table);
  std::unordered_map<std::string, std::uint32_t> line_of;
  while (table.next()) {
    if (table.cell(site_code).empty()) {
      log.error(table.place(site_code), messages::missing_site);
    } else if (const auto [first, unseen] = line_of.emplace(table.cell(site_code), table.position().line); !unseen) {
      log.error(table.place(site_code), messages::duplicate_site,
                {detail::excerpt(table.cell(site_code)), std::to_string(first->second)});
    }
    result.sites_.push_back(site_in(table, log));
    for (const auto& [listed, column] : places) {
      const Place place = listed ? table.place(column) : table.extra_place(column);
      result.cells_.push_back({place.line, place.column});
    }
  }
  if (log.error_count() != errors_before || !table.ok()) return std::nullopt;
  return result;
}

void write_sites(std::ostream& out, std::span<const Site> sites) {
  Names languages;
  Names attributes;
  for (const Site& site : sites) {
    for (const auto& [language, text] : site.title.texts()) {
      if (!language.empty()) languages.add(language);
    }
    for (const auto& [name, value] : site.attributes) attributes.add(name);
  }
  CsvWriter writer(out);
  for (std::size_t c = 0; c < detail::ledger_columns.size(); ++c) {
    writer.field(detail::ledger_columns[c]);
    if (c != site_name) continue;
    for (const std::string& language : languages.all()) writer.field(std::string(detail::name_prefix) + language);
  }
  for (const std::string& name : attributes.all()) writer.field(name);
  writer.end_record();
  for (const Site& site : sites) {
    writer.field(site.code).field(site.site_class).field(value_of(site.title.texts(), ""));
    for (const std::string& language : languages.all()) writer.field(value_of(site.title.texts(), language));
    writer.field(site.cell);
    writer.field(site.at ? site.at->latitude.to_string() : "").field(site.at ? site.at->longitude.to_string() : "");
    writer.field(site.address).field(site.contact).field(site.phone);
    writer.field(text_of(site.valid.from)).field(text_of(site.valid.until));
    for (const std::string& name : attributes.all()) writer.field(value_of(site.attributes, name));
    writer.end_record();
  }
}

std::optional<std::vector<SiteVisit>> read_site_visits(std::istream& in, std::string file, ProblemLog& log,
                                                       CsvOptions options) {
  const std::uint64_t errors_before = log.error_count();
  CsvTable table(in, std::move(file), log, {{"site", true}, {"date", true}}, {}, options);
  std::vector<SiteVisit> visits;
  while (table.next()) {
    const std::optional<Date> day = date_in(table, 1, log);
    if (day && !table.cell(0).empty()) visits.push_back({std::string(table.cell(0)), *day});
  }
  if (log.error_count() != errors_before || !table.ok()) return std::nullopt;
  return visits;
}

}  // namespace aedile
