// Sites: their class, their place in the grid, their coordinates.
#include <unordered_set>

#include "core/texts.h"
#include "organisation/ledger_columns.h"
#include "organisation/messages.h"
#include "organisation/validate/subject.h"

namespace aedile::detail {

namespace {

void check_cell(const OrganisationSubject& subject, const Site& site, Report& report) {
  if (site.cell.empty()) return;  // said already
  const auto inside = report.at("cell");
  const auto cell = subject.unit(site.cell);
  if (!cell || !is_territory(subject.organisation.units[*cell].kind)) {
    report.error(messages::site_outside_grid, {site.cell});
  } else {
    report_absent(subject, *cell, Days(site.valid), report);
  }
}

void check_coordinates(const Coordinates& at, Report& report) {
  const auto check = [&](const char* key, Degrees degrees, std::int64_t most) {
    if (degrees >= Degrees::of(-most) && degrees <= Degrees::of(most)) return;
    report.at(key).error(messages::coordinates_range, {key, degrees.to_string(), std::to_string(most)});
  };
  check("latitude", at.latitude, 90);
  check("longitude", at.longitude, 180);
}

void check_attributes(const Site& site, Report& report) {
  std::unordered_set<std::string_view> seen;
  for (const auto& [name, value] : site.attributes) {
    const auto inside = report.at("attributes", name);
    check_name("attributes", name, report);
    check_name(name, value, report);
    if (is_ledger_column(name)) report.error(messages::reserved_attribute, {name});
    if (!seen.insert(name).second) report.error(messages::listed_twice, {name, "attributes"});
  }
}

}  // namespace

void check_sites(const OrganisationSubject& subject, Report& report) {
  for (std::size_t i = 0; i < subject.organisation.sites.size(); ++i) {
    const Site& site = subject.organisation.sites[i];
    const auto inside = report.at("sites", i);
    if (!subject.classes.empty() && !site.site_class.empty() && !subject.classes.contains(site.site_class)) {
      report.at("site_class").error(messages::undeclared_site_class, {site.site_class});
    }
    check_validity(site.valid, report);
    check_cell(subject, site, report);
    if (site.at) check_coordinates(*site.at, report);
    check_attributes(site, report);
  }
}

}  // namespace aedile::detail
