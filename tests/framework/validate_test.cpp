// The validator: nothing in what is sound, and each way to spoil it reported at its place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "framework/spoiled.h"

namespace aedile {
namespace {

using testing::node;
using testing::rule;
using testing::sound_framework;
using testing::Spoiled;

std::vector<Spoiled> all_spoiled() {
  std::vector<Spoiled> all;
  for (const auto& part : {testing::spoiled_structure(), testing::spoiled_marks(), testing::spoiled_occurrences(),
                           testing::spoiled_measuring(), testing::spoiled_ranges(), testing::spoiled_references()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

bool reports(const Diagnostics& problems, const Message& message, Level level, std::string_view pointer) {
  return std::any_of(problems.begin(), problems.end(), [&](const Diagnostic& problem) {
    return problem.code() == message.code && problem.level == level && problem.place.pointer == pointer;
  });
}

TEST(Validate, FindsNothingInASoundFramework) { EXPECT_EQ(validate(sound_framework()).to_string(), ""); }

class EachSpoiled : public ::testing::TestWithParam<Spoiled> {};

TEST_P(EachSpoiled, IsReportedAtItsPlace) {
  const Spoiled& spoiled = GetParam();
  Framework framework = sound_framework();
  spoiled.spoil(framework);
  const Diagnostics problems = validate(framework);
  EXPECT_TRUE(reports(problems, *spoiled.message, spoiled.level, spoiled.pointer))
      << spoiled.message->code << " at " << spoiled.pointer << " is missing among\n"
      << problems;
  EXPECT_EQ(validate(framework), problems) << "the same framework has the same problems";
}

TEST_P(EachSpoiled, HasACompleteSentenceInBothLanguages) {
  Framework framework = sound_framework();
  GetParam().spoil(framework);
  for (const Diagnostic& problem : validate(framework)) {
    for (const Language language : {Language::en, Language::zh}) {
      const std::string sentence = problem.text.in(language);
      EXPECT_THAT(sentence, ::testing::Not(::testing::ContainsRegex("\\{[0-9]\\}")));
      EXPECT_EQ(sentence.find('\n'), std::string::npos);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Validate, EachSpoiled, ::testing::ValuesIn(all_spoiled()), [](const auto& test) {
  return std::to_string(test.index) + "_" +
         std::regex_replace(test.param.name, std::regex("[^A-Za-z0-9]+"), std::string("_"));
});

std::set<std::string> codes_of(const Message* const* begin, const Message* const* end) {
  std::set<std::string> codes;
  for (auto message = begin; message != end; ++message) codes.emplace((*message)->code);
  return codes;
}

TEST(ValidateCatalogue, HasATestForEachOfItsMessages) {
  std::set<std::string> provoked;
  for (const Spoiled& spoiled : all_spoiled()) provoked.emplace(spoiled.message->code);
  EXPECT_EQ(provoked, codes_of(std::begin(messages::validate_catalogue), std::end(messages::validate_catalogue)));
}

TEST(ValidateCatalogue, ListsEveryMessageOfItsFile) {
  std::string text;
  for (const char* name : {"/lib/framework/messages.h", "/lib/core/messages_texts.h"}) {
    std::ifstream file(std::string(AEDILE_SOURCE_DIR) + name);
    text.append(std::istreambuf_iterator<char>(file), {});
  }
  const std::regex entry("inline constexpr Message (\\w+)\\{");
  std::set<std::string> written;
  for (std::sregex_iterator found(text.begin(), text.end(), entry), end; found != end; ++found) {
    written.insert((*found)[1]);
  }
  std::set<std::string> listed =
      codes_of(std::begin(messages::validate_catalogue), std::end(messages::validate_catalogue));
  listed.merge(codes_of(std::begin(messages::editions_catalogue), std::end(messages::editions_catalogue)));
  EXPECT_FALSE(written.empty());
  EXPECT_EQ(listed, written);
}

TEST(Validate, ReportsEveryProblemInOneGo) {
  Framework framework = sound_framework();
  std::vector<const Spoiled*> expected;
  const std::vector<Spoiled> all = all_spoiled();
  const std::vector<std::string> together = {"an empty id",
                                             "a title in Latin-1",
                                             "ten decimals",
                                             "a second profile of a site class",
                                             "negative full marks",
                                             "a pass mark above the whole",
                                             "an inherited lead that supports itself",
                                             "a filter by an unknown attribute",
                                             "a missing cell",
                                             "a bonus without a cap",
                                             "a criterion twice",
                                             "a confidence without a table",
                                             "milestones out of order",
                                             "a share above the whole",
                                             "points of a band above full marks",
                                             "a mark without a grade",
                                             "a penalty on nothing",
                                             "a gate at an ancestor",
                                             "cycles without weight",
                                             "a penalty out of cycles on another branch"};
  for (const std::string& name : together) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Spoiled& s) { return s.name == name; });
    ASSERT_NE(found, all.end()) << name;
    found->spoil(framework);
    expected.push_back(&*found);
  }
  const Diagnostics problems = validate(framework);
  for (const Spoiled* spoiled : expected) {
    EXPECT_TRUE(reports(problems, *spoiled->message, spoiled->level, spoiled->pointer))
        << spoiled->name << " is missing among\n"
        << problems;
  }
}

}  // namespace
}  // namespace aedile
