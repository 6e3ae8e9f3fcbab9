#include "ticket_lives.h"

#include <chrono>
#include <string>

namespace aedile::workload {

std::vector<TicketCommand> life(std::size_t number, bool whole) {
  const TicketActor inspector{{"wu", "street"}, {"inspector"}};
  const TicketActor worker{{"li", "cleaning"}, {"unit"}};
  const Instant first = Instant::parse("2026-03-02T09:00:00+08:00").value();
  const std::string ticket = "T-2026-" + std::to_string(1'000'000 + number);
  Instant now(first.sys_seconds() + std::chrono::seconds(number % 20'000));
  std::vector<TicketCommand> commands;
  const auto add = [&](const char* name, const TicketActor& actor) -> TicketCommand& {
    now = Instant(now.sys_seconds() + std::chrono::minutes(1));
    commands.push_back({.command = name, .ticket = ticket, .actor = actor, .happened = now, .recorded = now});
    return commands.back();
  };
  // Another photograph each time.
  const auto show = [&](TicketCommand& command) {
    std::string sha256(64, 'a');
    const std::string number_of_it = std::to_string(commands.size());
    sha256.replace(0, number_of_it.size(), number_of_it);
    command.evidence = {{{std::move(sha256), "photo.jpg"}, command.happened}};
  };
  TicketCommand& open = add("issue", inspector);
  open.unit = "cleaning";
  open.opening = TicketOpening{.workflow = "street_notice",
                               .subject = {.title = "litter beside the bin", .site = "S-0017", .item = "3.2"}};
  add("start", worker);
  if (!whole) return commands;
  add("request_extension", worker).reason = "heavy rain";
  show(add("report", worker));
  add("fail", inspector).reason = "still there";
  show(add("report", worker));
  show(add("pass", inspector));
  return commands;
}

}  // namespace aedile::workload
