// Compiled for processors with AVX-512 (F, BW, DQ and VL: 512 bits).
#define AEDILE_LANES avx512_lanes
#define AEDILE_LANES_NAME "avx512"
#include "scoring/bulk_lanes.inc"
