#include "aedile/io/icalendar.h"

#include <algorithm>
#include <unordered_map>

#include "core/excerpt.h"
#include "io/messages_inspection.h"

namespace aedile {

namespace {

/// TEXT of RFC 5545, 3.3.11. Control characters have no place in it and become blanks; bytes that are no UTF-8, U+FFFD.
std::string escaped(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t length = detail::utf8_sequence_length(text);
    const std::string_view character = text.substr(0, std::max<std::size_t>(length, 1));
    const char c = character.front();
    if (length == 0) {
      result += "\xEF\xBF\xBD";
    } else if (c == '\\' || c == ';' || c == ',') {
      (result += '\\') += c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      result += ' ';
    } else {
      result += character;
    }
    text.remove_prefix(character.size());
  }
  return result;
}

/// "20261109"
std::string basic(Date date) {
  std::string text = date.to_string();
  std::erase(text, '-');
  return text;
}

/// "20261109T110000Z"
std::string basic(Instant instant) {
  std::string text = instant.to_string();
  std::erase(text, '-');
  std::erase(text, ':');
  return text;
}

class Lines {
 public:
  explicit Lines(std::ostream& out) : out_(out) {}

  /// Folded: each line after the first begins with a blank, which counts among its 75 bytes.
  void operator()(std::string_view name, std::string_view value) {
    std::string text(name);
    text += value;
    std::string_view rest(text);
    std::size_t room = 75;
    while (rest.size() > room) {
      std::size_t cut = room;
      while ((static_cast<unsigned char>(rest[cut]) & 0xC0) == 0x80) --cut;
      out_ << rest.substr(0, cut) << "\r\n ";
      rest.remove_prefix(cut);
      room = 74;
    }
    out_ << rest << "\r\n";
  }

 private:
  std::ostream& out_;
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void write_event(Lines& line, const PlannedVisit& visit, const IcalendarOptions& options,
                 const std::vector<std::string>* inspectors) {
  const std::string& title = visit.title.in(options.language);
  line("BEGIN:", "VEVENT");
  line("UID:", escaped(visit.id + "@" + options.domain));
  line("DTSTAMP:", basic(options.stamp));
  if (visit.start && visit.end) {
    line("DTSTART:", basic(*visit.start));
    line("DTEND:", basic(*visit.end));
  } else {
    line("DTSTART;VALUE=DATE:", basic(visit.date));
    line("DTEND;VALUE=DATE:", basic(visit.date.plus_days(1)));
  }
  line("SUMMARY:", escaped(aedile::title(visit.mode).in(options.language) + " " +
                           (title.empty() || title == visit.site ? visit.site : visit.site + " " + title)));
  line("CATEGORIES:", escaped(to_string(visit.mode)));
  std::string description = Text(messages::visit_needs, {std::to_string(visit.inspectors)}).in(options.language);
  if (inspectors) description = Text(messages::visit_team, {joined(*inspectors)}).in(options.language);
  line("DESCRIPTION:", escaped(description));
  if (visit.at) line("GEO:", visit.at->latitude.to_string() + ";" + visit.at->longitude.to_string());
  line("END:", "VEVENT");
}

}  // namespace

void write_icalendar(std::ostream& out, std::span<const PlannedVisit> visits, const IcalendarOptions& options,
                     const Assignment* assignment) {
  std::unordered_map<std::string_view, const AssignedVisit*> teams;
  if (assignment) {
    for (const AssignedVisit& assigned : assignment->visits) teams.emplace(assigned.visit, &assigned);
  }
  Lines line(out);
  line("BEGIN:", "VCALENDAR");
  line("VERSION:", "2.0");
  line("PRODID:", "-//aedile//inspection//EN");
  line("CALSCALE:", "GREGORIAN");
  line("METHOD:", "PUBLISH");
  if (!options.name.empty()) line("X-WR-CALNAME:", escaped(options.name));
  for (const PlannedVisit& visit : visits) {
    if (options.leave_out_covert && visit.mode == Mode::covert) continue;
    const auto team = teams.find(visit.id);
    write_event(line, visit, options, team == teams.end() ? nullptr : &team->second->inspectors);
  }
  line("END:", "VCALENDAR");
}

}  // namespace aedile
