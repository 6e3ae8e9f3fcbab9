#include "aedile/journal/unit_ledger.h"

#include <algorithm>

#include "aedile/io/ticket_event_json.h"
#include "aedile/rectification/setup_lookup.h"
#include "core/excerpt.h"
#include "core/likeness.h"
#include "journal/messages_units.h"
#include "journal/unit_json.h"
#include "rectification/messages_regulations.h"

namespace aedile {

namespace {

std::string place_of(const JournalEvent& event) { return "event " + std::to_string(event.seq); }

/// What a word that a workflow emits says of the unit; nothing where it is about something else.
std::optional<Verdict> verdict_in(std::string_view word) {
  constexpr std::string_view prefix = "unit.";
  if (!word.starts_with(prefix)) return std::nullopt;
  return parse_verdict(word.substr(prefix.size()));
}

/// That of the unit, or the one that all go by.
const WorkingCalendar& calendar_of(const TicketSetup& setup, std::string_view unit) {
  const auto own = setup.calendar_of_unit.find(std::string(unit));
  const CalendarHistory* const found =
      own == setup.calendar_of_unit.end() ? nullptr : find_calendar(setup, own->second);
  return (found == nullptr ? usual_calendar(setup) : *found).latest();
}

std::vector<Occasion> occasions_of(const UnitRecord& record, std::optional<Instant> until = {}) {
  std::vector<Occasion> occasions;
  for (const JudgedOccasion& each : record.occasions) {
    if (!until || each.happened <= *until) occasions.push_back(each.occasion);
  }
  return occasions;
}

const JudgedOccasion* find(const UnitRecord& record, const std::string& occasion) {
  const auto found = std::find_if(record.occasions.begin(), record.occasions.end(),
                                  [&](const JudgedOccasion& each) { return each.occasion.id == occasion; });
  return found == record.occasions.end() ? nullptr : &*found;
}

Result<UnitLedger> units_in(TicketJournal& tickets) {
  const Result<JournalView> view = tickets.journal().view();
  if (!view) return view.diagnostics();
  return fold_units(*view, tickets.ledger());
}

}  // namespace

Diagnostics UnitLedger::apply(const JournalEvent& event, const TimeZone& zone, const KeptOfEvent* kept) {
  if (event.entry.command == forget_command) return {};
  if (event.redacted && kept != nullptr && !kept->unit.empty()) unit_of_ticket_[event.entry.subject] = kept->unit;
  if (event.entry.command == unit_judged_command || event.entry.command == unit_step_command) return unit_event(event);
  if (event.entry.command.starts_with(ticket_command_prefix) && !event.redacted) return ticket_event(event, zone);
  return {};
}

Diagnostics UnitLedger::unit_event(const JournalEvent& event) {
  Diagnostics problems;
  const std::string& unit = event.entry.subject;
  const auto unread = [&](const Diagnostics& found) {
    for (const Diagnostic& problem : found) {
      problems.error({}, messages::not_a_unit_event,
                     {std::to_string(event.seq), detail::excerpt(unit), problem.text.in(Language::en)});
    }
    return problems;
  };
  if (event.redacted) {
    problems.error({}, messages::redacted_unit_event, {std::to_string(event.seq), detail::excerpt(unit)});
    return problems;
  }
  if (event.entry.command == unit_judged_command) {
    Result<Occasion> occasion = detail::read_occasion(event.entry.payload, place_of(event));
    if (!occasion) return unread(occasion.diagnostics());
    units_[unit].occasions.push_back({std::move(*occasion), event.entry.happened, event.seq});
  } else {
    Result<std::string> step = detail::read_unit_step(event.entry.payload, place_of(event));
    if (!step) return unread(step.diagnostics());
    units_[unit].steps.push_back(std::move(*step));
  }
  return problems;
}

Diagnostics UnitLedger::ticket_event(const JournalEvent& event, const TimeZone& zone) {
  const Result<TicketEvent> read = read_ticket_event(event.entry.payload, place_of(event));
  if (!read) return read.diagnostics();
  if (read->unit) unit_of_ticket_[read->ticket] = *read->unit;
  for (const Effect& effect : read->effects) {
    const std::optional<Verdict> verdict =
        effect.kind == EffectKind::emit ? verdict_in(effect.argument) : std::optional<Verdict>();
    const std::string& unit = unit_of_ticket_[read->ticket];
    if (!verdict || unit.empty()) continue;
    Occasion occasion{read->ticket + "/" + std::to_string(read->number), zone.local(read->happened).date, *verdict,
                      read->reason};
    units_[unit].occasions.push_back({std::move(occasion), read->happened, event.seq});
  }
  return {};
}

Result<UnitLedger> fold_units(const JournalView& view, const TicketLedger& tickets, const AsOf& when) {
  UnitLedger ledger;
  if (tickets.regulations() == nullptr) return ledger;
  const TimeZone& zone = calendar_of(*tickets.regulations()->setup, {}).zone();
  Diagnostics problems;
  const Diagnostics reading = view.as_of(when, [&](const JournalEvent& event) {
    const auto kept = tickets.kept().find(event.seq);
    problems = ledger.apply(event, zone, kept == tickets.kept().end() ? nullptr : &kept->second);
    return !problems.has_errors();
  });
  if (reading.has_errors()) return reading;
  if (problems.has_errors()) return problems;
  return ledger;
}

Result<Climb> climb_of(const TicketLedger& tickets, const UnitLedger& units, std::string_view unit) {
  const Adopted* const regulations = tickets.regulations();
  if (regulations == nullptr || !regulations->unit_ladder) return {Place{}, messages::no_unit_ladder};
  const auto found = units.units().find(unit);
  if (found == units.units().end()) return Climb{};
  return climb(*regulations->unit_ladder, occasions_of(found->second), calendar_of(*regulations->setup, unit));
}

Result<UnitReceipt> judge_units(TicketJournal& tickets, const std::map<std::string, std::vector<Occasion>>& by_unit,
                                const Person& actor, Instant happened, Instant recorded) {
  const Adopted* const regulations = tickets.ledger().regulations();
  if (regulations == nullptr || !regulations->unit_ladder) return {Place{}, messages::no_unit_ladder};
  const Result<UnitLedger> ledger = units_in(tickets);
  if (!ledger) return ledger.diagnostics();
  const Date today = calendar_of(*regulations->setup, {}).zone().local(happened).date;
  UnitReceipt receipt;
  std::vector<JournalEntry> entries;
  Diagnostics problems;
  for (const auto& [unit, occasions] : by_unit) {
    if (detail::is_same_name(unit, actor.unit)) {
      problems.error({}, messages::own_occasion, {detail::excerpt(actor.id), detail::excerpt(unit)});
      continue;
    }
    if (const std::optional<std::string> found = detail::unseen(unit)) {
      problems.error({}, messages::unseen_character, {detail::excerpt(unit), *found});
      continue;
    }
    UnitRecord known;
    if (const auto found = ledger->units().find(unit); found != ledger->units().end()) known = found->second;
    for (const Occasion& occasion : occasions) {
      if (const JudgedOccasion* const before = find(known, occasion.id)) {
        if (before->occasion == occasion) {
          ++receipt.repeated;
        } else {
          problems.error({}, messages::occasion_recorded,
                         {detail::excerpt(unit), detail::excerpt(occasion.id), std::to_string(before->seq)});
        }
        continue;
      }
      if (occasion.day > today) {
        problems.error({}, messages::occasion_ahead,
                       {detail::excerpt(unit), detail::excerpt(occasion.id), occasion.day.to_string()});
        continue;
      }
      JournalEntry entry{
          .happened = happened, .actor = actor.id, .command = std::string(unit_judged_command), .subject = unit};
      entry.payload = detail::write_occasion(occasion);
      known.occasions.push_back({occasion, happened, tickets.journal().head().size + entries.size() + 1});
      entries.push_back(std::move(entry));
      receipt.judged.emplace_back(unit, occasion);
    }
  }
  if (problems.has_errors()) return problems;
  if (entries.empty()) return receipt;
  const Result<std::vector<Appended>> appended = tickets.journal().append(entries, recorded);
  if (!appended) return appended.diagnostics();
  return receipt;
}

Result<UnitReceipt> climb_units(TicketJournal& tickets, std::string_view actor, Instant as_of, Instant recorded) {
  UnitReceipt receipt;
  const Adopted* const regulations = tickets.ledger().regulations();
  if (regulations == nullptr || !regulations->unit_ladder) return receipt;
  const Result<UnitLedger> ledger = units_in(tickets);
  if (!ledger) return ledger.diagnostics();
  std::vector<JournalEntry> entries;
  for (const auto& [unit, record] : ledger->units()) {
    const Result<Climb> climbed =
        climb(*regulations->unit_ladder, occasions_of(record, as_of), calendar_of(*regulations->setup, unit));
    if (!climbed) return climbed.diagnostics();
    for (const UnitStep& step : climbed->steps) {
      if (std::find(record.steps.begin(), record.steps.end(), step.key) != record.steps.end()) continue;
      const JudgedOccasion& ground = *find(record, step.occasion);
      JournalEntry entry{.happened = ground.happened,
                         .actor = std::string(actor),
                         .command = std::string(unit_step_command),
                         .subject = unit};
      entry.cause = ground.seq;
      entry.payload = detail::write_unit_step(step);
      entry.effects.push_back({"ladder", detail::write_step_effect(unit, step)});
      entries.push_back(std::move(entry));
      receipt.steps.emplace_back(unit, step);
    }
  }
  if (entries.empty()) return receipt;
  const Result<std::vector<Appended>> appended = tickets.journal().append(entries, recorded);
  if (!appended) return appended.diagnostics();
  return receipt;
}

}  // namespace aedile
