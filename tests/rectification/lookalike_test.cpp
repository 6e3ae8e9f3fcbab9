// People whose ids look alike are one person, for every guard.
#include <gtest/gtest.h>

#include "rectification/play.h"

namespace aedile::test {
namespace {

const TicketActor inspector = Play::actor("wu", {"inspector"}, "street");
const TicketActor leader = Play::actor("Ｃhen", {"leader"}, "street");
const TicketActor worker = Play::actor("Wang", {"unit", "inspector", "leader"}, "caf\u00E9");

Play reported() {
  Play play({shipped("street_notice")});
  TicketCommand open = play.opening("T1", "issue", inspector);
  open.unit = "caf\u00E9";
  play.must(open);
  play.must(play.full("T1", "report", worker));
  return play;
}

TEST(LookAlikes, DoNotVerifyTheirOwnWork) {
  Play play = reported();
  for (const char* const id : {"wang", "WANG", "ｗａｎｇ", "Ｗang"}) {
    play.must_refuse(play.full("T1", "pass", Play::actor(id, {"inspector"}, "street")), "ticket_not_doer");
  }
  for (const char* const unit : {"CAF\u00C9", "cafe\u0301", "ｃａｆé"}) {
    play.must_refuse(play.full("T1", "pass", Play::actor("he", {"inspector"}, unit)), "ticket_not_unit_of_doer");
  }
  // A Cyrillic а is another letter, and nobody can tell from here that it is the same man.
  EXPECT_TRUE(play.book.may(play.full("T1", "pass", Play::actor("Wаng", {"inspector"}, "street"))).allowed);
  play.must(play.full("T1", "pass", inspector));
}

TEST(LookAlikes, OfTheUnitThatAnswersDoNotFreeIt) {
  Play play({shipped("street_notice")});
  play.must(play.opening("T1", "issue", inspector));
  play.must_refuse(play.full("T1", "void", Play::actor("he", {"leader"}, "Cleaning")), "ticket_unit_answers");
  // And where a command is for that unit, they are of it.
  play.must(play.full("T1", "report", Play::actor("he", {"unit"}, "CLEANING")));
}

TEST(LookAlikes, DoNotDecideOnTheirOwnRequests) {
  Play play({shipped("street_notice")});
  play.must(play.opening("T1", "issue", inspector));
  play.must(play.full("T1", "request_extension", Play::actor("li", {"unit"}, "cleaning")));
  play.must_refuse(play.full("T1", "decide_extension", Play::actor("LI", {"leader"}, "street")),
                   "ticket_not_requester");
  play.must(play.full("T1", "decide_extension", leader));
}

TEST(LookAlikes, AreTheHandlerWhomATicketIsAssignedTo) {
  Play play({shipped("case_loop")});
  std::vector<std::string> all;
  for (const Named& role : play.setup->workflows.front().workflow().roles) all.push_back(role.code);
  const TicketActor any = Play::actor("d1", all, "center");
  play.must(play.opening("T1", "report", any));
  for (const char* const command : {"file", "dispatch", "assign"}) play.must(play.full("T1", command, any));
  EXPECT_EQ(play.book.find("T1")->assignee(), "li");
  play.must(play.full("T1", "submit_done", Play::actor("LI", {"handler"}, "bumen")));
  EXPECT_EQ(play.book.find("T1")->doers().size(), 1u) << "one person, once";
}

TEST(Ids, ThatHoldWhatNobodySeesAreRefused) {
  Play play = reported();
  for (const char* const id : {"wang ", "\u3000wang", "wa\u200Bng", "wa\u00ADng", "wang\u202E"}) {
    play.must_refuse(play.full("T1", "pass", Play::actor(id, {"inspector"}, "street")), "ticket_unseen");
    play.must_refuse(play.full("T1", "pass", Play::actor("he", {"inspector"}, id)), "ticket_unseen");
    TicketCommand open = play.opening("T2", "issue", inspector);
    open.unit = id;
    play.must_refuse(open, "ticket_unseen");
    open.unit = "cleaning";
    open.assignee = id;
    play.must_refuse(open, "ticket_unseen");
    play.must_refuse(play.opening(id, "issue", inspector), "ticket_unseen");
  }
  const auto why = play.book.may(play.full("T1", "pass", Play::actor("wa\u200Bng", {"inspector"}, "street"))).why;
  EXPECT_EQ(
      why.items().front().text.in(),
      "T1: \"actor\" of \"pass\" is \"wa\u200Bng\", which holds U+200B: nobody sees that character there; write it "
      "without");
}

}  // namespace
}  // namespace aedile::test
