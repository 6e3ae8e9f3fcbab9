// What became of the nodes of one edition in the next.
#include "io/json/framework_read.h"

namespace aedile::json {

void read(Reader& reader, Value value, EditionMapping::Entry& out) {
  ObjectReader object(reader, value);
  object.required("kind", out.kind);
  object.optional("from", out.from);
  object.optional("to", out.to);
  object.optional("note", out.note);
  object.finish();
}

void read_edition_mapping(ObjectReader& object, EditionMapping& out) {
  object.required("framework", out.framework);
  object.required("from", out.from);
  object.required("to", out.to);
  object.required("entries", out.entries);
  object.finish();
}

}  // namespace aedile::json
