#pragma once
/// What an organisation needs to know of a framework: its items.
///
///   check_items(compiled_organisation, item_descriptions(framework), day);

#include <vector>

#include "aedile/framework/framework.h"
#include "aedile/organisation/decomposition.h"

namespace aedile {

/// The items in document order, with their full marks and with the lead that they name or inherit. The framework must
/// be valid (validate reports nothing).
std::vector<ItemDescription> item_descriptions(const Framework& framework);

}  // namespace aedile
