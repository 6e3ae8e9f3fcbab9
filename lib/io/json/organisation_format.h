// Reader and writer of an organisation.
#pragma once

#include "aedile/organisation/organisation.h"
#include "io/json/reader.h"
#include "io/json/writer.h"

namespace aedile::json {

inline constexpr std::string_view organisation_format = "organisation/1";

// read_organisation.cpp: `object` is the document's root, its key "aedile" read already
void read_organisation(ObjectReader& object, Organisation& out);

// write_organisation.cpp
void write(Writer& json, const Organisation& organisation);

}  // namespace aedile::json
