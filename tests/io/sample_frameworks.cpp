// Prints random valid frameworks as JSON, one a line, always the same ones: for programs that check the JSON Schema.
#include <iostream>

#include "io/json/framework_write.h"
#include "support/generate_framework.h"

int main() {
  using namespace aedile;
  constexpr int count = 100;
  const rc::Gen<Framework> any = test::any_framework();
  for (int i = 0; i < count; ++i) {
    const Framework framework = any(rc::Random(static_cast<std::uint64_t>(i)), i % 60).value();
    std::string text;
    json::Writer writer(text, JsonWriter::Layout::compact);
    json::write(writer, framework);
    std::cout << text << '\n';
  }
}
