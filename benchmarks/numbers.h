#pragma once
// Numbers that look random and are the same on every machine (splitmix64).

#include <cstdint>

namespace aedile::workload {

class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed) {}

  std::uint64_t operator()() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::uint64_t operator()(std::uint64_t below) { return (*this)() % below; }

 private:
  std::uint64_t state_;
};

}  // namespace aedile::workload
