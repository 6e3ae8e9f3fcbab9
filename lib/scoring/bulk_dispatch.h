#pragma once
/// Chooses the kernel for the depth of the tables.

#include "scoring/bulk_kernel.h"
#include "scoring/bulk_passes.h"

namespace aedile::detail {

template <std::size_t Depth, class Source>
bool run_kernel_of(const BulkPass& pass, Source& source, std::size_t first, std::size_t last, BulkReport& report) {
  GeneralVisits general(pass.framework, pass.layout, pass.visits, pass.rows, pass.scorers, report);
  BulkKernel<Depth, Source> kernel(pass.visits, pass.rows, source, general);
  const bool ordered = kernel.run(first, last);
  report.ignored += kernel.ignored();
  return ordered;
}

/// Scores visits [first, last) by the rows of the source; as BulkKernel::run.
template <class Source>
bool run_kernel(const BulkPass& pass, Source& source, std::size_t first, std::size_t last, BulkReport& report) {
  switch (pass.visits.tables.depth) {
    case 1:
      return run_kernel_of<1>(pass, source, first, last, report);
    case 2:
      return run_kernel_of<2>(pass, source, first, last, report);
    case 3:
      return run_kernel_of<3>(pass, source, first, last, report);
    default:
      return run_kernel_of<0>(pass, source, first, last, report);
  }
}

}  // namespace aedile::detail
