#include "aedile/ladder_print.h"

#include "aedile/rectification/day_and_time.h"
#include "aedile/texts_rectify.h"

namespace aedile::tool {

void print_step_details(const Console& console, const TimeZone& zone, const LocalText& ground,
                        const std::optional<Deadline>& answer_by, const LocalText& clause) {
  console.out << "    " << printable(ground.in(console.language)) << '\n';
  if (answer_by)
    console.out << "    " << console.text(texts::ladder_answer, {day_and_time(zone, answer_by->due)}) << '\n';
  if (!clause.empty())
    console.out << "    " << console.text(texts::ladder_ground, {clause.in(console.language)}) << '\n';
}

void print_unit_step(const Console& console, const TimeZone& zone, const UnitLadder& ladder, const std::string& unit,
                     const UnitStep& step) {
  const UnitLadderStep& written = ladder.steps[step.step];
  console.out << step.day.to_string() << "  " << printable(unit) << "  " << printable(written.code) << "  "
              << step_name(written, console) << '\n';
  if (!console.quiet) print_step_details(console, zone, step.ground, step.answer_by, written.clause);
}

}  // namespace aedile::tool
