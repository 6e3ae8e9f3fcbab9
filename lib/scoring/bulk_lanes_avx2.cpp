// Compiled for processors with AVX2 (256 bits).
#define AEDILE_LANES avx2_lanes
#define AEDILE_LANES_NAME "avx2"
#include "scoring/bulk_lanes.inc"
