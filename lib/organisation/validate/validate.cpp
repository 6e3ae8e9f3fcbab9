// Every problem of an organisation in one go: the checks, from the whole to the parts.
#include "organisation/limits.h"
#include "organisation/messages.h"
#include "organisation/validate/subject.h"

namespace aedile {

namespace detail {

std::optional<std::int64_t> OrganisationSubject::first_gap(std::size_t unit, Days days) const {
  // Every step goes to a successor; longer ways, and circles, are refused by themselves.
  for (std::size_t steps = 0; steps <= max_territory_depth; ++steps) {
    const Unit& at = organisation.units[unit];
    const Days life(at.valid);
    if (days.from < life.from && days.from != Days::always) return days.from;
    if (days.until <= life.until) return std::nullopt;
    const std::int64_t next = std::max(days.from, life.until + 1);
    const auto successor = at.successors.size() == 1 ? this->unit(at.successors.front()) : std::nullopt;
    if (!successor) return next;
    unit = *successor;
    days.from = next;
  }
  return days.from;
}

void check_validity(const Validity& valid, Report& report) {
  if (!valid.from || !valid.until || *valid.from <= *valid.until) return;
  report.at("valid_until").error(messages::validity_reversed, {valid.from->to_string(), valid.until->to_string()});
}

void report_absent(const OrganisationSubject& subject, std::size_t unit, const Days& days, Report& report) {
  if (days.empty()) return;
  if (const auto gap = subject.first_gap(unit, days)) {
    report.error(messages::absent_unit, {subject.organisation.units[unit].code, date_of_number(*gap).to_string()});
  }
}

std::optional<std::size_t> check_unit(const OrganisationSubject& subject, std::string_view code, const Days& days,
                                      Report& report) {
  const auto unit = subject.unit(code);
  if (!unit) {
    report.error(messages::unknown_unit, {std::string(code)});
  } else {
    report_absent(subject, *unit, days, report);
  }
  return unit;
}

}  // namespace detail

Diagnostics validate(const Organisation& organisation) {
  using namespace detail;
  Report report;
  check_validity(organisation.valid, report);
  const OrganisationSubject subject = learn_codes(organisation, report);
  check_units(subject, report);
  check_circles(subject, report);
  check_sites(subject, report);
  check_duties(subject, report);
  check_responsibility_rules(subject, report);
  check_contracts(subject, report);
  check_targets(subject, report);
  check_overlaps(subject, report);
  return report.take();
}

}  // namespace aedile
