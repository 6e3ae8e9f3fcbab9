#include <iostream>

#include "aedile/io/framework_json.h"
#include "aedile/scoring/explain.h"
#include "aedile/scoring/scorer.h"

int main(int, char** arguments) {
  const auto loaded = aedile::load_framework(std::string(arguments[1]) + "/examples/national/scheme.json");
  if (!loaded) return std::cerr << loaded.diagnostics(), 1;
  const auto scheme = aedile::compile(*loaded).value();
  aedile::VisitRecord visit{.id = "V1", .site = "Riverside Park", .site_class = "park"};
  visit.findings.push_back({.item = "6.6.1", .count = 2, .attributes = {{"severity", "serious"}}});
  const auto card = aedile::score(scheme, visit, aedile::Derive::yes);
  if (!card) return std::cerr << card.diagnostics(), 1;
  std::cout << *card->mark() << '\n' << aedile::explain(scheme, visit, *card);
}
