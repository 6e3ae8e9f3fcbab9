#include "aedile/calendars.h"

#include <algorithm>
#include <array>

#include "aedile/input.h"
#include "aedile/io/calendar_json.h"
#include "aedile/texts.h"

namespace aedile::tool {

namespace {

Result<Calendar> load(const std::string& id_or_file) {
  if (!shipped_calendar_text(id_or_file).empty()) return shipped_calendar(id_or_file);
  return read_calendar(read_text(id_or_file), shown_name(id_or_file));
}

}  // namespace

CalendarQuestion::CalendarQuestion(const CalendarArguments& arguments, Console& console)
    : arguments_(arguments), console_(console), log_(console.problem_limit), name_(shown_name(arguments.calendar)) {
  const std::optional<Calendar> calendar = value(load(arguments.calendar));
  if (!calendar) return;
  Result<CalendarHistory> compiled = compile(*calendar);
  if (compiled) log_.append(compiled.diagnostics());
  history_ = value(std::move(compiled));
}

const WorkingCalendar* CalendarQuestion::version() {
  if (!history_) return nullptr;
  Diagnostics problem;
  const Place place{name_, 0, 0, {}};
  if (!arguments_.version.empty()) {
    if (const WorkingCalendar* const found = history_->find(arguments_.version)) return found;
    std::string known;
    for (const WorkingCalendar& each : history_->versions()) known += (known.empty() ? "" : ", ") + each.version();
    problem.error(place, texts::no_such_version, {history_->id(), arguments_.version, known});
  } else if (!arguments_.known_at.empty()) {
    if (const WorkingCalendar* const known = history_->known_at(time(arguments_.known_at))) return known;
    problem.error(place, texts::nothing_known, {history_->id(), arguments_.known_at});
  } else {
    return &history_->latest();
  }
  log_.append(problem);
  return nullptr;
}

Instant CalendarQuestion::time(const std::string& text) {
  const Result<Instant> time = history_->latest().zone().parse(text);
  if (!time) throw UsageFailure{time.diagnostics().items().front().text};
  return *time;
}

void CalendarQuestion::note(const Diagnostics& problems) {
  for (Diagnostic problem : problems) {
    // What has no place of its own is said by the calendar.
    if (problem.place == Place{}) problem.place.file = name_;
    log_.add(std::move(problem));
  }
}

int CalendarQuestion::answer(const char* format, bool answered, const std::function<void()>& print_answer,
                             const std::function<void(JsonWriter&)>& write) {
  if (arguments_.json) {
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("aedile").string(format);
    if (answered) write(json);
    write_problems(json, console_, log_);
    json.end_object();
    console_.out << text << '\n';
  } else {
    print(console_, log_);
    if (answered) print_answer();
  }
  return log_.has_errors() ? exit_data : exit_fine;
}

bool is_date(const std::string& text) { return Date::parse(text).ok(); }

std::string weekday_text(const Console& console, Date date) {
  static constexpr std::array<const Message*, 7> names{&texts::monday,   &texts::tuesday, &texts::wednesday,
                                                       &texts::thursday, &texts::friday,  &texts::saturday,
                                                       &texts::sunday};
  return console.text(*names[date.weekday() - 1]);
}

}  // namespace aedile::tool
