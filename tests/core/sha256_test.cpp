// SHA-256 against the examples published with FIPS 180-4 and its validation suite.
#include "core/sha256.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace aedile::detail {
namespace {

TEST(Sha256, AgreesWithThePublishedExamples) {
  EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(
      hex(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmno"
                 "pqrstnopqrstu")),
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  EXPECT_EQ(hex(sha256(std::string(1'000'000, 'a'))),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  // Short messages of the validation suite: one byte, and 64, which fill a block.
  EXPECT_EQ(hex(sha256("\xd3")), "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1");
  EXPECT_EQ(hex(sha256(std::string(64, '\0'))), "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b");
}

RC_GTEST_PROP(Sha256, OfPiecesIsThatOfTheWhole, (const std::vector<std::string>& pieces)) {
  Sha256Hasher hasher;
  std::string whole;
  for (const std::string& piece : pieces) {
    hasher.add(piece);
    whole += piece;
  }
  RC_ASSERT(hasher.digest() == sha256(whole));
  RC_ASSERT(hasher("") == sha256(""));  // and the hasher begins afresh
}

TEST(Sha256, IsWrittenAs64LowerCaseHexDigits) {
  EXPECT_TRUE(is_hex_sha256(hex(sha256("abc"))));
  EXPECT_FALSE(is_hex_sha256(""));
  EXPECT_FALSE(is_hex_sha256(std::string(63, 'a')));
  EXPECT_FALSE(is_hex_sha256(std::string(64, 'A')));
  EXPECT_FALSE(is_hex_sha256(std::string(64, 'g')));
}

}  // namespace
}  // namespace aedile::detail
