// What stays known of an event of a ticket whose payload was removed by consent, as JSON.
#pragma once

#include <string>
#include <string_view>

#include "aedile/journal/ticket_ledger.h"

namespace aedile::detail {

std::string write_kept(const KeptOfEvent& kept);
Result<KeptOfEvent> read_kept(std::string_view text, std::string file_name);

}  // namespace aedile::detail
