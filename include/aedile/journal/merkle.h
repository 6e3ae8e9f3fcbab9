#pragma once
/// The hash tree of RFC 6962: one hash of 32 bytes stands for a list of any length, and short proofs say what is in it.
///
///   MerkleFrontier tree;
///   for (const char* text : {"a", "b", "c"}) tree.append(leaf_hash(text));
///   tree.root() == node_hash(node_hash(leaf_hash("a"), leaf_hash("b")), leaf_hash("c"))     // 3 leaves
///
/// That "b" is the second of these three is shown by the two hashes on its way up, leaf_hash("a") and leaf_hash("c");
/// in a list of ten million by 24. That a list of 2 was only added to, until it had 3, is shown by as few.
///
///   leaf  SHA-256(00 ‖ data)        node  SHA-256(01 ‖ left ‖ right)        no leaves  SHA-256 of nothing
///
/// The left side of a node holds the largest power of two below the number of its leaves. A *perfect* subtree has
/// 2^level leaves and begins at a multiple of that: it never changes once it is full, so it is known by (level, index).

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace aedile {

/// A SHA-256.
using Hash = std::array<std::uint8_t, 32>;

/// 64 hex digits, lower case.
std::string to_hex(const Hash& hash);
/// Of 64 hex digits in lower case; nothing for any other text.
std::optional<Hash> parse_hash(std::string_view text);

Hash leaf_hash(std::string_view data);
Hash node_hash(const Hash& left, const Hash& right);
/// The root of the tree without leaves.
Hash empty_tree_hash();

/// A perfect subtree: the leaves index · 2^level … (index + 1) · 2^level − 1, counted from 0.
struct MerkleNode {
  unsigned level = 0;  ///< 0: a leaf
  std::uint64_t index = 0;
  Hash hash{};
  friend bool operator==(const MerkleNode&, const MerkleNode&) = default;
};

/// Nodes worth keeping are those of every so many levels: one of 32 bytes for 256 leaves.
inline constexpr unsigned kept_levels = 8;

/// All that a growing tree must remember: the roots of the perfect subtrees that its leaves fall into, at most 64.
class MerkleFrontier {
 public:
  /// Without leaves.
  MerkleFrontier() = default;
  /// As `size` and `peaks` of another were. Throws ContractError if there are not as many peaks as ones in `size`.
  MerkleFrontier(std::uint64_t size, std::vector<Hash> peaks);

  /// Adds a leaf. Perfect subtrees of the levels 8, 16, 24 … that it completes are appended to `kept`.
  /// Cost: two hashes on average.
  void append(const Hash& leaf, std::vector<MerkleNode>* kept = nullptr);

  std::uint64_t size() const { return size_; }  ///< leaves
  /// Roots of the perfect subtrees, the largest first.
  const std::vector<Hash>& peaks() const { return peaks_; }
  /// Cost: a hash for each peak.
  Hash root() const;

  friend bool operator==(const MerkleFrontier&, const MerkleFrontier&) = default;

 private:
  std::uint64_t size_ = 0;
  std::vector<Hash> peaks_;
};

/// Says the hash of any perfect subtree of a tree.
using SubtreeHash = std::function<Hash(unsigned level, std::uint64_t index)>;

/// The root of the first `size` leaves.     Cost: at most 64 calls.
Hash tree_hash(std::uint64_t size, const SubtreeHash& subtree);

/// The hashes beside the way from leaf `index` (from 0) to the root of the first `size` leaves, lowest first.
/// Throws ContractError unless index < size.     Cost: at most 64 + 64 calls.
std::vector<Hash> inclusion_path(std::uint64_t index, std::uint64_t size, const SubtreeHash& subtree);
/// What leads from the root of the first `old_size` leaves to that of the first `size`; empty where they are equal or
/// `old_size` is 0. Throws ContractError if old_size > size.
std::vector<Hash> consistency_path(std::uint64_t old_size, std::uint64_t size, const SubtreeHash& subtree);

/// Whether the path proves that `leaf` is leaf `index` of the tree of `size` leaves with this root. Any input is safe.
/// Source: RFC 9162, 2.1.3.2 (the same trees and proofs as RFC 6962).
bool verify_inclusion(std::uint64_t index, std::uint64_t size, const Hash& leaf, std::span<const Hash> path,
                      const Hash& root);
/// Whether the path proves that the tree of `size` leaves begins with that of `old_size`. Any input is safe.
/// A tree without leaves proves nothing: false.
/// Source: RFC 9162, 2.1.4.2.
bool verify_consistency(std::uint64_t old_size, std::uint64_t size, const Hash& old_root, const Hash& root,
                        std::span<const Hash> path);

}  // namespace aedile
