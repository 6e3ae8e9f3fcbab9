// Where nothing is left to combine: one documented answer for every aggregator and every policy.

#include <gtest/gtest.h>

#include "support/scheme_text.h"

namespace aedile::test {
namespace {

const std::vector<std::string> aggregators{"sum",           "weighted_mean", "minimum",
                                           "maximum",       "product",       "geometric_mean",
                                           "harmonic_mean", "count_passes",  "all_or_nothing"};

// A group of two items worth 20 each, beside an item worth 60 that is always seen.
struct Group {
  std::string by;
  std::string policy = "renormalise";  // for not_applicable and not_observed
  std::string degenerate = "not_scored";
  int weight = 1;
  int full_marks = 20;

  Scheme scheme() const {
    const auto item = [&](const std::string& code) {
      return R"({"code": ")" + code + R"(", "title": "item", "full_marks": )" + std::to_string(full_marks) +
             R"(, "weight": )" + std::to_string(weight) + R"(, "rules": [{"kind": "rate", "numerator": "r"}]})";
    };
    return Scheme(R"({"code": "total", "title": "total", "children": [
        {"code": "group", "title": "group", "full_marks": )" +
                  std::to_string(by == "sum" ? 2 * full_marks : 40) + R"(, "aggregation": {"by": ")" + by +
                  R"(", "not_applicable": ")" + policy + R"(", "not_observed": ")" + policy + R"(", "degenerate": ")" +
                  degenerate + R"("}, "children": [)" + item("a") + "," + item("b") +
                  R"(]}, {"code": "other", "title": "other", "full_marks": 60}]})");
  }
};

Seen none_applies() { return Seen().check("a", CheckResult::not_applicable).check("b", CheckResult::not_applicable); }
Seen one_applies_unseen() { return Seen().check("a", CheckResult::not_applicable); }
Seen both_seen() { return Seen().reading("a", "r", "100").reading("b", "r", "100"); }

TEST(NothingToCombine, IsNotScoredUnlessTheSchemeSaysOtherwise) {
  for (const std::string& by : aggregators) {
    SCOPED_TRACE(by);
    const Scheme scheme = Group{by}.scheme();
    EXPECT_EQ(scheme.mark(none_applies(), "group"), "not_applicable");
    EXPECT_EQ(scheme.mark(one_applies_unseen(), "group"), "not_observed");
    EXPECT_EQ(scheme.mark(Seen(), "group"), "not_observed");
    EXPECT_EQ(scheme.mark(Seen()), "100");  // the other item is stretched to the whole
  }
}

TEST(NothingToCombine, IsTheStatedAnswerWhereThereIsOne) {
  for (const std::string& by : aggregators) {
    SCOPED_TRACE(by);
    for (const auto& [degenerate, group, total] :
         {std::tuple("zero", "0", "60"), std::tuple("full_marks", "40", "100")}) {
      const Scheme scheme = Group{.by = by, .degenerate = degenerate}.scheme();
      for (const Seen& seen : {none_applies(), one_applies_unseen(), Seen()}) {
        EXPECT_EQ(scheme.mark(seen, "group"), group);
        EXPECT_EQ(scheme.mark(seen), total);
      }
    }
  }
}

TEST(WeightsThatAreAllZero, LeaveNothingToCombineButInASum) {
  for (const std::string& by : aggregators) {
    SCOPED_TRACE(by);
    const auto mark = [&](const char* degenerate) {
      return Group{.by = by, .degenerate = degenerate, .weight = 0}.scheme().mark(both_seen(), "group");
    };
    EXPECT_EQ(mark("not_scored"), by == "sum" ? "40" : "not_observed");
    EXPECT_EQ(mark("zero"), by == "sum" ? "40" : "0");
    EXPECT_EQ(mark("full_marks"), "40");
  }
}

// Items that are worth nothing have no share to take.
TEST(PartsWithoutPossibleMarks, LeaveNothingToCombine) {
  for (const std::string& by : aggregators) {
    SCOPED_TRACE(by);
    const auto mark = [&](const char* degenerate) {
      return Group{.by = by, .degenerate = degenerate, .full_marks = 0}.scheme().mark(both_seen(), "group");
    };
    EXPECT_EQ(mark("not_scored"), "not_observed");
    EXPECT_EQ(mark("zero"), "0");
    EXPECT_EQ(mark("full_marks"), by == "sum" ? "0" : "40");
  }
}

TEST(PoliciesForMissingParts, AnswerBeforeAnythingIsDegenerate) {
  for (const std::string& by : aggregators) {
    SCOPED_TRACE(by);
    const auto mark = [&](const char* policy, const Seen& seen) {
      return Group{.by = by, .policy = policy}.scheme().mark(seen, "group");
    };
    const std::string nothing = "0";
    EXPECT_EQ(mark("zero", none_applies()), nothing);
    EXPECT_EQ(mark("zero", Seen()), nothing);
    EXPECT_EQ(mark("full_marks", none_applies()), "40");
    EXPECT_EQ(mark("full_marks", Seen()), "40");
    EXPECT_EQ(mark("leave_out", none_applies()), "not_applicable");
    EXPECT_EQ(mark("leave_out", Seen()), "not_observed");
    EXPECT_EQ(mark("not_scored", Seen()), "not_observed");
    EXPECT_EQ(mark("not_scored", Seen().reading("a", "r", "100")), "not_observed");
  }
}

// A branch to which no item applies is not applicable whatever its policies say.
TEST(ABranchThatDoesNotApply, IsNotApplicableWhateverItsPoliciesSay) {
  for (const std::string& by : aggregators) {
    SCOPED_TRACE(by);
    for (const char* degenerate : {"not_scored", "zero", "full_marks"}) {
      const Scheme scheme = Group{.by = by, .policy = "zero", .degenerate = degenerate}.scheme();
      EXPECT_EQ(scheme.mark(Seen().check("group", CheckResult::not_applicable), "group"), "not_applicable");
      EXPECT_EQ(scheme.mark(Seen().check("group", CheckResult::not_applicable)), "100");
    }
  }
}

TEST(TheWholeVisit, NotApplicableOrNotObservedHasNoTotal) {
  for (const std::string& by : aggregators) {
    SCOPED_TRACE(by);
    const Scheme scheme = Group{by}.scheme();
    EXPECT_EQ(scheme.mark(Seen().check("total", CheckResult::not_applicable)), "not_applicable");
    EXPECT_EQ(scheme.mark(Seen().check("total", CheckResult::not_checked)), "not_observed");
  }
}

// The worked example of aggregation.h: parts worth 60, 30, 10; the second does not apply; marks 54 and 10.
TEST(MissingParts, OfASumGoByThePolicyAsTheHeaderWorksItOut) {
  const auto scheme = [](const std::string& policy) {
    return Scheme(R"({"code": "total", "title": "total", "aggregation": {"not_applicable": ")" + policy +
                  R"("}, "children": [{"code": "a", "title": "a", "full_marks": 60, "start": 54},
                     {"code": "b", "title": "b", "full_marks": 30}, {"code": "c", "title": "c", "full_marks": 10}]})");
  };
  const Seen seen = Seen().check("b", CheckResult::not_applicable);
  EXPECT_EQ(scheme("renormalise").mark(seen), "91.428571429");
  EXPECT_EQ(scheme("full_marks").mark(seen), "94");
  EXPECT_EQ(scheme("zero").mark(seen), "64");
  EXPECT_EQ(scheme("leave_out").mark(seen), "64");
  EXPECT_EQ(scheme("not_scored").mark(seen), "not_observed");
  const auto possible = [&](const char* policy) { return scheme(policy).score(seen).possible(NodeId{0u}); };
  EXPECT_EQ(possible("leave_out"), Points::of(70));
  EXPECT_EQ(possible("renormalise"), Points::of(100));
}

}  // namespace
}  // namespace aedile::test
