// Readers and writers of ladders.
#pragma once

#include <array>

#include "aedile/io/ladder_json.h"
#include "io/json/duration_format.h"

namespace aedile::json {

inline constexpr std::string_view ladder_format = "ladder/1";
inline constexpr std::string_view unit_ladder_format = "unit_ladder/1";

template <>
inline constexpr std::array values_of<LadderEffect>{
    LadderEffect::reminder, LadderEffect::supervision, LadderEffect::doubled_deduction,
    LadderEffect::circular, LadderEffect::talk,        LadderEffect::accountability};
template <>
inline constexpr std::array values_of<NoData>{NoData::skip, NoData::breaks, NoData::counts};
template <>
inline constexpr std::array values_of<YearWindow>{YearWindow::calendar_year, YearWindow::twelve_months};
template <>
inline constexpr std::array values_of<BeyondLast>{BeyondLast::repeat, BeyondLast::restart, BeyondLast::nothing};
template <>
inline constexpr std::array values_of<ListTies>{ListTies::include_all, ListTies::exclude_all};

// `object` is the document's root, its key "aedile" read already.
void read_ladder(ObjectReader& object, Ladder& out);
void read_unit_ladder(ObjectReader& object, UnitLadderFile& out);

void read(Reader& reader, Value value, LadderMoment& out);
void read(Reader& reader, Value value, LadderStep& out);
void read(Reader& reader, Value value, UnitLadderStep& out);
void read(Reader& reader, Value value, ListRule& out);

void write(Writer& json, const LadderStep& step);
void write(Writer& json, const Ladder& ladder);
void write(Writer& json, const UnitLadderStep& step);
void write(Writer& json, const ListRule& rule);
void write(Writer& json, const UnitLadderFile& ladder);

}  // namespace aedile::json
