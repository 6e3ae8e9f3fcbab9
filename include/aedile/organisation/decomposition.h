#pragma once
/// Breaking a framework down to those who answer for it (责任分解), and the checks that need its items.
///
///   std::vector<ItemDescription> items = …;                       // io/framework_items.h makes them from a framework
///   auto complete = with_item_duties(organisation, items);       // leads that the framework names, where no duty does
///   auto compiled = compile(complete).value();
///   check_items(compiled, items, day);                           // item 6.5.2 has no lead [item_without_lead] …
///   DecompositionSheet sheet = decompose(compiled, items, *compiled.find_unit("市城市管理局"), day);
///   sheet.led.items;           // 18
///   sheet.led.full_marks;      // 21.5
///   sheet.rows[0];             // 5.2.4, lead, 0.5 points, its target and deadline (目标责任书)

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "aedile/core/decimal.h"
#include "aedile/organisation/compiled_organisation.h"

namespace aedile {

/// What the organisation needs to know of an item of a framework.
struct ItemDescription {
  std::string code{};
  LocalText title{};
  std::optional<Points> full_marks{};  ///< none: open-ended
  std::string lead{};                  ///< code of a unit, as the framework names it; "" if it names none
  std::vector<std::string> supporting{};
  friend bool operator==(const ItemDescription&, const ItemDescription&) = default;
};

/// The organisation with a duty for every item that names a lead and that none of its own duties fits. The new duties
/// have the codes of their items behind "item:".
Organisation with_item_duties(Organisation organisation, std::span<const ItemDescription> items);

/// On that day: every item has one lead who exists (item_without_lead), who is the one the framework names, if it names
/// one (lead_differs); every item has somebody who answers at every site (at the place of the first site that has
/// nobody: no_lead); every entry for items names one that there is (no_such_item, a warning); every target belongs to a
/// unit that answers for its items or answers to one that does (target_not_owned).
/// Cost: O(items · different places of sites).
Diagnostics check_items(const CompiledOrganisation& organisation, std::span<const ItemDescription> items, Date day);

struct DecompositionSheet {
  struct Row {
    std::size_t item = 0;  ///< position among the items
    PartyRole role = PartyRole::lead;
    UnitId lead{};                       ///< who leads it by its duty; invalid if nobody does
    std::vector<UnitId> supporting{};    ///< by its duty
    std::vector<UnitId> linked{};        ///< leaders linked with it by its duty
    bool by_target = false;              ///< it is here because of a target of its own, broken down to it
    std::vector<std::size_t> targets{};  ///< positions in Organisation::targets, of this unit for this item
    friend bool operator==(const Row&, const Row&) = default;
  };
  struct Sum {
    std::size_t items = 0;
    Points full_marks{};
    std::size_t open_ended = 0;  ///< items without full marks among them
    friend bool operator==(const Sum&, const Sum&) = default;
  };
  UnitId unit{};
  Date day{};
  std::vector<Row> rows{};  ///< in the order of the items
  Sum led{};
  Sum supported{};
  Sum linked{};
  Sum broken_down{};  ///< rows by target alone
  friend bool operator==(const DecompositionSheet&, const DecompositionSheet&) = default;
};

/// What one unit answers for on that day. Cost: O(items · (code length + targets of the unit)).
DecompositionSheet decompose(const CompiledOrganisation& organisation, std::span<const ItemDescription> items,
                             UnitId unit, Date day);

}  // namespace aedile
