// Strong ids.
#include "aedile/core/ids.h"

#include <gtest/gtest.h>

#include <sstream>
#include <unordered_set>

namespace aedile {
namespace {

using NodeId = Id<struct NodeTag>;
using ItemId = Id<struct ItemTag>;

template <class A, class B>
concept comparable = requires(A a, B b) {
  a == b;
};
template <class A, class B>
concept ordered = requires(A a, B b) {
  a < b;
};

static_assert(comparable<NodeId, NodeId> && ordered<NodeId, NodeId>);
static_assert(!comparable<NodeId, ItemId> && !ordered<NodeId, ItemId>);
static_assert(!comparable<NodeId, int>);
static_assert(!std::is_constructible_v<NodeId, ItemId> && !std::is_assignable_v<NodeId&, ItemId>);
static_assert(!std::is_convertible_v<int, NodeId> && !std::is_convertible_v<NodeId, std::size_t>);
static_assert(!std::is_constructible_v<NodeId, double>);
static_assert(std::is_trivially_copyable_v<NodeId> && sizeof(NodeId) == 4);
static_assert(NodeId{0}.valid() && NodeId{7}.index() == 7 && !NodeId{}.valid());

TEST(Id, RefersToNothingUntilGivenAnIndex) {
  EXPECT_FALSE(NodeId().valid());
  EXPECT_TRUE(NodeId(0).valid());
  EXPECT_NE(NodeId(0), NodeId());
}

TEST(Id, TakesAnyIntegerTypeAndRefusesWhatIsNoIndex) {
  EXPECT_EQ(NodeId(std::size_t{5}), NodeId(std::uint32_t{5}));
  EXPECT_EQ(NodeId(std::int64_t{4'294'967'294}).value(), 4'294'967'294u);
  EXPECT_THROW(NodeId(-1), ContractError);
  EXPECT_THROW(NodeId(4'294'967'295u), ContractError) << "that value means: none";
  EXPECT_THROW(NodeId(std::size_t{1} << 32), ContractError);
}

TEST(Id, OrdersHashesAndPrintsByItsNumber) {
  EXPECT_LT(NodeId(1), NodeId(2));
  EXPECT_EQ(std::unordered_set<NodeId>({NodeId(1), NodeId(1), NodeId(2)}).size(), 2u);
  std::ostringstream out;
  out << NodeId(17) << ' ' << NodeId();
  EXPECT_EQ(out.str(), "#17 #none");
}

}  // namespace
}  // namespace aedile
