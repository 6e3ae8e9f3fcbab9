// The tree, its proofs and their meaning as RFC 6962 defines them: recursively, over whole lists.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "aedile/journal/merkle.h"

namespace aedile::test {

using Leaves = std::vector<std::string>;

/// The largest power of two below n; n > 1.
inline std::size_t largest_power_below(std::size_t n) {
  std::size_t power = 1;
  while (2 * power < n) power *= 2;
  return power;
}

inline Leaves part(const Leaves& leaves, std::size_t begin, std::size_t end) {
  return {leaves.begin() + static_cast<std::ptrdiff_t>(begin), leaves.begin() + static_cast<std::ptrdiff_t>(end)};
}

/// 2.1: MTH.
inline Hash mth(const Leaves& d) {
  if (d.empty()) return empty_tree_hash();
  if (d.size() == 1) return leaf_hash(d[0]);
  const std::size_t k = largest_power_below(d.size());
  return node_hash(mth(part(d, 0, k)), mth(part(d, k, d.size())));
}

/// 2.1.1: PATH.
inline std::vector<Hash> audit_path(std::size_t m, const Leaves& d) {
  if (d.size() == 1) return {};
  const std::size_t k = largest_power_below(d.size());
  std::vector<Hash> path = m < k ? audit_path(m, part(d, 0, k)) : audit_path(m - k, part(d, k, d.size()));
  path.push_back(m < k ? mth(part(d, k, d.size())) : mth(part(d, 0, k)));
  return path;
}

/// 2.1.2: SUBPROOF; PROOF(m, d) is SUBPROOF(m, d, true).
inline std::vector<Hash> subproof(std::size_t m, const Leaves& d, bool whole) {
  if (m == d.size()) return whole ? std::vector<Hash>() : std::vector<Hash>{mth(d)};
  const std::size_t k = largest_power_below(d.size());
  std::vector<Hash> proof = m <= k ? subproof(m, part(d, 0, k), whole) : subproof(m - k, part(d, k, d.size()), false);
  proof.push_back(m <= k ? mth(part(d, k, d.size())) : mth(part(d, 0, k)));
  return proof;
}

}  // namespace aedile::test
