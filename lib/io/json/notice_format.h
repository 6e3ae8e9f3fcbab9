// Readers and writers of notices.
#pragma once

#include "aedile/rectification/notice.h"
#include "io/json/reader.h"
#include "io/json/writer.h"

namespace aedile::json {

inline constexpr std::string_view notice_format = "notice/1";

/// `object` is the document's root, its key "aedile" read already.
void read_notice(ObjectReader& object, Notice& out);
void read(Reader& reader, Value value, NoticeFinding& out);
void write(Writer& json, const NoticeFinding& finding);
void write(Writer& json, const Notice& notice);

}  // namespace aedile::json
