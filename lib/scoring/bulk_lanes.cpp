// Which lanes this processor has; and the portable ones.
#define AEDILE_LANES portable
#define AEDILE_LANES_NAME "portable"
#include "scoring/bulk_lanes.inc"

namespace aedile::detail {

#if defined(AEDILE_X86_LANES)
extern const Lanes avx2_lanes, avx512_lanes;
#endif

namespace {

struct Available {
  const Lanes* lanes[4] = {&portable, nullptr, nullptr, nullptr};
  std::size_t size = 1;

  Available() {
#if defined(AEDILE_X86_LANES)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx2") == 0) return;
    lanes[size++] = &avx2_lanes;
    if (__builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
        __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512vl") != 0)
      lanes[size++] = &avx512_lanes;
#endif
  }
};
const Available& available() {
  static const Available found;
  return found;
}

}  // namespace

const Lanes& portable_lanes() { return portable; }
const Lanes& best_lanes() { return *available().lanes[available().size - 1]; }
const Lanes* const* all_lanes() { return available().lanes; }

}  // namespace aedile::detail
