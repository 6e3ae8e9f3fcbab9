#include "aedile/core/shared.h"

#include <gtest/gtest.h>

#include <string>

namespace aedile {
namespace {

TEST(Shared, HoldsNothingUntilItIsGivenAValue) {
  Shared<std::string> text;
  EXPECT_FALSE(text.has_value());
  EXPECT_THROW(*text, ContractError);
  EXPECT_THROW(text->size(), ContractError);
  text = std::string("rectified");
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, "rectified");
  EXPECT_EQ(text->size(), 9u);
}

TEST(Shared, IsCopiedWithoutItsValue) {
  Shared<std::string> text = std::string("rectified");
  const Shared<std::string> kept = text;
  EXPECT_EQ(&*kept, &*text);
  text = std::string("open");
  EXPECT_EQ(*kept, "rectified");
}

TEST(Shared, ComparesWhatItHolds) {
  const Shared<std::string> text = std::string("rectified");
  EXPECT_EQ(text, text);
  EXPECT_EQ(text, Shared<std::string>("rectified"));
  EXPECT_NE(text, Shared<std::string>("open"));
  EXPECT_NE(text, Shared<std::string>());
  EXPECT_NE(Shared<std::string>(), text);
  EXPECT_EQ(Shared<std::string>(), Shared<std::string>());
}

}  // namespace
}  // namespace aedile
