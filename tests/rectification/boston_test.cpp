// Boston's service levels as tickets: the records of examples/regimes/boston311/, and a year of public ones.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "aedile/io/calendar_json.h"
#include "aedile/io/csv.h"
#include "aedile/io/workflow_json.h"
#include "aedile/rectification/ticket_book.h"
#include "support/shared_folder.h"

namespace aedile {
namespace {

const std::filesystem::path example = std::filesystem::path(AEDILE_SOURCE_DIR) / "examples" / "regimes" / "boston311";

using Row = std::map<std::string, std::string>;

std::vector<Row> rows_of(std::istream& in, const std::string& name) {
  ProblemLog log;
  CsvReader reader(in, name, log);
  std::vector<std::string> header;
  std::vector<Row> rows;
  while (reader.next()) {
    if (header.empty()) {
      for (std::size_t i = 0; i < reader.size(); ++i) header.emplace_back(reader.field(i));
      continue;
    }
    Row& row = rows.emplace_back();
    for (std::size_t i = 0; i < header.size(); ++i) row.emplace(header[i], reader.field(i));
  }
  EXPECT_FALSE(log.has_errors()) << name;
  return rows;
}

/// As of when an open request is judged.
Instant snapshot() { return Instant::parse("2016-01-13T00:00:00Z").value(); }

struct Request {
  std::string id;
  Instant opened;
  std::optional<Instant> closed;
  std::optional<TimeLimit> limit;
};

class City {
 public:
  City() : book_(setup()) {}

  const Ticket* open(const Request& request) {
    TicketCommand command{.command = "request",
                          .ticket = request.id,
                          .actor = {{"caller", ""}, {"caller"}},
                          .happened = request.opened,
                          .recorded = request.opened,
                          .opening = TicketOpening{.workflow = "boston311", .subject = {.title = "request"}}};
    if (request.limit) {
      command.limits = {{"target", *request.limit}};
      const bool business = std::holds_alternative<WorkingDays>(*request.limit);
      command.opening->calendar = business ? "boston" : "round_the_clock";
    }
    const auto made = book_.carry_out(command);
    if (!made) ADD_FAILURE() << request.id << ' ' << made.diagnostics();
    return book_.find(request.id);
  }

  /// The same with a target that is known, whatever it came from.
  void open_with(const Request& request, std::optional<Instant> target) {
    TicketEvent event{
        .ticket = request.id,
        .number = 1,
        .happened = request.opened,
        .recorded = request.opened,
        .kind = CommandKind::open,
        .command = "request",
        .to = "open",
        .opening = TicketOpening{.workflow = "boston311", .edition = "2015", .subject = {.title = "request"}}};
    if (target) {
      const OnDate day{Date(std::chrono::floor<std::chrono::days>(target->sys_seconds()))};
      Deadline deadline;
      deadline.start = request.opened;
      deadline.limit = day;
      deadline.due = *target;
      event.deadlines.push_back({.limit = "target", .deadline = deadline, .original = day});
    }
    const Diagnostics problems = book_.apply(event);
    if (!problems.empty()) ADD_FAILURE() << problems;
  }

  std::string status(const Request& request) {
    if (request.closed) {
      const auto made = book_.carry_out({.command = "close",
                                         .ticket = request.id,
                                         .actor = {{"desk", ""}, {"city"}},
                                         .happened = *request.closed,
                                         .recorded = *request.closed});
      if (!made) ADD_FAILURE() << request.id << ' ' << made.diagnostics();
    }
    const Ticket& ticket = *book_.find(request.id);
    return ticket.was_late() || ticket.overdue(snapshot()) ? "OVERDUE" : "ONTIME";
  }

 private:
  static TicketSetup setup() {
    return {.workflows = {compile(load_workflow(example / "workflow.json").value()).value()},
            .calendars = {compile(load_calendar(example / "calendar.json").value()).value(),
                          compile(load_calendar(example / "clock.json").value()).value()}};
  }
  TicketBook book_;
};

std::optional<TimeLimit> limit_of(const std::string& kind, const std::string& days) {
  if (kind == "B") return WorkingDays(std::atoi(days.c_str()));
  if (kind == "C") return ContinuousHours::hours(24 * std::atoi(days.c_str()));
  return std::nullopt;
}

TEST(Boston311, OwnRecordsHaveTheirTargetsAndTheirStatus) {
  std::ifstream in(example / "requests.csv", std::ios::binary);
  const std::vector<Row> rows = rows_of(in, "requests.csv");
  ASSERT_EQ(rows.size(), 9u);
  City city;
  for (const Row& row : rows) {
    Request request{
        row.at("request"), Instant::parse(row.at("opened")).value(), {}, limit_of(row.at("kind"), row.at("days"))};
    if (!row.at("closed").empty()) request.closed = Instant::parse(row.at("closed")).value();
    const Ticket* const ticket = city.open(request);
    const std::optional<Instant> due = ticket->next_due();
    EXPECT_EQ(due ? due->to_string() : "", row.at("target")) << request.id;
    EXPECT_EQ(city.status(request), row.at("status")) << request.id;
  }
}

// The public records.

std::filesystem::path public_records() { return test::shared_folder() / "data" / "boston311"; }

std::string unpacked(const std::filesystem::path& file) {
  std::string text;
  FILE* const pipe = popen(("xz -dc '" + file.string() + "' 2>/dev/null").c_str(), "r");
  if (pipe == nullptr) return text;
  std::vector<char> part(1 << 16);
  for (std::size_t size = 0; (size = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
    text.append(part.data(), size);
  pclose(pipe);
  return text;
}

/// "01/16/2015 08:30:00 AM"
std::optional<Instant> time_of(const std::string& text) {
  if (text.empty()) return std::nullopt;
  int month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0;
  char half = 0;
  if (std::sscanf(text.c_str(), "%d/%d/%d %d:%d:%d %c", &month, &day, &year, &hour, &minute, &second, &half) != 7) {
    ADD_FAILURE() << text;
    return std::nullopt;
  }
  const Date date = Date::of(year, static_cast<unsigned>(month), static_cast<unsigned>(day)).value();
  return Instant(date.sys_days() + std::chrono::hours(hour % 12 + (half == 'P' ? 12 : 0)) +
                 std::chrono::minutes(minute) + std::chrono::seconds(second));
}

class Boston311Public : public ::testing::Test {
 protected:
  void SetUp() override {
    std::istringstream text(unpacked(public_records() / "cases.csv.xz"));
    if (text.str().empty()) GTEST_SKIP() << "the public records are not there; set AEDILE_SHARED";
    rows_ = rows_of(text, "cases.csv");
    ASSERT_EQ(rows_.size(), 51'353u);
  }
  static Request request_of(const Row& row) {
    return {row.at("CASE_ENQUIRY_ID"), *time_of(row.at("OPEN_DT")), time_of(row.at("CLOSED_DT")), {}};
  }
  std::vector<Row> rows_;
};

TEST_F(Boston311Public, StatusOfEveryLabelledRequest) {
  City city;
  std::size_t labelled = 0;
  std::size_t reversed = 0;
  for (const Row& row : rows_) {
    Request request = request_of(row);
    if (row.at("OnTime_Status").empty()) continue;
    // A few are closed before they were opened: that is what the city's clocks say.
    if (request.closed && *request.closed < request.opened) {
      request.opened = *request.closed;
      ++reversed;
    }
    city.open_with(request, time_of(row.at("TARGET_DT")));
    ASSERT_EQ(city.status(request), row.at("OnTime_Status")) << request.id;
    ++labelled;
  }
  EXPECT_EQ(labelled, 51'338u);
  RecordProperty("closed_before_opened", static_cast<int>(reversed));
}

TEST_F(Boston311Public, TargetsWhereTheLimitIsKnown) {
  std::ifstream in(public_records() / "sla_by_queue.csv", std::ios::binary);
  std::map<std::pair<std::string, std::string>, Row> limits;
  for (Row& row : rows_of(in, "sla_by_queue.csv")) {
    const std::pair key(row.at("TYPE"), row.at("QUEUE"));
    if (std::atof(row.at("rate").c_str()) >= 0.95 && std::atoi(row.at("n").c_str()) >= 30) limits.emplace(key, row);
  }
  City city;
  std::map<std::string, std::pair<std::size_t, std::size_t>> hits;
  for (const Row& row : rows_) {
    const auto limit = limits.find({row.at("TYPE"), row.at("QUEUE")});
    const std::optional<Instant> target = time_of(row.at("TARGET_DT"));
    if (limit == limits.end() || !target) continue;
    Request request = request_of(row);
    const std::string& kind = limit->second.at("kind");
    request.limit = limit_of(kind, limit->second.at("days"));
    const Instant due = *city.open(request)->next_due();
    auto& [near, all] = hits[kind];
    ++all;
    const auto apart = due.sys_seconds() - target->sys_seconds();
    if (apart <= std::chrono::seconds(300) && apart >= std::chrono::seconds(-300)) ++near;
  }
  EXPECT_EQ(hits["B"], (std::pair<std::size_t, std::size_t>(14'158, 14'252)));
  EXPECT_EQ(hits["C"], (std::pair<std::size_t, std::size_t>(8'449, 8'478)));
}

}  // namespace
}  // namespace aedile
