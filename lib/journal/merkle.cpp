#include "aedile/journal/merkle.h"

#include <bit>

#include "aedile/core/exceptions.h"
#include "core/sha256.h"
#include "journal/hashing.h"

namespace aedile {

namespace {

/// The largest power of two below n; n > 1.
std::uint64_t split(std::uint64_t n) { return std::bit_floor(n - 1); }

/// The hash of the leaves begin … end − 1, a subtree of some tree.
Hash range_hash(std::uint64_t begin, std::uint64_t end, const SubtreeHash& subtree) {
  const std::uint64_t n = end - begin;
  if (std::has_single_bit(n)) return subtree(static_cast<unsigned>(std::countr_zero(n)), begin / n);
  const std::uint64_t middle = begin + split(n);
  const Hash left = range_hash(begin, middle, subtree);
  return node_hash(left, range_hash(middle, end, subtree));
}

/// Walks up by one level, or by several where a node has no sibling of its own.
class Climb {
 public:
  Climb(std::uint64_t node, std::uint64_t last) : node_(node), last_(last) {}
  bool at_root() const { return last_ == 0; }
  /// Whether the next hash stands to the left.
  bool from_left() const { return (node_ & 1) != 0 || node_ == last_; }
  void step() {
    if ((node_ & 1) == 0 && node_ == last_) skip_missing_siblings();
    up();
  }
  void up_while_right() {
    while ((node_ & 1) != 0) up();
  }

 private:
  void up() { node_ >>= 1, last_ >>= 1; }
  void skip_missing_siblings() {
    while ((node_ & 1) == 0 && node_ != 0) up();
  }

  std::uint64_t node_;
  std::uint64_t last_;
};

}  // namespace

std::string to_hex(const Hash& hash) { return detail::hex(hash); }

std::optional<Hash> parse_hash(std::string_view text) {
  if (!detail::is_hex_sha256(text)) return std::nullopt;
  Hash hash;
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  for (std::size_t i = 0; i < hash.size(); ++i) {
    hash[i] = static_cast<std::uint8_t>(digit(text[2 * i]) * 16 + digit(text[2 * i + 1]));
  }
  return hash;
}

Hash leaf_hash(std::string_view data) { return detail::Digest().add(std::string_view("\0", 1)).add(data).value(); }

Hash node_hash(const Hash& left, const Hash& right) {
  return detail::Digest().add(std::string_view("\1", 1)).add(left).add(right).value();
}

Hash empty_tree_hash() { return detail::Digest().value(); }

MerkleFrontier::MerkleFrontier(std::uint64_t size, std::vector<Hash> peaks) : size_(size), peaks_(std::move(peaks)) {
  if (peaks_.size() != static_cast<std::size_t>(std::popcount(size))) {
    throw ContractError("MerkleFrontier: as many peaks as ones in the size");
  }
}

void MerkleFrontier::append(const Hash& leaf, std::vector<MerkleNode>* kept) {
  Hash hash = leaf;
  unsigned level = 0;
  for (std::uint64_t rest = size_; (rest & 1) != 0; rest >>= 1) {
    hash = node_hash(peaks_.back(), hash);
    peaks_.pop_back();
    ++level;
    if (kept != nullptr && level % kept_levels == 0) kept->push_back({level, size_ >> level, hash});
  }
  peaks_.push_back(hash);
  ++size_;
}

Hash MerkleFrontier::root() const {
  if (peaks_.empty()) return empty_tree_hash();
  Hash hash = peaks_.back();
  for (std::size_t i = peaks_.size() - 1; i-- > 0;) hash = node_hash(peaks_[i], hash);
  return hash;
}

Hash tree_hash(std::uint64_t size, const SubtreeHash& subtree) {
  return size == 0 ? empty_tree_hash() : range_hash(0, size, subtree);
}

std::vector<Hash> inclusion_path(std::uint64_t index, std::uint64_t size, const SubtreeHash& subtree) {
  if (index >= size) throw ContractError("inclusion_path: no such leaf");
  std::vector<Hash> from_above;
  std::uint64_t begin = 0;
  std::uint64_t end = size;
  while (end - begin > 1) {
    const std::uint64_t middle = begin + split(end - begin);
    if (index < middle) {
      from_above.push_back(range_hash(middle, end, subtree));
      end = middle;
    } else {
      from_above.push_back(range_hash(begin, middle, subtree));
      begin = middle;
    }
  }
  return {from_above.rbegin(), from_above.rend()};
}

std::vector<Hash> consistency_path(std::uint64_t old_size, std::uint64_t size, const SubtreeHash& subtree) {
  if (old_size > size) throw ContractError("consistency_path: the older tree is the larger one");
  if (old_size == 0 || old_size == size) return {};
  std::vector<Hash> from_above;
  std::uint64_t begin = 0;
  std::uint64_t end = size;
  while (old_size != end) {
    const std::uint64_t middle = begin + split(end - begin);
    if (old_size <= middle) {
      from_above.push_back(range_hash(middle, end, subtree));
      end = middle;
    } else {
      from_above.push_back(range_hash(begin, middle, subtree));
      begin = middle;
    }
  }
  // Where nothing was left aside the remaining subtree is the whole older tree, whose root the verifier has.
  if (begin != 0) from_above.push_back(range_hash(begin, end, subtree));
  return {from_above.rbegin(), from_above.rend()};
}

bool verify_inclusion(std::uint64_t index, std::uint64_t size, const Hash& leaf, std::span<const Hash> path,
                      const Hash& root) {
  if (index >= size) return false;
  Climb climb(index, size - 1);
  Hash hash = leaf;
  for (const Hash& sibling : path) {
    if (climb.at_root()) return false;
    hash = climb.from_left() ? node_hash(sibling, hash) : node_hash(hash, sibling);
    climb.step();
  }
  return climb.at_root() && hash == root;
}

bool verify_consistency(std::uint64_t old_size, std::uint64_t size, const Hash& old_root, const Hash& root,
                        std::span<const Hash> path) {
  if (old_size == 0 || old_size > size) return false;
  if (old_size == size) return path.empty() && old_root == root;
  const bool from_old_root = std::has_single_bit(old_size);
  if (!from_old_root && path.empty()) return false;
  Climb climb(old_size - 1, size - 1);
  climb.up_while_right();
  Hash old_hash = from_old_root ? old_root : path.front();
  Hash hash = old_hash;
  for (const Hash& sibling : path.subspan(from_old_root ? 0 : 1)) {
    if (climb.at_root()) return false;
    if (climb.from_left()) {
      old_hash = node_hash(sibling, old_hash);
      hash = node_hash(sibling, hash);
    } else {
      hash = node_hash(hash, sibling);
    }
    climb.step();
  }
  return climb.at_root() && old_hash == old_root && hash == root;
}

}  // namespace aedile
