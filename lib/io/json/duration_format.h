// Lengths of time and limits, as every format writes them: an object of one key.
//   {"working_days": 5} {"calendar_days": 3} {"hours": 24} {"minutes": 30} {"seconds": 45}
//   {"working_hours": 4} {"working_minutes": 90} {"working_seconds": 45}
// and, of limits, {"on": "2026-03-12"} {"before": "meeting"}
#pragma once

#include "aedile/calendar/duration.h"
#include "aedile/core/rational.h"
#include "io/json/reader.h"
#include "io/json/writer.h"

namespace aedile::json {

void read(Reader& reader, Value value, Duration& out);
void read(Reader& reader, Value value, TimeLimit& out);
/// A number, or a text such as "1/3".
void read(Reader& reader, Value value, Rational& out);

void write(Writer& json, const Duration& duration);
void write(Writer& json, const TimeLimit& limit);
void write(Writer& json, const Rational& value);

}  // namespace aedile::json
