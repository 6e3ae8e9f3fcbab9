// Readers and writers of programmes, of the terms of draws, and of draws.
#pragma once

#include "aedile/inspection/draw.h"
#include "aedile/inspection/programme.h"
#include "io/json/calendar_format.h"
#include "io/json/reader.h"
#include "io/json/writer.h"

namespace aedile::json {

inline constexpr std::string_view programme_format = "programme/1";
inline constexpr std::string_view draw_terms_format = "draw_terms/1";
inline constexpr std::string_view draw_format = "draw/1";

template <>
inline constexpr std::array values_of<Mode>{Mode::announced,  Mode::covert,      Mode::supervision,
                                            Mode::self_check, Mode::third_party, Mode::look_back};
template <>
inline constexpr std::array values_of<ShortMonth>{ShortMonth::skip, ShortMonth::last_day};
template <>
inline constexpr std::array values_of<RestDays>{RestDays::keep, RestDays::skip, RestDays::next, RestDays::previous};
/// Those that dates can be counted by.
template <>
inline constexpr std::array values_of<PeriodKind>{PeriodKind::week,  PeriodKind::third_of_month, PeriodKind::half_month,
                                                  PeriodKind::month, PeriodKind::quarter,        PeriodKind::half_year,
                                                  PeriodKind::year};

// `object` is the document's root, its key "aedile" read already.
void read_programme(ObjectReader& object, Programme& out);
void read_draw_terms(ObjectReader& object, DrawTerms& out);
void read_draw(ObjectReader& object, Draw& out);

void read(Reader& reader, Value value, Period& out);
void read(Reader& reader, Value value, ModeShare& out);
void read(Reader& reader, Value value, RecurrenceRule& out);
void read(Reader& reader, Value value, SiteQuota& out);
void read(Reader& reader, Value value, SiteRisk& out);
void read(Reader& reader, Value value, ProgrammeRule& out);
void read(Reader& reader, Value value, Candidate& out);
void read(Reader& reader, Value value, DrawStratum& out);
void read(Reader& reader, Value value, DrawExclusion& out);
void read(Reader& reader, Value value, PastDraw& out);
void read(Reader& reader, Value value, DrawnCandidate& out);
void read(Reader& reader, Value value, DrawShortage& out);

void write(Writer& json, const Programme& programme);
void write(Writer& json, const DrawTerms& terms);
void write(Writer& json, const Draw& draw);
void write(Writer& json, const ModeShare& share);
void write(Writer& json, const RecurrenceRule& rule);
void write(Writer& json, const SiteQuota& quota);
void write(Writer& json, const SiteRisk& risk);
void write(Writer& json, const ProgrammeRule& rule);
void write(Writer& json, const Candidate& candidate);
void write(Writer& json, const DrawStratum& stratum);
void write(Writer& json, const DrawExclusion& exclusion);
void write(Writer& json, const PastDraw& past);
void write(Writer& json, const DrawnCandidate& drawn);
void write(Writer& json, const DrawShortage& shortage);

}  // namespace aedile::json
