#pragma once
/// The two ways through a table of findings.

#include "scoring/bulk_general.h"

namespace aedile::detail {

struct BulkPass {
  const CompiledFramework& framework;
  const BulkLayout& layout;
  const BulkOptions& options;
  const BulkVisits& visits;
  const RowColumns& rows;
  const Executor& executor;
  ScorerPool& scorers;
};

/// bulk_grouped.cpp: rows of a visit together, visits rising (rows of visits that do not exist anywhere). False, with
/// marks and report unspecified, where they do not stand so.
bool score_grouped(const BulkPass& pass, BulkReport& report);

/// bulk_scattered.cpp: rows in any order. Visits are cut into ranges; every row becomes a record in the part of its
/// range, and each range is one batch of the same kernel, whose losses stay in the cache.
void score_scattered(const BulkPass& pass, BulkReport& report);

/// The parts of a report that tasks have filled, in the order of tasks, as one.
BulkReport merged(std::vector<BulkReport> parts);

}  // namespace aedile::detail
