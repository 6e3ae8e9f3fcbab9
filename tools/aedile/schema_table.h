// The formats whose schemas are published: what `aedile schema` knows.
#pragma once

#include <array>
#include <string_view>

#include "aedile/io/calendar_json.h"
#include "aedile/io/follow_up_json.h"
#include "aedile/io/framework_json.h"
#include "aedile/io/inspection_json.h"
#include "aedile/io/ladder_json.h"
#include "aedile/io/notice_json.h"
#include "aedile/io/organisation_json.h"
#include "aedile/io/regulations_json.h"
#include "aedile/io/ticket_event_json.h"
#include "aedile/io/workflow_json.h"

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
    PublishedSchema{"workflow", workflow_schema},
    PublishedSchema{"ticket-event", ticket_event_schema},
    PublishedSchema{"ladder", ladder_schema},
    PublishedSchema{"unit-ladder", unit_ladder_schema},
    PublishedSchema{"notice", notice_schema},
    PublishedSchema{"regulations", regulations_schema},
    PublishedSchema{"follow-up", follow_up_schema},
};

}  // namespace aedile::tool
