// The journal beside plain SQLite: durable appends in commits of 1,000 against plain inserts of the same bytes in the
// same run, in turns; then opening, replay, proofs and a complete check of what was written.
//
// Records are those of workload W5 (a million of 32 to 96 bytes), as JSON texts. Plain SQLite keeps (seq, bytes) in a
// file with a write-ahead log and synchronous=FULL. What either has written is counted and summed before its time
// counts.

#include <benchmark/benchmark.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "aedile/io/calendar_json.h"
#include "aedile/io/ticket_event_json.h"
#include "aedile/io/workflow_json.h"
#include "aedile/journal/journal.h"
#include "aedile/journal/ticket_journal.h"
#include "numbers.h"
#include "ticket_lives.h"
#include "workload.h"

namespace aedile {
namespace {

constexpr std::size_t events_a_commit = 1'000;

using workload::Numbers;

/// A batch of JSON texts of 32 to 96 bytes.
std::vector<JournalEntry> batch(Numbers& numbers, std::uint64_t first) {
  std::vector<JournalEntry> entries(events_a_commit);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::uint64_t number = first + i;
    JournalEntry& entry = entries[i];
    entry.happened = Instant(std::chrono::sys_seconds(std::chrono::seconds(1'760'000'000 + number / 10)));
    entry.actor = "inspector-" + std::to_string(number % 40);
    entry.command = "ticket.report";
    entry.subject = "T-" + std::to_string(number % 100'000);
    const std::size_t length = 32 + numbers(65);
    entry.payload = R"({"text":")";
    while (entry.payload.size() < length - 2) entry.payload += static_cast<char>('a' + numbers(26));
    entry.payload += "\"}";
  }
  return entries;
}

Instant recorded(std::uint64_t number) {
  return Instant(std::chrono::sys_seconds(std::chrono::seconds(1'770'000'000 + number / 1'000)));
}

/// Where a disk is meant: $AEDILE_BENCH_DIR, else the build's folder.
std::filesystem::path folder() {
  const char* const chosen = std::getenv("AEDILE_BENCH_DIR");
  std::filesystem::path path = chosen != nullptr ? chosen : std::filesystem::current_path().string();
  path /= "journal_benchmark.tmp";
  std::filesystem::create_directories(path);
  return path;
}

void remove_files(const std::filesystem::path& file) {
  for (const char* const suffix : {"", "-wal", "-shm", "-lock"}) std::filesystem::remove(file.string() + suffix);
}

void require(bool sound, const char* what) {
  if (!sound) workload::fail(what);
}

/// What a user would write without a journal.
class PlainSqlite {
 public:
  explicit PlainSqlite(const std::filesystem::path& file) {
    require(sqlite3_open(file.c_str(), &handle_) == SQLITE_OK, "plain SQLite does not open");
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE j(seq INTEGER PRIMARY KEY, p BLOB)");
    sqlite3_prepare_v2(handle_, "INSERT INTO j VALUES(?,?)", -1, &insert_, nullptr);
  }
  ~PlainSqlite() {
    sqlite3_finalize(insert_);
    sqlite3_close(handle_);
  }
  PlainSqlite(const PlainSqlite&) = delete;
  PlainSqlite& operator=(const PlainSqlite&) = delete;

  void append(const std::vector<JournalEntry>& entries, std::uint64_t first) {
    run("BEGIN");
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const std::string& bytes = entries[i].payload;
      sqlite3_bind_int64(insert_, 1, static_cast<std::int64_t>(first + i));
      sqlite3_bind_blob(insert_, 2, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
      require(sqlite3_step(insert_) == SQLITE_DONE, "plain SQLite does not insert");
      sqlite3_reset(insert_);
    }
    run("COMMIT");
  }

  /// Of seq + length over all.
  std::uint64_t sum() {
    sqlite3_stmt* query = nullptr;
    sqlite3_prepare_v2(handle_, "SELECT sum(seq + length(p)) FROM j", -1, &query, nullptr);
    require(sqlite3_step(query) == SQLITE_ROW, "plain SQLite does not read");
    const auto sum = static_cast<std::uint64_t>(sqlite3_column_int64(query, 0));
    sqlite3_finalize(query);
    return sum;
  }

 private:
  void run(const char* sql) {
    require(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) == SQLITE_OK, "plain SQLite fails");
  }
  sqlite3* handle_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

std::uint64_t sum_of(const JournalView& view) {
  std::uint64_t sum = 0;
  const Diagnostics problems = view.each([&](const JournalEvent& event) {
    sum += event.seq + event.entry.payload.size();
    return true;
  });
  require(problems.empty(), "the journal is damaged");
  return sum;
}

double seconds_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// Both in turns, commit by commit, so that whatever else the machine does falls on both.
void append_beside_plain_sqlite(benchmark::State& state) {
  const auto commits = static_cast<std::uint64_t>(state.range(0));
  const bool keyed = state.range(1) != 0;
  std::vector<double> plain_seconds;
  std::vector<double> journal_seconds;
  std::vector<double> ratios;
  for (auto _ : state) {
    const std::filesystem::path plain_file = folder() / "plain.sqlite";
    const std::filesystem::path journal_file = folder() / "bench.journal";
    remove_files(plain_file);
    remove_files(journal_file);
    double plain_time = 0;
    double journal_time = 0;
    {
      PlainSqlite plain(plain_file);
      Journal journal = Journal::create(journal_file, "bench").value();
      Numbers numbers(5);
      for (std::uint64_t i = 0; i < commits; ++i) {
        const std::uint64_t first = 1 + i * events_a_commit;
        std::vector<JournalEntry> entries = batch(numbers, first);
        if (keyed) {
          for (JournalEntry& entry : entries) entry.key = "k" + std::to_string(numbers(UINT64_MAX));
        }
        plain_time += seconds_of([&] { plain.append(entries, first); });
        journal_time += seconds_of([&] { journal.append(entries, recorded(first)).value(); });
      }
      require(plain.sum() == sum_of(journal.view().value()), "the journal does not hold what was appended");
    }
    require(JournalView::open(journal_file).value().verify().ok(), "the journal does not verify");
    const double events = static_cast<double>(commits * events_a_commit);
    plain_seconds.push_back(plain_time / events);
    journal_seconds.push_back(journal_time / events);
    ratios.push_back(journal_time / plain_time);
    state.SetIterationTime(journal_time);
    remove_files(plain_file);
    remove_files(journal_file);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(commits) *
                          static_cast<std::int64_t>(events_a_commit));
  state.counters["plain_us"] = 1e6 * median(plain_seconds);
  state.counters["journal_us"] = 1e6 * median(journal_seconds);
  state.counters["ratio"] = median(ratios);
}
BENCHMARK(append_beside_plain_sqlite)
    ->ArgNames({"commits", "keyed"})
    ->Args({50, 0})
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(append_beside_plain_sqlite)
    ->Name("append_beside_plain_sqlite-large")
    ->ArgNames({"commits", "keyed"})
    ->Args({1'000, 0})
    ->Args({1'000, 1})
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(3);

/// A journal of so many events, written once and used by all that read.
const std::filesystem::path& journal_of(std::uint64_t events) {
  static std::filesystem::path file;
  static std::uint64_t size = 0;
  if (size == events) return file;
  file = folder() / "read.journal";
  remove_files(file);
  Journal journal = Journal::create(file, "bench").value();
  Numbers numbers(5);
  for (std::uint64_t first = 1; first <= events; first += events_a_commit) {
    journal.append(batch(numbers, first), recorded(first)).value();
  }
  require(journal.save_snapshot({.name = "state", .seq = events, .bytes = std::string(100'000, 's')}).empty(),
          "no snapshot");
  size = events;
  return file;
}

double resident_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// For writing, with the state of a snapshot and one event after it.
void open_with_snapshot(benchmark::State& state) {
  const auto events = static_cast<std::uint64_t>(state.range(0));
  const std::filesystem::path& file = journal_of(events);
  for (auto _ : state) {
    const Journal journal = Journal::open(file).value();
    const JournalView view = journal.view().value();
    const auto snapshot = view.snapshot("state", 1).value();
    require(snapshot && snapshot->seq == events && view.size() == events, "the snapshot is not there");
  }
  state.counters["peak_MB"] = resident_megabytes();
}

void replay(benchmark::State& state) {
  const auto events = static_cast<std::uint64_t>(state.range(0));
  const JournalView view = JournalView::open(journal_of(events)).value();
  for (auto _ : state) benchmark::DoNotOptimize(sum_of(view));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * state.range(0));
  state.counters["peak_MB"] = resident_megabytes();
}

void verify_everything(benchmark::State& state) {
  const JournalView view = JournalView::open(journal_of(static_cast<std::uint64_t>(state.range(0)))).value();
  for (auto _ : state) require(view.verify().ok(), "the journal does not verify");
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * state.range(0));
  state.counters["peak_MB"] = resident_megabytes();
}

void prove_one(benchmark::State& state) {
  const auto events = static_cast<std::uint64_t>(state.range(0));
  const JournalView view = JournalView::open(journal_of(events)).value();
  const JournalHead head = view.head();
  Numbers numbers(5);
  for (auto _ : state) {
    const Result<InclusionProof> proof = view.prove(1 + numbers(events));
    require(proof.ok() && verify(*proof, head).empty(), "the proof does not hold");
  }
}

void prove_growth(benchmark::State& state) {
  const auto events = static_cast<std::uint64_t>(state.range(0));
  const JournalView view = JournalView::open(journal_of(events)).value();
  Numbers numbers(5);
  for (auto _ : state) {
    const Result<ConsistencyProof> proof = view.prove_growth(1 + numbers(events));
    require(proof.ok() && verify(*proof).empty(), "the proof does not hold");
  }
}

/// A journal of the events of so many tickets, half of them closed, after the regulations that they go by.
const std::filesystem::path& tickets_of(std::size_t count) {
  static std::filesystem::path file;
  static std::size_t size = 0;
  if (size == count) return file;
  file = folder() / "tickets.journal";
  remove_files(file);
  TicketJournal tickets = TicketJournal::open(Journal::create(file, "bench").value()).value();
  Regulations street{.id = "street", .edition = "1", .title = "street"};
  street.workflows = {shipped_workflow("street_notice").value()};
  street.calendars = {shipped_calendar("cn").value()};
  const Instant now = Instant::parse("2026-05-01T09:00:00+08:00").value();
  tickets.adopt(street, "office", now, now).value();
  TicketBook book(tickets.ledger().regulations()->setup);
  std::vector<TicketEvent> all;
  std::vector<JournalEntry> entries;
  for (std::size_t i = 0; i < count; ++i) {
    for (const TicketCommand& command : workload::life(i, i % 2 == 0)) {
      const std::vector<TicketEvent> events = book.carry_out(command).value();
      for (const TicketEvent& event : events) {
        entries.push_back({.happened = event.happened,
                           .actor = event.actor.id,
                           .command = std::string(ticket_command_prefix) + std::string(to_string(event.kind)),
                           .subject = event.ticket,
                           .payload = write_ticket_event(event)});
        all.push_back(event);
      }
    }
    if (entries.size() < events_a_commit && i + 1 < count) continue;
    tickets.journal().append(entries, now).value();
    entries.clear();
  }
  const TicketLedger read = fold_tickets(tickets.journal().view().value()).value();
  require(replay(read.regulations()->setup, all).value() == read.book(), "the journal gives another book");
  size = count;
  return file;
}

/// What opening a journal of tickets does: every event read, checked against its hash, parsed and folded.
void ticket_ledger(benchmark::State& state) {
  const JournalView view = JournalView::open(tickets_of(static_cast<std::size_t>(state.range(0)))).value();
  for (auto _ : state) {
    const TicketLedger ledger = fold_tickets(view).value();
    require(ledger.seq() == view.size(), "the ledger has not seen every event");
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(view.size()));
}
BENCHMARK(ticket_ledger)->Arg(5'000)->Unit(benchmark::kMillisecond);

BENCHMARK(open_with_snapshot)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(replay)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(prove_one)->Arg(100'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(prove_growth)->Arg(100'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(verify_everything)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(open_with_snapshot)->Name("open_with_snapshot-large")->Arg(10'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(replay)->Name("replay-large")->Arg(10'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(prove_one)->Name("prove_one-large")->Arg(10'000'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(prove_growth)->Name("prove_growth-large")->Arg(10'000'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(verify_everything)
    ->Name("verify_everything-large")
    ->Arg(10'000'000)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

}  // namespace
}  // namespace aedile
