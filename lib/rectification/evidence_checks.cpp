#include "rectification/evidence_checks.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "aedile/inspection/evidence.h"
#include "aedile/rectification/day_and_time.h"
#include "aedile/rectification/setup_lookup.h"
#include "core/excerpt.h"
#include "rectification/messages_ticket.h"

namespace aedile::detail {

namespace {

/// SHA-256 of nothing.
constexpr std::string_view empty_file = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// Where a file was handed in before.
struct HandedIn {
  const Ticket* ticket = nullptr;
  std::uint32_t event = 0;
};

/// With the ticket, or with one whose work it goes on with. seen: those that were asked already.
std::optional<HandedIn> handed_in(const TicketBook& book, const Ticket& ticket, std::uint64_t mark,
                                  std::vector<const Ticket*>& seen) {
  if (const std::uint32_t event = ticket.handed_in_with(mark); event != 0) return HandedIn{&ticket, event};
  if (ticket.links().empty()) return std::nullopt;
  if (std::find(seen.begin(), seen.end(), &ticket) != seen.end()) return std::nullopt;
  seen.push_back(&ticket);
  for (const TicketLink& link : ticket.links()) {
    if (link.kind != LinkKind::took_in && link.kind != LinkKind::split_from) continue;
    const Ticket* const other = book.find(link.ticket);
    if (other == nullptr) continue;
    if (const std::optional<HandedIn> there = handed_in(book, *other, mark, seen)) return there;
  }
  return std::nullopt;
}

bool verifies(CommandKind kind) { return kind == CommandKind::verify_pass || kind == CommandKind::verify_fail; }

}  // namespace

std::uint64_t mark_of(std::string_view sha256) {
  std::uint64_t mark = 0;
  const std::string_view beginning = sha256.substr(0, 16);
  std::from_chars(beginning.data(), beginning.data() + beginning.size(), mark, 16);
  return mark;
}

Diagnostics unfit_evidence(const TicketBook& book, const Ticket* ticket, CommandKind kind,
                           const TicketCommand& command) {
  Diagnostics problems;
  const auto refuse = [&](const Message& message, std::vector<std::string> more) {
    more.insert(more.begin(), {excerpt(command.ticket), command.command});
    problems.error({}, message, std::move(more));
  };
  const auto shown = [&](Instant at) { return day_and_time(usual_calendar(book.setup()).latest().zone(), at); };
  for (auto piece = command.evidence.begin(); piece != command.evidence.end(); ++piece) {
    const bool twice = std::any_of(command.evidence.begin(), piece, [&](const TicketEvidence& other) {
      return other.file.sha256 == piece->file.sha256;
    });
    if (!is_sha256(piece->file.sha256) || piece->taken > command.happened) {
      refuse(messages::ticket_evidence, {});
    } else if (piece->file.sha256 == empty_file) {
      refuse(messages::ticket_evidence_empty, {excerpt(piece->file.name)});
    } else if (twice) {
      refuse(messages::ticket_evidence_twice, {excerpt(piece->file.name)});
    } else if (ticket != nullptr && (verifies(kind) || kind == CommandKind::reopen)) {
      std::vector<const Ticket*> seen;
      const std::optional<HandedIn> before = handed_in(book, *ticket, mark_of(piece->file.sha256), seen);
      // What a failed look-back showed is what a ticket is reopened on.
      const bool since_closing =
          before && before->ticket == ticket && kind == CommandKind::reopen && before->event > ticket->ended_with();
      if (before && !since_closing) {
        refuse(messages::ticket_evidence_again,
               {excerpt(piece->file.name), excerpt(before->ticket->id()), std::to_string(before->event)});
      } else if (verifies(kind) && piece->taken <= ticket->to_verify_since()) {
        refuse(messages::ticket_evidence_old,
               {excerpt(piece->file.name), shown(piece->taken), shown(ticket->to_verify_since())});
      }
    }
  }
  return problems;
}

}  // namespace aedile::detail
