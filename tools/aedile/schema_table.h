// The formats whose schemas are published: what `aedile schema` knows.
#pragma once

#include <array>
#include <string_view>

#include "aedile/io/calendar_json.h"
#include "aedile/io/framework_json.h"
#include "aedile/io/inspection_json.h"
#include "aedile/io/organisation_json.h"
#include "aedile/journal/proof_json.h"

namespace aedile::tool {

struct PublishedSchema {
  const char* name;
  std::string_view (*text)();
};

inline constexpr std::array published_schemas{
    PublishedSchema{"framework", framework_schema},
    PublishedSchema{"edition-mapping", edition_mapping_schema},
    PublishedSchema{"organisation", organisation_schema},
    PublishedSchema{"calendar", calendar_schema},
    PublishedSchema{"programme", programme_schema},
    PublishedSchema{"draw-terms", draw_terms_schema},
    PublishedSchema{"draw", draw_schema},
    PublishedSchema{"journal-head", journal_head_schema},
    PublishedSchema{"journal-proof", journal_proof_schema},
    PublishedSchema{"journal-consistency", journal_consistency_schema},
    PublishedSchema{"journal-line", journal_line_schema},
};

}  // namespace aedile::tool
