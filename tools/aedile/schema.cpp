// aedile schema: the JSON Schema of a format, for editors and validators.
#include "aedile/commands.h"
#include "aedile/io/calendar_json.h"
#include "aedile/io/framework_json.h"

namespace aedile::tool {

int schema(const SchemaArguments& arguments, Console& console) {
  const std::string_view text = arguments.format == "edition-mapping" ? edition_mapping_schema()
                                : arguments.format == "calendar"      ? calendar_schema()
                                                                      : framework_schema();
  console.out << text;
  if (text.empty() || text.back() != '\n') console.out << '\n';
  return exit_fine;
}

}  // namespace aedile::tool
