// From the authoring form to the running form: codes become positions, validity becomes numbers.
#include <algorithm>
#include <functional>

#include "aedile/organisation/compiled_organisation.h"
#include "organisation/program.h"
#include "organisation/unit_graph.h"

namespace aedile {

namespace detail {
namespace {

void index_units(OrganisationProgram& program) {
  const std::vector<Unit>& units = program.source.units;
  for (std::size_t i = 0; i < units.size(); ++i) program.unit_of_code.emplace(units[i].code, i);
  const auto ties_of = [&](const Unit& unit, const std::vector<Membership>& memberships) {
    std::vector<Tie> ties;
    for (const Membership& membership : memberships) {
      ties.push_back({program.unit_of_code.at(membership.unit), Days(membership.valid).common(Days(unit.valid))});
    }
    return ties;
  };
  std::vector<Step> steps;
  for (std::size_t i = 0; i < units.size(); ++i) {
    program.life.emplace_back(units[i].valid);
    program.within.push_back(ties_of(units[i], units[i].within));
    program.lines.push_back(ties_of(units[i], units[i].lines));
    std::vector<std::size_t>& successors = program.successors.emplace_back();
    for (const std::string& code : units[i].successors) successors.push_back(program.unit_of_code.at(code));
    for (const Tie& tie : program.within.back()) steps.emplace_back(i, tie.unit);
    for (const std::size_t successor : successors) steps.emplace_back(i, successor);
  }
  for (const std::size_t unit : topmost_first(units.size(), steps)) program.topmost_first.emplace_back(unit);
}

void index_sites(OrganisationProgram& program) {
  const std::vector<Site>& sites = program.source.sites;
  for (std::size_t i = 0; i < sites.size(); ++i) {
    program.site_of_code.emplace(sites[i].code, i);
    program.cell.push_back(program.unit_of_code.at(sites[i].cell));
    program.site_life.emplace_back(sites[i].valid);
  }
}

void index_scope(const OrganisationProgram& program, const Scope& scope, PlaceIndex& index) {
  const std::size_t number = index.scopes.size();
  index.scopes.push_back(
      {ItemPatterns(scope.items), {scope.site_classes.begin(), scope.site_classes.end()}, Days(scope.valid)});
  for (const std::string& site : scope.sites) index.at_site[program.site_of_code.at(site)].push_back(number);
  for (const std::string& area : scope.areas) index.in_area[program.unit_of_code.at(area)].push_back(number);
  if (scope.sites.empty() && scope.areas.empty()) index.everywhere.push_back(number);
}

void index_responsibility(OrganisationProgram& program) {
  for (const ResponsibilityRule& rule : program.source.rules) index_scope(program, rule.scope, program.rules);
  for (const Contract& contract : program.source.contracts) {
    index_scope(program, contract.scope, program.contracts);
    program.contract_holder.push_back(program.unit_of_code.at(contract.holder));
  }
  std::vector<std::size_t>& lengths = program.beginning_lengths;
  for (std::size_t d = 0; d < program.source.duties.size(); ++d) {
    for (const std::string& pattern : program.source.duties[d].items) {
      program.duties_of_pattern[pattern].push_back(d);
      if (const auto beginning = beginning_of(pattern)) lengths.push_back(beginning->size());
    }
  }
  std::sort(lengths.begin(), lengths.end(), std::greater<>());
  lengths.erase(std::unique(lengths.begin(), lengths.end()), lengths.end());
}

}  // namespace
}  // namespace detail

Result<CompiledOrganisation> compile(Organisation organisation) {
  Diagnostics problems = validate(organisation);
  if (problems.has_errors()) return problems;
  const auto program = std::make_shared<detail::OrganisationProgram>();
  program->source = std::move(organisation);
  detail::index_units(*program);
  detail::index_sites(*program);
  detail::index_responsibility(*program);
  return {CompiledOrganisation(program), std::move(problems)};
}

}  // namespace aedile
