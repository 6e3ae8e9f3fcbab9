// aedile schema: the JSON Schema of a format, for editors and validators.
#include "aedile/commands.h"
#include "aedile/schema_table.h"

namespace aedile::tool {

int schema(const SchemaArguments& arguments, Console& console) {
  for (const PublishedSchema& published : published_schemas) {
    if (arguments.format != published.name) continue;
    const std::string_view text = published.text();
    console.out << text;
    if (text.empty() || text.back() != '\n') console.out << '\n';
  }
  return exit_fine;
}

}  // namespace aedile::tool
