// One range by itself: edges that contradict each other.
#pragma once

#include "core/report.h"
#include "framework/messages.h"
#include "framework/validate/coverage.h"

namespace aedile::detail {

/// At the place of the range, whose edges are its members. false if it holds no value, or says so twice.
template <class D>
bool check_range(const Range<D>& range, std::int64_t step, Report& report) {
  bool sound = true;
  if (range.at_least && range.above) {
    report.at("above").error(messages::range_two_ends, {"at_least", "above"});
    sound = false;
  }
  if (range.at_most && range.below) {
    report.at("below").error(messages::range_two_ends, {"at_most", "below"});
    sound = false;
  }
  if (span_of(range, step).empty()) {
    report.error(messages::range_empty);
    sound = false;
  }
  return sound;
}

}  // namespace aedile::detail
