#pragma once
// Random frameworks in the authoring form, for everything that writes, reads and checks it. (Frameworks that are meant
// to be scored, with visits to score by them: generate_scored.h.)
//
//   RC_ASSERT(*read_framework(write_framework(framework), "f") == framework);   // framework: *any_framework()

#include <rapidcheck.h>

#include "aedile/framework/editions.h"
#include "aedile/framework/framework.h"
#include "support/generate_scored.h"

namespace aedile::test {

/// Valid frameworks in which every key of the authoring form occurs: those of any_framework_to_score, dressed with
/// titles and clauses in several languages, departments, methods, tags, dates, further attributes, a custom rule. They
/// grow with RapidCheck's size, in width and depth. For `compile`, the custom rule "noise" must be registered.
rc::Gen<Framework> any_framework();

/// Anything that can be written: every field random, most of it invalid; words with quotes, control characters and
/// all planes of Unicode; numbers up to the ends of their ranges. Only what no JSON text could say is left out: one key
/// twice in an object, an order of table cells that jumps back to an earlier row, nodes that are no tree.
rc::Gen<Framework> any_authoring_form();
rc::Gen<EditionMapping> any_edition_mapping();

}  // namespace aedile::test
