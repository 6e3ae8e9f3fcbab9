// Any bytes as a framework file: reading never crashes; what it accepts survives writing and reading, and compiles.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "aedile/framework/compiled.h"
#include "aedile/io/framework_json.h"

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

void read_as_framework(std::string_view text) {
  const Result<Framework> read = read_framework(text, "fuzz.json");
  look_at(read.diagnostics(), text);
  if (!read) return;
  const std::string written = write_framework(*read);
  const Result<Framework> again = read_framework(written, "fuzz.json");
  require(again.ok());
  require(*again == *read);
  require(write_framework(*again) == written);
  // Custom rules are the only reason why a valid framework may not compile here.
  const Result<CompiledFramework> compiled = compile(*read);
  require(compiled.ok() || compiled.diagnostics().contains("unknown_custom_rule"));
}

void read_as_mapping(std::string_view text) {
  const Result<EditionMapping> read = read_edition_mapping(text, "fuzz.json");
  look_at(read.diagnostics(), text);
  if (!read) return;
  const Result<EditionMapping> again = read_edition_mapping(write_edition_mapping(*read), "fuzz.json");
  require(again.ok());
  require(*again == *read);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  read_as_framework(text);
  read_as_mapping(text);
  return 0;
}
