// Any bytes as an organisation file: reading never crashes; what it accepts survives writing and reading, compiles, and
// answers about every site.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "aedile/io/organisation_json.h"
#include "aedile/organisation/compiled_organisation.h"
#include "aedile/organisation/territory.h"

using namespace aedile;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

/// Every problem has a place in the text, and both sentences can be made.
void look_at(const Diagnostics& problems, std::string_view text) {
  for (const Diagnostic& problem : problems) {
    require(problem.place.file == "fuzz.json");
    require(problem.place.line >= 1 && problem.place.column >= 1);
    require(problem.place.column <= text.size() + 1);
    require(!problem.text.in(Language::en).empty() && !problem.text.in(Language::zh).empty());
  }
}

void ask(const CompiledOrganisation& compiled) {
  constexpr std::size_t enough = 20;
  for (const int year : {1, 2026, 9999}) {
    const Date day = *Date::of(year, 6, 15);
    const Territory territory(compiled, day);
    for (std::size_t s = 0; s < compiled.site_count() && s < enough; ++s) {
      const Result<Responsibility> answer = compiled.who("1.1", SiteId(s), day);
      if (!answer) continue;
      Rational sum;
      for (const ResponsibleUnit& unit : answer->units) sum += unit.share;
      require(sum == answer->total);
      require(!explain(compiled, *answer).empty());
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<Organisation> read = read_organisation(text, "fuzz.json");
  look_at(read.diagnostics(), text);
  if (!read) return 0;
  const std::string written = write_organisation(*read);
  const Result<Organisation> again = read_organisation(written, "fuzz.json");
  require(again.ok());
  require(*again == *read);
  require(write_organisation(*again) == written);
  const Result<CompiledOrganisation> compiled = compile(*read);
  require(compiled.ok());
  ask(*compiled);
  return 0;
}
