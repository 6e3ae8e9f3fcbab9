#pragma once
/// Chooses the kernel for the depth of the tables.

#include "scoring/bulk_kernel.h"
#include "scoring/bulk_passes.h"

namespace aedile::detail {

template <std::size_t Depth, class Source, class Use>
void use_kernel_of(const BulkPass& pass, Source& source, std::size_t batch, BulkReport& report, Use use) {
  GeneralVisits general(pass.framework, pass.layout, pass.visits, pass.rows, pass.scorers, report);
  BulkKernel<Depth, Source> kernel(pass.visits, pass.rows, source, general, batch);
  use(kernel);
  report.ignored += kernel.ignored();
}

/// use(kernel), a kernel for the depth of the tables that scores `batch` visits together.
template <class Source, class Use>
void use_kernel(const BulkPass& pass, Source& source, std::size_t batch, BulkReport& report, Use use) {
  switch (pass.visits.tables.depth) {
    case 1:
      return use_kernel_of<1>(pass, source, batch, report, use);
    case 2:
      return use_kernel_of<2>(pass, source, batch, report, use);
    case 3:
      return use_kernel_of<3>(pass, source, batch, report, use);
    default:
      return use_kernel_of<0>(pass, source, batch, report, use);
  }
}

/// How many visits to score together, at most `most`, a power of two, so that what they lose takes so many bytes.
inline std::size_t batch_within(const BulkTables& tables, std::size_t bytes, std::size_t most) {
  std::size_t batch = most;
  while (batch > 1 && batch * tables.lines() * sizeof(std::uint32_t) > bytes) batch /= 2;
  return batch;
}

}  // namespace aedile::detail
