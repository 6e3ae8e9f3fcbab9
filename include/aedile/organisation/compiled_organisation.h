#pragma once
/// The running form of an organisation: immutable, flat, addressed by index, shared by all threads.
///
///   Result<CompiledOrganisation> compiled = compile(organisation);
///   UnitId old = *compiled->find_unit("old");                    // merged into "east" on 30 April
///   compiled->exists(old, april_12);                             // true
///   compiled->heirs(old, may_12);                                // {east}
///   compiled->chain(*compiled->find_site("P041"), may_12);       // {grid-3, east, street-1, city}
///   compiled->who("6.1.2", *compiled->find_site("P041"), may_12)->lead();
///
/// Copies share the same data. Ids are positions in the authoring form.

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "aedile/core/result.h"
#include "aedile/organisation/answer.h"
#include "aedile/organisation/organisation.h"

namespace aedile {

namespace detail {
struct OrganisationProgram;
}

class CompiledOrganisation {
 public:
  const Organisation& source() const;
  std::size_t unit_count() const { return source().units.size(); }
  std::size_t site_count() const { return source().sites.size(); }

  std::optional<UnitId> find_unit(std::string_view code) const;
  std::optional<SiteId> find_site(std::string_view code) const;
  /// All throw ContractError for an id outside the organisation.
  const Unit& unit(UnitId unit) const;
  const Site& site(SiteId site) const;
  UnitId cell(SiteId site) const;  ///< as written, whether or not it exists on some day

  bool exists(UnitId unit, Date day) const { return this->unit(unit).valid.holds(day); }
  /// Who stands for the unit on that day: itself while it exists, nobody before, afterwards those of its successors,
  /// and of theirs, that exist; each once, in the order written.
  std::vector<UnitId> heirs(UnitId unit, Date day) const;
  /// The only heir; an invalid id if there is none or if there are several.
  UnitId heir(UnitId unit, Date day) const;

  /// The unit it lies within on that day, or that one's only heir; an invalid id for a root, and for a unit that does
  /// not exist that day.
  UnitId parent(UnitId unit, Date day) const;
  /// The unit and everything it lies within, smallest first; empty if it does not exist that day.
  std::vector<UnitId> chain(UnitId unit, Date day) const;
  /// From the site's cell, or its only heir, upwards; empty if the site or the cell does not exist that day.
  std::vector<UnitId> chain(SiteId site, Date day) const;
  /// Those it answers to by department lines on that day, in the order written.
  std::vector<UnitId> superiors(UnitId unit, Date day) const;
  /// Whether `upper` is `unit`, or reached from it by territory or lines in any number of steps.
  bool answers_to(UnitId unit, UnitId upper, Date day) const;
  /// Every unit after those it lies within or answers to, on whatever day; ties in document order.
  std::span<const UnitId> topmost_first() const;

  /// The duty for an item on that day; nullptr if there is none. Cost: O(different lengths
  /// of the beginnings that duties name).
  const ItemDuty* duty(std::string_view item, Date day) const;
  /// Who answers for the item at the site on that day, with the reasons (answer.h). Errors: site_not_valid (the site
  /// does not exist that day), no_lead (nothing says who leads, or what does leads to nobody who exists that day).
  /// Cost: O(depth of the territory + rules and contracts for the places on that way, and for everywhere).
  Result<Responsibility> who(std::string_view item, SiteId site, Date day) const;

  const detail::OrganisationProgram& program() const { return *program_; }

 private:
  friend Result<CompiledOrganisation> compile(Organisation organisation);
  explicit CompiledOrganisation(std::shared_ptr<const detail::OrganisationProgram> program)
      : program_(std::move(program)) {}
  std::shared_ptr<const detail::OrganisationProgram> program_;
};

/// Validates and compiles. Errors: everything `validate` reports. Cost: that of `validate`.
Result<CompiledOrganisation> compile(Organisation organisation);

}  // namespace aedile
