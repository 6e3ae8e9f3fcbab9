#include "organisation/generate.h"

#include <charconv>
#include <set>

namespace aedile::testing {

namespace {

/// Of the whole range from the first case on: RapidCheck begins with small numbers, which would make every organisation
/// of the first hundred the same few.
int below(int end) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, end)); }
bool chance(int percent) { return below(100) < percent; }

template <class T>
const T& one_of(const std::vector<T>& values) {
  return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
}

std::vector<std::string> some_of(const std::vector<std::string>& values, int most) {
  std::set<std::string> chosen;
  for (int i = below(most + 1); i > 0; --i) chosen.insert(one_of(values));
  return {chosen.begin(), chosen.end()};
}

Validity any_validity() {
  Validity valid;
  const Date from = first_day().plus_days(below(300));
  if (chance(30)) valid.from = from;
  if (chance(30)) valid.until = from.plus_days(below(120));
  return valid;
}

LocalText any_title(const std::string& code) {
  if (chance(30)) return {};
  if (chance(50)) return "题" + code;
  return LocalText({{"en", "Title, \"" + code + "\""}, {"zh", "题" + code}});
}

class Maker {
 public:
  Organisation make() {
    organisation_.id = "random";
    organisation_.edition = "1";
    if (chance(50)) organisation_.site_classes = {{"a", any_title("a")}, {"b", {}}, {"c", {}}};
    make_territory();
    make_departments();
    make_sites();
    make_responsibility();
    return std::move(organisation_);
  }

 private:
  Unit& add(const std::string& code, UnitKind kind, const std::string& above) {
    Unit unit{.code = code, .kind = kind, .title = any_title(code)};
    if (!above.empty()) unit.within.push_back({.unit = above});
    all_.push_back(code);
    if (is_territory(kind)) areas_.push_back(code);
    organisation_.units.push_back(std::move(unit));
    return organisation_.units.back();
  }

  void make_territory() {
    add("city", UnitKind::city, "");
    std::vector<std::string> streets;
    for (int s = 0; s <= below(3); ++s) streets.push_back(add("s" + std::to_string(s), UnitKind::street, "city").code);
    std::vector<std::string> communities;
    for (int c = 0; c < 1 + below(5); ++c) {
      Unit& unit = add("c" + std::to_string(c), UnitKind::community, one_of(streets));
      if (chance(30)) {  // moves
        const Date day = first_day().plus_days(below(300));
        unit.within = {{one_of(streets), {std::nullopt, day}}, {one_of(streets), {day.plus_days(1), std::nullopt}}};
      }
      if (!communities.empty() && chance(30)) {  // merged into an elder one, or split among two
        unit.valid.until = first_day().plus_days(below(300));
        unit.successors = {one_of(communities)};
        if (chance(20)) unit.successors.push_back("s0");
      }
      communities.push_back(unit.code);
    }
    std::vector<std::string> cells = communities;
    for (int g = 0; g < below(6); ++g)
      cells.push_back(add("g" + std::to_string(g), UnitKind::grid_cell, one_of(cells)).code);
  }

  void make_departments() {
    for (int d = 0; d < 1 + below(3); ++d) {
      const std::string code = add("d" + std::to_string(d), UnitKind::department, chance(50) ? "city" : "").code;
      if (chance(50)) add("e" + std::to_string(d), UnitKind::section, "").lines.push_back({code, any_validity()});
    }
    for (int p = 0; p < below(4); ++p) {
      Unit& person = add("p" + std::to_string(p), UnitKind::person, "");
      if (chance(50)) person.lines.push_back({.unit = "d0"});
      if (chance(20)) person.valid.from = first_day().plus_days(below(100));
    }
  }

  void make_sites() {
    for (int i = 0; i < 1 + below(6); ++i) {
      Site site{
          .code = "P" + std::to_string(i), .site_class = one_of<std::string>({"a", "b", "c"}), .cell = one_of(areas_)};
      site.title = any_title(site.code);
      if (chance(40)) {
        site.at = Coordinates{Degrees::from_scaled(*rc::gen::inRange(-900'000'000, 900'000'001)),
                              Degrees::from_scaled(*rc::gen::inRange(-1'800'000'000, 1'800'000'001))};
      }
      if (chance(50)) site.address = "东湖路 " + std::to_string(i) + ", back \"yard\"";
      if (chance(50)) site.contact = "张主任";
      if (chance(50)) site.phone = "0571-555" + std::to_string(i);
      site.valid = any_validity();
      if (chance(40)) site.attributes.emplace_back("area_m2", std::to_string(below(9999)));
      if (chance(40)) site.attributes.emplace_back("备注", "两行\nof text");
      sites_.push_back(site.code);
      organisation_.sites.push_back(std::move(site));
    }
  }

  std::vector<std::string> any_items() {
    return some_of({"*", "1*", "1.*", "1.1", "1.1.1", "1.1*", "2*", "2.1", "2.1*", "3"}, 3);
  }

  Scope any_scope() {
    return {any_items(), some_of({"a", "b", "c"}, 2), chance(30) ? some_of(sites_, 2) : std::vector<std::string>{},
            some_of(areas_, 2), any_validity()};
  }

  Who any_who() {
    switch (below(4)) {
      case 0:
        return NamedUnit{one_of(all_)};
      case 1:
        return WithinTerritory{static_cast<UnitKind>(below(5))};
      case 2:
        return DutyLead{};
      default:
        return DutySupporting{};
    }
  }

  void make_responsibility() {
    for (int d = 0; d < below(6); ++d) {
      ItemDuty duty{"D" + std::to_string(d), any_items(),      one_of(all_),
                    some_of(all_, 2),        some_of(all_, 1), any_validity()};
      if (duty.items.empty()) duty.items = {"*"};
      organisation_.duties.push_back(std::move(duty));
    }
    for (int r = 0; r < below(8); ++r) {
      ResponsibilityRule rule{"R" + std::to_string(r), any_title("R"), any_scope(), below(3) - 1, {}, {}};
      rule.parties.push_back({PartyRole::lead, any_who(), Rational(below(5), 4)});
      for (int p = below(3); p > 0; --p) {
        rule.parties.push_back(
            {chance(70) ? PartyRole::supporting : PartyRole::linked, any_who(), Rational(1 + below(3), 7)});
      }
      rule.total = Rational();
      for (const Party& party : rule.parties) rule.total += party.share;
      if (rule.total.is_zero()) rule.total = rule.parties[0].share = Rational(1);
      organisation_.rules.push_back(std::move(rule));
    }
    for (int k = 0; k < below(8); ++k) {
      Contract contract{"K" + std::to_string(k),
                        chance(50) ? "包保" : "门前三包",
                        any_title("K"),
                        one_of(all_),
                        static_cast<PartyRole>(below(3)),
                        any_scope()};
      if (contract.scope.sites.empty() && contract.scope.areas.empty()) contract.scope.areas = {"city"};
      organisation_.contracts.push_back(std::move(contract));
    }
    for (int t = 0; t < below(3); ++t) {
      organisation_.targets.push_back({.unit = one_of(all_), .items = {one_of(item_codes())}, .task = any_title("T")});
      if (chance(50)) organisation_.targets.back().points = Points::from_scaled(below(1'000'000'000));
      if (chance(50)) organisation_.targets.back().deadline = any_day();
    }
  }

  Organisation organisation_;
  std::vector<std::string> all_;
  std::vector<std::string> areas_;
  std::vector<std::string> sites_;
};

/// Takes away the element of a list that a pointer leads into; false if it leads into none.
template <class T>
bool take_away(std::string_view pointer, std::string_view list, std::vector<T>& from) {
  if (!pointer.starts_with(list)) return false;
  pointer.remove_prefix(list.size());
  std::size_t index = 0;
  std::from_chars(pointer.data(), pointer.data() + pointer.size(), index);
  from.erase(from.begin() + static_cast<std::ptrdiff_t>(index));
  return true;
}

}  // namespace

Organisation any_organisation() {
  Organisation organisation = Maker().make();
  for (Diagnostics problems = validate(organisation); problems.has_errors(); problems = validate(organisation)) {
    const std::string& pointer = problems.items().front().place.pointer;
    const bool taken =
        take_away(pointer, "/sites/", organisation.sites) || take_away(pointer, "/duties/", organisation.duties) ||
        take_away(pointer, "/rules/", organisation.rules) ||
        take_away(pointer, "/contracts/", organisation.contracts) ||
        take_away(pointer, "/targets/", organisation.targets) || take_away(pointer, "/units/", organisation.units);
    if (!taken) RC_FAIL(problems.to_string());
  }
  return organisation;
}

}  // namespace aedile::testing
