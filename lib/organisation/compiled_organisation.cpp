#include "aedile/organisation/compiled_organisation.h"

#include <algorithm>
#include <unordered_set>

#include "organisation/program.h"

namespace aedile {

namespace {

using detail::day_number;
using detail::Days;
using detail::OrganisationProgram;
using detail::Tie;

std::size_t at(const OrganisationProgram& program, UnitId unit) {
  if (!unit.valid() || unit.index() >= program.life.size()) throw ContractError("CompiledOrganisation: no such unit");
  return unit.index();
}

std::size_t at(const OrganisationProgram& program, SiteId site) {
  if (!site.valid() || site.index() >= program.cell.size()) throw ContractError("CompiledOrganisation: no such site");
  return site.index();
}

}  // namespace

const Organisation& CompiledOrganisation::source() const { return program_->source; }

std::optional<UnitId> CompiledOrganisation::find_unit(std::string_view code) const {
  const auto found = program_->unit_of_code.find(code);
  return found == program_->unit_of_code.end() ? std::nullopt : std::optional(UnitId(found->second));
}

std::optional<SiteId> CompiledOrganisation::find_site(std::string_view code) const {
  const auto found = program_->site_of_code.find(code);
  return found == program_->site_of_code.end() ? std::nullopt : std::optional(SiteId(found->second));
}

const Unit& CompiledOrganisation::unit(UnitId unit) const { return source().units[at(*program_, unit)]; }
const Site& CompiledOrganisation::site(SiteId site) const { return source().sites[at(*program_, site)]; }
UnitId CompiledOrganisation::cell(SiteId site) const { return UnitId(program_->cell[at(*program_, site)]); }

std::vector<UnitId> CompiledOrganisation::heirs(UnitId unit, Date day) const {
  const std::int64_t number = day_number(day);
  std::vector<UnitId> found;
  std::unordered_set<std::size_t> seen;
  // In the order written: the successors of one unit before those of the next.
  std::vector<std::size_t> open{at(*program_, unit)};
  while (!open.empty()) {
    const std::size_t next = open.back();
    open.pop_back();
    if (!seen.insert(next).second) continue;
    const Days& life = program_->life[next];
    if (life.hold(number)) {
      found.emplace_back(next);
    } else if (number > life.until) {
      const std::vector<std::size_t>& successors = program_->successors[next];
      open.insert(open.end(), successors.rbegin(), successors.rend());
    }
  }
  return found;
}

UnitId CompiledOrganisation::heir(UnitId unit, Date day) const {
  if (program_->life[at(*program_, unit)].hold(day_number(day))) return unit;
  const std::vector<UnitId> all = heirs(unit, day);
  return all.size() == 1 ? all.front() : UnitId{};
}

UnitId CompiledOrganisation::parent(UnitId unit, Date day) const {
  const std::int64_t number = day_number(day);
  for (const Tie& tie : program_->within[at(*program_, unit)]) {
    if (tie.days.hold(number)) return heir(UnitId(tie.unit), day);
  }
  return {};
}

std::vector<UnitId> CompiledOrganisation::chain(UnitId unit, Date day) const {
  std::vector<UnitId> way;
  if (!exists(unit, day)) return way;
  for (UnitId next = unit; next.valid(); next = parent(next, day)) way.push_back(next);
  return way;
}

std::vector<UnitId> CompiledOrganisation::chain(SiteId site, Date day) const {
  if (!program_->site_life[at(*program_, site)].hold(day_number(day))) return {};
  const UnitId cell = heir(UnitId(program_->cell[site.index()]), day);
  return cell.valid() ? chain(cell, day) : std::vector<UnitId>{};
}

std::vector<UnitId> CompiledOrganisation::superiors(UnitId unit, Date day) const {
  const std::int64_t number = day_number(day);
  std::vector<UnitId> found;
  for (const Tie& tie : program_->lines[at(*program_, unit)]) {
    if (!tie.days.hold(number)) continue;
    const UnitId superior = heir(UnitId(tie.unit), day);
    if (superior.valid() && std::find(found.begin(), found.end(), superior) == found.end()) found.push_back(superior);
  }
  return found;
}

bool CompiledOrganisation::answers_to(UnitId unit, UnitId upper, Date day) const {
  at(*program_, upper);
  std::unordered_set<std::size_t> seen{at(*program_, unit)};
  std::vector<UnitId> open{unit};
  while (!open.empty()) {
    const UnitId next = open.back();
    open.pop_back();
    if (next == upper) return true;
    std::vector<UnitId> above = superiors(next, day);
    if (const UnitId within = parent(next, day); within.valid()) above.push_back(within);
    for (const UnitId each : above) {
      if (seen.insert(each.index()).second) open.push_back(each);
    }
  }
  return false;
}

std::span<const UnitId> CompiledOrganisation::topmost_first() const { return program_->topmost_first; }

}  // namespace aedile
