#include "ticket_lives.h"

#include <chrono>
#include <string>

namespace aedile::workload {

std::vector<TicketCommand> life(std::size_t number, bool whole) {
  const TicketActor inspector{{"wu", "street"}, {"inspector"}};
  const TicketActor worker{{"li", "cleaning"}, {"unit"}};
  const TicketEvidence photograph{{std::string(64, 'a'), "photo.jpg"},
                                  Instant::parse("2026-03-02T09:00:00+08:00").value()};
  const std::string ticket = "T-2026-" + std::to_string(1'000'000 + number);
  Instant now(photograph.taken.sys_seconds() + std::chrono::seconds(number % 20'000));
  std::vector<TicketCommand> commands;
  const auto add = [&](const char* name, const TicketActor& actor) -> TicketCommand& {
    now = Instant(now.sys_seconds() + std::chrono::minutes(1));
    commands.push_back({.command = name, .ticket = ticket, .actor = actor, .happened = now, .recorded = now});
    return commands.back();
  };
  TicketCommand& open = add("issue", inspector);
  open.unit = "cleaning";
  open.opening = TicketOpening{.workflow = "street_notice",
                               .subject = {.title = "litter beside the bin", .site = "S-0017", .item = "3.2"}};
  add("start", worker);
  if (!whole) return commands;
  add("request_extension", worker).reason = "heavy rain";
  add("report", worker).evidence = {photograph};
  add("fail", inspector).reason = "still there";
  add("report", worker).evidence = {photograph};
  add("pass", inspector).evidence = {photograph};
  return commands;
}

}  // namespace aedile::workload
