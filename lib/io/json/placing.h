// Problems that a validator found in what was read, brought back to the text it was read from.
#pragma once

#include "io/json/reader.h"

namespace aedile::json {

/// Gives each problem its line and column: those of the value it points at, or of the nearest one above that exists.
/// Leaves out those that only follow from what the reader has reported: full marks that could not be read make no sum
/// wrong, and a rule whose points are a text is not one that lacks points.
Diagnostics placed(const Diagnostics& found, const Reader& reader);

/// The same for the text itself, which has been read before; problems that have a file already stay as they are.
/// Throws ContractError if it is no document.
Diagnostics placed_in(std::string_view text, std::string file_name, const Diagnostics& found);

}  // namespace aedile::json
