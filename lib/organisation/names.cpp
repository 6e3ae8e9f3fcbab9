// The words of the organisation's enumerations, as JSON and messages write them.
#include "aedile/organisation/answer.h"
#include "aedile/organisation/site_ledger.h"
#include "core/enum_names.h"

namespace aedile {

namespace {

using detail::EnumName;
using detail::name_of;
using detail::value_of;

constexpr std::array unit_kinds{
    EnumName<UnitKind>{UnitKind::city, "city"},           EnumName<UnitKind>{UnitKind::district, "district"},
    EnumName<UnitKind>{UnitKind::street, "street"},       EnumName<UnitKind>{UnitKind::community, "community"},
    EnumName<UnitKind>{UnitKind::grid_cell, "grid_cell"}, EnumName<UnitKind>{UnitKind::department, "department"},
    EnumName<UnitKind>{UnitKind::section, "section"},     EnumName<UnitKind>{UnitKind::person, "person"},
};

constexpr std::array party_roles{
    EnumName<PartyRole>{PartyRole::lead, "lead"},
    EnumName<PartyRole>{PartyRole::supporting, "supporting"},
    EnumName<PartyRole>{PartyRole::linked, "linked"},
};

constexpr std::array grounds{
    EnumName<Ground::Kind>{Ground::Kind::rule, "rule"},
    EnumName<Ground::Kind>{Ground::Kind::contract, "contract"},
    EnumName<Ground::Kind>{Ground::Kind::duty, "duty"},
};

constexpr std::array outcomes{
    EnumName<Considered::Outcome>{Considered::Outcome::chosen, "chosen"},
    EnumName<Considered::Outcome>{Considered::Outcome::added, "added"},
    EnumName<Considered::Outcome>{Considered::Outcome::overridden, "overridden"},
};

constexpr std::array reasons{
    EnumName<Considered::Because>{Considered::Because::nothing, "nothing"},
    EnumName<Considered::Because>{Considered::Because::priority, "priority"},
    EnumName<Considered::Because>{Considered::Because::place, "place"},
    EnumName<Considered::Because>{Considered::Because::item, "item"},
    EnumName<Considered::Because>{Considered::Because::site_class, "site_class"},
};

constexpr std::array changes{
    EnumName<SiteChange::Kind>{SiteChange::Kind::added, "added"},
    EnumName<SiteChange::Kind>{SiteChange::Kind::removed, "removed"},
    EnumName<SiteChange::Kind>{SiteChange::Kind::changed, "changed"},
};

}  // namespace

std::string_view to_string(UnitKind kind) { return name_of(unit_kinds, kind); }
std::optional<UnitKind> parse_unit_kind(std::string_view text) { return value_of(unit_kinds, text); }
std::string_view to_string(PartyRole role) { return name_of(party_roles, role); }
std::optional<PartyRole> parse_party_role(std::string_view text) { return value_of(party_roles, text); }
std::string_view to_string(Ground::Kind kind) { return name_of(grounds, kind); }
std::string_view to_string(Considered::Outcome outcome) { return name_of(outcomes, outcome); }
std::string_view to_string(Considered::Because because) { return name_of(reasons, because); }
std::string_view to_string(SiteChange::Kind kind) { return name_of(changes, kind); }

}  // namespace aedile
