// The story of docs/rectification.md, line by line.
#include <gtest/gtest.h>

#include "rectification/play.h"

namespace aedile::test {
namespace {

TEST(Story, OfOneTicket) {
  const TicketActor wu = Play::actor("wu", {"inspector"}, "street");
  const TicketActor li = Play::actor("li", {"unit"}, "cleaning");
  const TicketActor chen = Play::actor("chen", {"leader"}, "street");
  Play play({shipped("street_notice")});
  const auto on = [&](const char* time) { play.now = at(time); };

  play.must(play.opening("T-12", "issue", wu));
  const Ticket& ticket = *play.book.find("T-12");
  EXPECT_EQ(ticket.next_due(), at("2026-03-10T00:00:00+08:00"));
  std::vector<std::string> offered;
  const auto allowed = play.book.allowed("T-12", li, play.now).value();
  for (const AllowedCommand& each : allowed) offered.push_back(each.command);
  EXPECT_EQ(offered, (std::vector<std::string>{"start", "report", "return", "reply", "request_extension",
                                               "request_suspension"}));
  on("2026-03-03T09:00:00+08:00");
  play.must_refuse(play.command("T-12", "report", li), "ticket_evidence");
  on("2026-03-04T09:00:00+08:00");
  play.must(play.full("T-12", "request_extension", li));
  play.must_refuse(play.full("T-12", "request_extension", li), "ticket_no_open_request");
  play.must(play.full("T-12", "decide_extension", chen));
  EXPECT_EQ(ticket.next_due(), at("2026-03-17T00:00:00+08:00"));
  on("2026-03-12T10:00:00+08:00");
  play.must(play.full("T-12", "report", li));
  EXPECT_TRUE(ticket.is_doer("li"));
  on("2026-03-13T10:00:00+08:00");
  const TicketCommand own = play.full("T-12", "pass", Play::actor("li", {"unit", "inspector"}, "cleaning"));
  play.must_refuse(own, "ticket_not_doer");
  EXPECT_EQ(play.book.may(own).why.to_string(),
            "error: T-12: \"pass\" is not for li, who did some of the work; ask somebody who did none of it "
            "[ticket_not_doer]\n");
  play.must(play.full("T-12", "fail", wu));
  EXPECT_EQ(ticket.rework(), 1u);
  EXPECT_EQ(ticket.next_due(), at("2026-03-17T00:00:00+08:00"));
  on("2026-03-17T10:00:00+08:00");
  play.must(play.full("T-12", "report", li));
  EXPECT_TRUE(ticket.was_late());
  on("2026-03-18T10:00:00+08:00");
  play.must(play.full("T-12", "pass", wu));
  EXPECT_EQ(ticket.ending(), Ending::closed);
  on("2026-03-23T10:00:00+08:00");
  play.must(play.full("T-12", "appeal", li));
  play.must(play.full("T-12", "decide_appeal", chen));
  EXPECT_FALSE(ticket.lateness_exempt());
  play.must(play.full("T-12", "decide_appeal", Play::actor("he", {"supervisor"})));
  EXPECT_TRUE(ticket.lateness_exempt());
  EXPECT_TRUE(ticket.was_late());
  on("2026-04-02T10:00:00+08:00");
  play.must(play.full("T-12", "look_back_failed", wu));
  EXPECT_EQ(ticket.ending(), Ending::closed);
  TicketCommand reopen = play.full("T-12", "reopen", chen);
  reopen.evidence.front().taken = at("2026-03-18T09:00:00+08:00");
  play.must_refuse(reopen, "ticket_evidence_newer_than_closing");
  play.must(play.full("T-12", "reopen", chen));
  EXPECT_FALSE(ticket.ending());
  EXPECT_EQ(ticket.next_due(), at("2026-03-17T00:00:00+08:00"));
}

}  // namespace
}  // namespace aedile::test
