// Published vectors, read in place: $AEDILE_SHARED/vectors, by default beside the checkout.
#pragma once

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "aedile/core/date.h"
#include "support/shared_folder.h"

namespace aedile::test {

/// Nothing if the vectors are not there; a test then says AEDILE_SKIP_WITHOUT.
inline std::optional<rapidjson::Document> shared_vectors(const std::string& name) {
  std::ifstream in(shared_folder() / "vectors" / name, std::ios::binary);
  if (!in) return std::nullopt;
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  rapidjson::Document document;
  document.Parse(text.c_str());
  EXPECT_FALSE(document.HasParseError()) << name;
  return document;
}

#define AEDILE_SKIP_WITHOUT(vectors) \
  if (!(vectors)) GTEST_SKIP() << "the published vectors are not there; set AEDILE_SHARED"

inline Date date_of(const rapidjson::Value& value) { return Date::parse(value.GetString()).value(); }
inline Instant instant_of(const rapidjson::Value& value) { return Instant::parse(value.GetString()).value(); }

}  // namespace aedile::test
