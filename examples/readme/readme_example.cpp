#include <iostream>

#include "aedile/core/decimal.h"

int main() {
  const auto full = aedile::Points::parse("84.5").value();
  std::cout << (full - aedile::Points::of(1)).to_string(2) << '\n';
}
