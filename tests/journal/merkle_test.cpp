// The tree of RFC 6962: every published vector, and the laws of its proofs against a recursive twin.
#include "aedile/journal/merkle.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "aedile/core/exceptions.h"
#include "calendar/shared_vectors.h"
#include "core/sha256.h"
#include "journal/merkle_twin.h"

namespace aedile {
namespace {

constexpr const char* vectors_file = "merkle_rfc6962_vectors.json";

std::string bytes_of_hex(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return bytes;
}

std::string bytes_of_base64(const std::string& text) {
  std::string bytes(text.size(), '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                   reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  EXPECT_GE(size, 0) << text;
  // The decoder counts the zeros that stand for padding.
  bytes.resize(static_cast<std::size_t>(size - std::count(text.begin(), text.end(), '=')));
  return bytes;
}

bool is_hash(const rapidjson::Value& value) { return bytes_of_base64(value.GetString()).size() == sizeof(Hash); }

/// The vectors hold texts that are no hashes at all. Nothing but a hash fits into `Hash`, so such a text stands for its
/// SHA-256: equal texts stay equal, different ones different, and none becomes a hash of the tree.
Hash hash_of(const rapidjson::Value& value) {
  const std::string bytes = bytes_of_base64(value.GetString());
  Hash hash;
  if (bytes.size() != hash.size()) return detail::sha256(bytes);
  std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

std::vector<Hash> path_of(const rapidjson::Value& value) {
  std::vector<Hash> path;
  if (value.IsArray()) {
    for (const rapidjson::Value& each : value.GetArray()) path.push_back(hash_of(each));
  }
  return path;
}

test::Leaves numbered(std::size_t count) {
  test::Leaves leaves;
  for (std::size_t i = 0; i < count; ++i) leaves.push_back("leaf " + std::to_string(i));
  return leaves;
}

MerkleFrontier tree_of(const test::Leaves& leaves, std::vector<MerkleNode>* kept = nullptr) {
  MerkleFrontier tree;
  for (const std::string& leaf : leaves) tree.append(leaf_hash(leaf), kept);
  return tree;
}

SubtreeHash subtrees_of(const test::Leaves& leaves) {
  return [&leaves](unsigned level, std::uint64_t index) {
    const std::size_t size = std::size_t{1} << level;
    EXPECT_LE((index + 1) * size, leaves.size()) << "only full subtrees are asked for";
    return test::mth(test::part(leaves, index * size, (index + 1) * size));
  };
}

TEST(MerkleVectors, PrimitiveHashesAndRoots) {
  const auto vectors = test::shared_vectors(vectors_file);
  AEDILE_SKIP_WITHOUT(vectors);
  const rapidjson::Value& primitive = (*vectors)["primitive"];
  EXPECT_EQ(to_hex(empty_tree_hash()), primitive["empty_root"].GetString());
  EXPECT_EQ(to_hex(leaf_hash("")), primitive["empty_leaf"].GetString());
  EXPECT_EQ(to_hex(leaf_hash("L123456")), primitive["leaf_L123456"].GetString());
  // Upstream hashes here two texts that are no hashes: 01 ‖ "N123" ‖ "N456".
  EXPECT_EQ(detail::hex(detail::sha256("\1N123N456")), primitive["node_N123_N456"].GetString());
  MerkleFrontier tree;
  EXPECT_EQ(to_hex(tree.root()), (*vectors)["roots_by_size"]["0"].GetString());
  for (const rapidjson::Value& leaf : (*vectors)["ct_leaves_hex"].GetArray()) {
    tree.append(leaf_hash(bytes_of_hex(leaf.GetString())));
    EXPECT_EQ(to_hex(tree.root()), (*vectors)["roots_by_size"][std::to_string(tree.size()).c_str()].GetString());
  }
  EXPECT_EQ(tree.size(), 8u);
}

TEST(MerkleVectors, EveryInclusionCase) {
  const auto vectors = test::shared_vectors(vectors_file);
  AEDILE_SKIP_WITHOUT(vectors);
  int good = 0;
  int bad = 0;
  for (const rapidjson::Value& each : (*vectors)["inclusion"].GetArray()) {
    // A leaf that is no hash cannot be given to the verifier, and proves nothing upstream either.
    const bool holds = is_hash(each["leafHash"]) &&
                       verify_inclusion(each["leafIdx"].GetUint64(), each["treeSize"].GetUint64(),
                                        hash_of(each["leafHash"]), path_of(each["proof"]), hash_of(each["root"]));
    EXPECT_EQ(holds, !each["wantErr"].GetBool()) << each["file"].GetString();
    ++(each["wantErr"].GetBool() ? bad : good);
  }
  EXPECT_EQ(good, (*vectors)["counts"]["inclusion"]["ok"].GetInt());
  EXPECT_EQ(bad, (*vectors)["counts"]["inclusion"]["err"].GetInt());
}

TEST(MerkleVectors, EveryConsistencyCase) {
  const auto vectors = test::shared_vectors(vectors_file);
  AEDILE_SKIP_WITHOUT(vectors);
  int good = 0;
  int bad = 0;
  for (const rapidjson::Value& each : (*vectors)["consistency"].GetArray()) {
    const bool holds = verify_consistency(each["size1"].GetUint64(), each["size2"].GetUint64(), hash_of(each["root1"]),
                                          hash_of(each["root2"]), path_of(each["proof"]));
    EXPECT_EQ(holds, !each["wantErr"].GetBool()) << each["file"].GetString();
    ++(each["wantErr"].GetBool() ? bad : good);
  }
  EXPECT_EQ(good, (*vectors)["counts"]["consistency"]["ok"].GetInt());
  EXPECT_EQ(bad, (*vectors)["counts"]["consistency"]["err"].GetInt());
}

TEST(Merkle, RootsAndProofsAreThoseOfTheRecursiveDefinition) {
  for (std::size_t size = 0; size <= 40; ++size) {
    const test::Leaves leaves = numbered(size);
    const MerkleFrontier tree = tree_of(leaves);
    const Hash root = test::mth(leaves);
    ASSERT_EQ(tree.root(), root) << size;
    ASSERT_EQ(tree_hash(size, subtrees_of(leaves)), root) << size;
    ASSERT_EQ(MerkleFrontier(size, tree.peaks()), tree);
    for (std::size_t index = 0; index < size; ++index) {
      const std::vector<Hash> path = inclusion_path(index, size, subtrees_of(leaves));
      ASSERT_EQ(path, test::audit_path(index, leaves)) << index << " of " << size;
      ASSERT_TRUE(verify_inclusion(index, size, leaf_hash(leaves[index]), path, root)) << index << " of " << size;
    }
    for (std::size_t old_size = 1; old_size <= size; ++old_size) {
      const std::vector<Hash> path = consistency_path(old_size, size, subtrees_of(leaves));
      ASSERT_EQ(path, test::subproof(old_size, leaves, true)) << old_size << " of " << size;
      ASSERT_TRUE(verify_consistency(old_size, size, test::mth(test::part(leaves, 0, old_size)), root, path));
    }
  }
}

TEST(Merkle, KeepsEveryFullSubtreeOfEveryEighthLevel) {
  const test::Leaves leaves = numbered(70'000);
  std::vector<MerkleNode> kept;
  tree_of(leaves, &kept);
  ASSERT_EQ(kept.size(), 70'000 / 256 + 1);
  const auto last = std::find_if(kept.begin(), kept.end(), [](const MerkleNode& node) { return node.level == 16; });
  ASSERT_NE(last, kept.end());
  EXPECT_EQ(last->hash, test::mth(test::part(leaves, 0, 65'536)));
  for (const MerkleNode& node : {kept.front(), kept[200], kept.back()}) {
    EXPECT_EQ(node.level, kept_levels);
    EXPECT_EQ(node.hash, test::mth(test::part(leaves, node.index * 256, (node.index + 1) * 256)));
  }
}

RC_GTEST_PROP(MerkleLaws, AProofHoldsForItsOwnLeafPlaceSizeAndRootAlone, ()) {
  const auto size = *rc::gen::inRange<std::size_t>(2, 300);
  const auto index = *rc::gen::inRange<std::size_t>(0, size);
  const test::Leaves leaves = numbered(size);
  const Hash root = test::mth(leaves);
  std::vector<Hash> path = inclusion_path(index, size, subtrees_of(leaves));
  RC_ASSERT(verify_inclusion(index, size, leaf_hash(leaves[index]), path, root));
  // Anything else than what it is: another place, another leaf, another size with another root, one bit anywhere.
  const auto other = *rc::gen::inRange<std::size_t>(0, 2 * size);
  if (other != index) {
    RC_ASSERT(!verify_inclusion(other, size, leaf_hash(leaves[index]), path, root));
    if (other < size) RC_ASSERT(!verify_inclusion(index, size, leaf_hash(leaves[other]), path, root));
  }
  const auto bit = *rc::gen::inRange<std::size_t>(0, 256);
  const auto which = *rc::gen::inRange<std::size_t>(0, path.size() + 1);
  Hash wrong_root = root;
  Hash& spoiled = which < path.size() ? path[which] : wrong_root;
  spoiled[bit / 8] = static_cast<std::uint8_t>(spoiled[bit / 8] ^ (1u << (bit % 8)));
  RC_ASSERT(!verify_inclusion(index, size, leaf_hash(leaves[index]), path, wrong_root));
}

RC_GTEST_PROP(MerkleLaws, GrowthIsShownOnlyWhereNothingWasChanged, ()) {
  const auto size = *rc::gen::inRange<std::size_t>(2, 300);
  const auto old_size = *rc::gen::inRange<std::size_t>(1, size);
  test::Leaves leaves = numbered(size);
  const Hash old_root = test::mth(test::part(leaves, 0, old_size));
  RC_ASSERT(verify_consistency(old_size, size, old_root, test::mth(leaves),
                               consistency_path(old_size, size, subtrees_of(leaves))));
  const auto changed = *rc::gen::inRange<std::size_t>(0, size);
  leaves[changed] += "!";
  const bool before = changed < old_size;
  RC_ASSERT(verify_consistency(old_size, size, old_root, test::mth(leaves),
                               consistency_path(old_size, size, subtrees_of(leaves))) == !before);
}

RC_GTEST_PROP(MerkleLaws, WhateverIsGivenToTheVerifiersIsSafe, ()) {
  const auto index = *rc::gen::arbitrary<std::uint64_t>();
  const auto size = *rc::gen::arbitrary<std::uint64_t>();
  const std::vector<Hash> path(*rc::gen::inRange<std::size_t>(0, 70));
  RC_ASSERT(!verify_inclusion(index, size, leaf_hash("a"), path, leaf_hash("b")));
  RC_ASSERT(!verify_consistency(index, size, leaf_hash("a"), leaf_hash("b"), path));
}

TEST(Merkle, ReadsHashesInLowerCaseOnly) {
  const Hash hash = leaf_hash("a");
  EXPECT_EQ(parse_hash(to_hex(hash)), hash);
  EXPECT_FALSE(parse_hash(""));
  EXPECT_FALSE(parse_hash(to_hex(hash).substr(1)));
  EXPECT_FALSE(parse_hash('A' + to_hex(hash).substr(1)));
  EXPECT_FALSE(parse_hash('g' + to_hex(hash).substr(1)));
}

TEST(Merkle, RefusesWhatNoTreeHas) {
  EXPECT_THROW(MerkleFrontier(3, {}), ContractError);
  EXPECT_THROW(inclusion_path(3, 3, {}), ContractError);
  EXPECT_THROW(consistency_path(4, 3, {}), ContractError);
}

}  // namespace
}  // namespace aedile
