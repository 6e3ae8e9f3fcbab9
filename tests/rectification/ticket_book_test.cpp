// How a book finds tickets and keeps what is due, against a search through all of them.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <tuple>

#include "rectification/play.h"

namespace aedile::test {
namespace {

const TicketActor inspector = Play::actor("wu", {"inspector"}, "street");
const TicketActor worker = Play::actor("li", {"unit"}, "cleaning");

std::vector<DueTicket> due_by_search(const TicketBook& book, Instant as_of, std::optional<Instant> until) {
  std::vector<DueTicket> due;
  for (const Ticket& ticket : book.tickets()) {
    for (const TicketLimit& limit : ticket.limits()) {
      if (!limit.runs() || !limit.deadline || (until && *until < limit.deadline->due)) continue;
      due.push_back(
          {ticket.id(), ticket.workflow().limit(limit.limit).code, limit.deadline->due, limit.deadline->due < as_of});
    }
  }
  std::sort(due.begin(), due.end(), [](const DueTicket& a, const DueTicket& b) {
    return std::tie(a.due, a.ticket, a.limit) < std::tie(b.due, b.ticket, b.limit);
  });
  return due;
}

RC_GTEST_PROP(TicketBook, FindsAndListsAsASearchThroughAllDoes, ()) {
  Play play({shipped("street_notice")});
  const int steps = *rc::gen::inRange(1, 120);
  int tickets = 0;
  for (int i = 0; i < steps; ++i) {
    const int chosen = *rc::gen::inRange(0, 2 * tickets + 1);
    if (chosen >= tickets) {
      const std::string id = "T-" + std::to_string(tickets++);
      RC_ASSERT(play.book.find(id) == nullptr);
      TicketCommand issue = play.opening(id, "issue", inspector);
      issue.limits = {{"rectify", WorkingHours::hours(*rc::gen::inRange(1, 60))}};
      play.must(issue);
    } else {
      const Ticket& ticket = play.book.tickets()[static_cast<std::size_t>(chosen)];
      if (ticket.has_ended()) continue;
      if (ticket.state_code() == "rectifying") {
        play.must(play.full(ticket.id(), "report", worker));
      } else {
        play.must(play.full(ticket.id(), *rc::gen::arbitrary<bool>() ? "fail" : "pass", inspector));
      }
    }
    play.pass(std::chrono::minutes(*rc::gen::inRange(0, 60)));
  }
  for (int i = 0; i < tickets; ++i) {
    const std::string id = "T-" + std::to_string(i);
    const Ticket* const found = play.book.find(id);
    RC_ASSERT(found != nullptr);
    RC_ASSERT(found->id() == id);
    RC_ASSERT(found == &play.book.tickets()[static_cast<std::size_t>(i)]);
  }
  RC_ASSERT(play.book.find("") == nullptr);
  RC_ASSERT(play.book.find("T-" + std::to_string(tickets)) == nullptr);

  const Instant as_of(play.now.sys_seconds() + std::chrono::minutes(*rc::gen::inRange(-20'000, 20'000)));
  const Instant until(play.now.sys_seconds() + std::chrono::minutes(*rc::gen::inRange(-20'000, 20'000)));
  RC_ASSERT(play.book.due(as_of) == due_by_search(play.book, as_of, std::nullopt));
  RC_ASSERT(play.book.due(as_of, until) == due_by_search(play.book, as_of, until));
  // A copy stands on its own, and so does what is read back.
  TicketBook copy = play.book;
  play.must(play.opening("T-later", "issue", inspector));
  RC_ASSERT(copy.find("T-later") == nullptr);
  RC_ASSERT(copy.due(as_of, until) == due_by_search(copy, as_of, until));
  RC_ASSERT(replay(play.setup, play.events).value() == play.book);
}

}  // namespace
}  // namespace aedile::test
