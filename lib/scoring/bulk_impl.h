#pragma once
/// What a BulkScorer is made of: bulk scoring and live scores work by the same tables.

#include "scoring/bulk_lanes.h"
#include "scoring/bulk_tables.h"

namespace aedile {

struct BulkScorer::Impl {
  CompiledFramework framework;
  BulkLayout layout;
  BulkOptions options;
  detail::BulkTables tables;
  const detail::Lanes* lanes;

  /// Throw ContractError where columns or outputs have not the stated sizes, or a profile's code is beyond the layout.
  void check(const VisitColumns& visits, const FindingColumns& findings, const BulkMarks& marks) const;
  void check_profiles(const VisitColumns& visits) const;
};

}  // namespace aedile
