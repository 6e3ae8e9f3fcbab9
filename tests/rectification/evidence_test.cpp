// Evidence that shows nothing new is no evidence.
#include <gtest/gtest.h>

#include "rectification/play.h"

namespace aedile::test {
namespace {

const TicketActor inspector = Play::actor("wu", {"inspector", "caller_desk"}, "street");
const TicketActor leader = Play::actor("chen", {"leader"}, "street");
const TicketActor worker = Play::actor("li", {"unit"}, "cleaning");

/// Waiting to be looked at.
Play reported() {
  Play play({shipped("street_notice")});
  play.must(play.opening("T1", "issue", inspector));
  play.pass(std::chrono::hours(1));
  play.must(play.full("T1", "report", worker));
  play.pass(std::chrono::hours(1));
  return play;
}

Play closed() {
  Play play = reported();
  play.must(play.full("T1", "pass", inspector));
  play.pass(std::chrono::hours(1));
  return play;
}

TicketCommand on(TicketCommand command, Instant taken) {
  command.evidence.front().taken = taken;
  return command;
}

/// The same again with the evidence of an earlier event.
TicketCommand with_that_of(const Play& play, TicketCommand command, std::string_view before) {
  for (const TicketEvent& event : play.events) {
    if (event.command == before) command.evidence.front().file = event.evidence.front().file;
  }
  return command;
}

TEST(Evidence, OfAPassIsNewerThanTheReport) {
  Play play = reported();
  const Instant report = play.events.back().happened;
  for (const char* const command : {"pass", "fail"}) {
    play.must_refuse(on(play.full("T1", command, inspector), at("2026-03-01T09:00:00+08:00")), "ticket_evidence_old");
    play.must_refuse(on(play.full("T1", command, inspector), report), "ticket_evidence_old");
    play.must_refuse(with_that_of(play, play.full("T1", command, inspector), "report"), "ticket_evidence_again");
  }
  play.must(on(play.full("T1", "pass", inspector), Instant(report.sys_seconds() + std::chrono::seconds(1))));
}

TEST(Evidence, OfAPassAfterReworkIsNewerThanTheLastReport) {
  Play play = reported();
  play.must(play.full("T1", "fail", inspector));
  const Instant failed = play.events.back().happened;
  play.pass(std::chrono::hours(1));
  play.must(play.full("T1", "report", worker));
  play.pass(std::chrono::hours(1));
  play.must_refuse(on(play.full("T1", "pass", inspector), failed), "ticket_evidence_old");
  play.must_refuse(with_that_of(play, play.full("T1", "pass", inspector), "fail"), "ticket_evidence_again");
  play.must(play.full("T1", "pass", inspector));
}

TEST(Evidence, OfAFailedLookBackAndAReopeningIsNewerThanTheClosing) {
  Play play = closed();
  const Instant closing = play.events.back().happened;
  play.must_refuse(on(play.full("T1", "look_back_failed", inspector), closing), "ticket_evidence_old");
  play.must_refuse(with_that_of(play, play.full("T1", "look_back_failed", inspector), "report"),
                   "ticket_evidence_again");
  play.must(play.full("T1", "look_back_failed", inspector));
  play.must_refuse(with_that_of(play, play.full("T1", "reopen", leader), "pass"), "ticket_evidence_again");
  play.must_refuse(on(play.full("T1", "reopen", leader), closing), "ticket_evidence_newer_than_closing");
  // What the look-back showed is what it is reopened on.
  play.must(with_that_of(play, play.full("T1", "reopen", leader), "look_back_failed"));
}

TEST(Evidence, OfEveryShippedVerificationIsNew) {
  struct Case {
    const char* workflow;
    const char* open;
    std::vector<const char*> way;
    const char* verification;
  };
  for (const Case& each :
       {Case{"on_the_spot", "find", {"correct"}, "confirm"}, Case{"on_the_spot", "find", {"correct"}, "not_yet"},
        Case{"inspection_cycle", "cite", {"correct"}, "clear"}, Case{"inspection_cycle", "cite", {}, "cited_again"},
        Case{"inspection_cycle", "cite", {"correct", "clear"}, "seen_again"},
        Case{"hotline", "register", {"assign", "sign", "answer"}, "satisfied"},
        Case{"hotline", "register", {"assign", "sign", "answer"}, "close_unreasonable"},
        Case{"hotline", "register", {"assign", "sign", "answer"}, "dissatisfied"}}) {
    SCOPED_TRACE(std::string(each.workflow) + " " + each.verification);
    Play play({shipped(each.workflow)});
    std::vector<std::string> roles;
    for (const Named& role : play.setup->workflows.front().workflow().roles) roles.push_back(role.code);
    const TicketActor doer = Play::actor("li", roles, "cleaning");
    const TicketActor other = Play::actor("wu", roles, "street");
    play.must(play.opening("T1", each.open, other));
    for (const char* const command : each.way) {
      play.must(play.full("T1", command, command == std::string("clear") ? other : doer));
    }
    const Instant last = play.events.back().happened;
    play.pass(std::chrono::hours(1));
    play.must_refuse(on(play.full("T1", each.verification, other), last), "ticket_evidence_old");
    if (!each.way.empty()) {
      play.must_refuse(with_that_of(play, play.full("T1", each.verification, other), each.way.back()),
                       "ticket_evidence_again");
    }
    play.must(play.full("T1", each.verification, other));
  }
}

TEST(Evidence, ThatCameWithAMergedTicketIsNotNew) {
  Play play({shipped("street_notice")});
  play.must(play.opening("T1", "issue", inspector));
  play.must(play.opening("T2", "issue", inspector));
  TicketCommand photographed = play.full("T1", "return", worker);
  play.must(photographed);
  TicketCommand merge = play.full("T1", "merge", leader);
  merge.into = "T2";
  play.must(merge);
  play.must(play.full("T2", "report", worker));
  TicketCommand pass = play.full("T2", "pass", inspector);
  pass.evidence = photographed.evidence;
  pass.evidence.front().taken = play.now;
  play.must_refuse(pass, "ticket_evidence_again");
}

TEST(Evidence, ThatIsEmptyOrGivenTwiceIsRefused) {
  Play play = reported();
  TicketCommand pass = play.full("T1", "pass", inspector);
  pass.evidence.front().file.sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  play.must_refuse(pass, "ticket_evidence_empty");
  pass = play.full("T1", "pass", inspector);
  pass.evidence.push_back(pass.evidence.front());
  pass.evidence.back().file.name = "other.jpg";
  play.must_refuse(pass, "ticket_evidence_twice");
  // Also where none is asked for.
  TicketCommand reply = play.full("T1", "fail", inspector);
  reply.evidence.front().file.sha256 = "photograph";
  play.must_refuse(reply, "ticket_evidence");
}

TEST(Words, ThatSayNothingAreRefused) {
  Play play = reported();
  for (const char* const blank : {" ", "\u3000", "\u200B\u00A0"}) {
    TicketCommand fail = play.full("T1", "fail", inspector);
    fail.reason = blank;
    play.must_refuse(fail, "ticket_reason");
    TicketCommand pass = play.full("T1", "pass", inspector);
    pass.reason = blank;  // which need not be given
    play.must_refuse(pass, "ticket_reason");
    TicketCommand open = play.opening("T2", "issue", inspector);
    open.opening->subject.title = blank;
    play.must_refuse(open, "ticket_title");
  }
  TicketCommand open = play.opening("T2", "issue", inspector);
  open.opening->subject.title.clear();
  play.must_refuse(open, "ticket_title");
  open = play.opening("T2", "issue", inspector);
  open.opening->subject.findings = {{"V1", 0}};
  play.must_refuse(open, "ticket_finding");
  open.opening->subject.findings = {{"V1", 1}};
  play.must(open);
}

TEST(Links, ThatLeadNowhereAreRefused) {
  Play play = reported();
  TicketCommand open = play.opening("T2", "issue", inspector);
  open.links = {{LinkKind::recurrence_of, "T9"}};
  play.must_refuse(open, "ticket_link_unknown");
  open.links = {{LinkKind::propagated_from, "T2"}};
  play.must_refuse(open, "ticket_link_itself");
  for (const LinkKind kind : {LinkKind::split_from, LinkKind::merged_into, LinkKind::took_in}) {
    open.links = {{kind, "T1"}};
    play.must_refuse(open, "ticket_link_kind");
  }
  open.links = {{LinkKind::recurrence_of, "T1"}};
  play.must(open);
}

}  // namespace
}  // namespace aedile::test
