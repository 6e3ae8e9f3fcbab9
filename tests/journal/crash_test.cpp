// A writer killed at random instants: whatever it had acknowledged is there afterwards, effects and all, and it can go
// on. AEDILE_CRASH_ROUNDS sets how often; 50 by default.
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <random>

#include "journal/journals.h"

namespace aedile {
namespace {

using test::after;
using test::entry;
using test::Folder;

/// What the writer tells while it lives; still there when it does not.
struct Told {
  std::atomic<std::uint64_t> acknowledged;  // events
  std::atomic<std::uint64_t> handed_over;   // effects taken out of the outbox
  std::atomic<bool> failed;
};

class SharedTold {
 public:
  SharedTold()
      : told_(new (::mmap(nullptr, sizeof(Told), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) Told{}) {}
  ~SharedTold() { ::munmap(told_, sizeof(Told)); }
  SharedTold(const SharedTold&) = delete;
  SharedTold& operator=(const SharedTold&) = delete;
  Told* operator->() const { return told_; }

 private:
  Told* told_;
};

/// Appends entry(n) as event n, in commits of 1 to 40, acknowledges effects now and then, redacts and makes snapshots,
/// until it is killed.
[[noreturn]] void write_until_killed(const std::filesystem::path& file, const SharedTold& told, std::uint32_t seed) {
  std::mt19937 random(seed);
  Result<Journal> opened = Journal::open(file, {.holder = "a writer that will be killed"});
  if (!opened) {
    std::fprintf(stderr, "%s", opened.diagnostics().to_string().c_str());
    told->failed = true;
    ::_exit(1);
  }
  Journal journal = std::move(*opened);
  const auto require = [&](const Diagnostics& problems) {
    if (!problems.has_errors()) return;
    std::fprintf(stderr, "%s", problems.to_string().c_str());
    told->failed = true;
    ::_exit(1);
  };
  while (true) {
    const std::uint64_t size = journal.head().size;
    const auto appended = journal.append(test::entries(size + 1, 1 + random() % 40), after(size));
    require(appended.diagnostics());
    told->acknowledged = journal.head().size;
    if (random() % 4 == 0) {
      const auto effects = journal.view().value().outbox(1 + random() % 5);
      require(effects.diagnostics());
      require(journal.acknowledge(*effects));
      told->handed_over += effects->size();
    }
    if (random() % 16 == 0)
      require(journal.save_snapshot({.name = "state", .seq = size, .bytes = std::string(50'000, 's')}));
  }
}

TEST(Crash, WhatWasAcknowledgedIsThereHoweverTheWriterEnds) {
  const char* const wanted = std::getenv("AEDILE_CRASH_ROUNDS");
  const int rounds = wanted != nullptr ? std::atoi(wanted) : 50;
  const Folder folder;
  std::filesystem::path file;
  std::mt19937 random(2026);
  std::uint64_t in_doubt = 0;
  std::uint64_t unfinished = 0;
  std::uint64_t checked = 0;
  std::uint64_t handed_over = 0;
  for (int round = 0; round < rounds; ++round) {
    if (round % 25 == 0) {
      file = folder.file("crash-" + std::to_string(round));
      ASSERT_TRUE(Journal::create(file, "crash"));
      handed_over = 0;
    }
    SharedTold told;
    told->acknowledged = JournalView::open(file).value().size();
    const auto seed = static_cast<std::uint32_t>(random());
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) write_until_killed(file, told, seed);
    ::usleep(static_cast<useconds_t>(1'000 + random() % 40'000));
    ::kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_FALSE(told->failed);
    ASSERT_TRUE(WIFSIGNALED(status));

    Result<JournalView> view = JournalView::open(file);
    ASSERT_TRUE(view) << "round " << round << '\n' << view.diagnostics();
    unfinished += view.diagnostics().size();
    ASSERT_GE(view->size(), told->acknowledged) << "round " << round;
    in_doubt += view->size() - told->acknowledged;
    const Result<JournalCheck> check = view->verify();
    ASSERT_TRUE(check) << "round " << round << '\n' << check.diagnostics();
    std::uint64_t effects = 0;
    const Diagnostics problems = view->each([&](const JournalEvent& event) {
      JournalEntry expected = entry(event.seq);
      effects += expected.effects.size();
      expected.effects.clear();
      EXPECT_EQ(event.entry, expected);
      return true;
    });
    ASSERT_TRUE(problems.empty()) << problems;
    checked += view->size();
    // Every effect is in the outbox unless somebody has acknowledged it.
    handed_over += told->handed_over;
    const OutboxCounts counts = view->outbox_counts();
    ASSERT_EQ(counts.recorded, effects);
    ASSERT_GE(counts.acknowledged, handed_over);
    handed_over = counts.acknowledged;
    ASSERT_EQ(view->outbox(1'000'000).value().size(), effects - counts.acknowledged);
  }
  std::printf(
      "           %d times killed; %llu events checked, none lost; %llu there that nobody had been told of; "
      "%llu unfinished appends reported\n",
      rounds, static_cast<unsigned long long>(checked), static_cast<unsigned long long>(in_doubt),
      static_cast<unsigned long long>(unfinished));
}

TEST(Crash, ASecondWriterIsToldAtOnceWhoWrites) {
  const Folder folder;
  const Journal journal = Journal::create(folder.file(), "street", test::options("the first writer")).value();
  const Result<Journal> second = Journal::open(folder.file());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.diagnostics().to_string(),
            folder.file().string() + ": error: the journal is being written by process " + std::to_string(::getpid()) +
                " (the first writer); wait until that has ended, or read only [journal_held]\n");
  EXPECT_TRUE(JournalView::open(folder.file())) << "reading is possible all the time";
}

TEST(Crash, TheLockEndsWithItsProcess) {
  const Folder folder;
  ASSERT_TRUE(Journal::create(folder.file(), "street", test::options()));
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const Result<Journal> journal = Journal::open(folder.file(), {.holder = "a child"});
    [[maybe_unused]] const ssize_t told = ::write(ready[1], journal ? "y" : "n", 1);
    ::pause();
    ::_exit(0);
  }
  char answer = 0;
  ASSERT_EQ(::read(ready[0], &answer, 1), 1);
  ASSERT_EQ(answer, 'y');
  const Result<Journal> refused = Journal::open(folder.file());
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.diagnostics().to_string().find(std::to_string(child) + " (a child)"), std::string::npos);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_TRUE(Journal::open(folder.file()));
  ::close(ready[0]);
  ::close(ready[1]);
}

}  // namespace
}  // namespace aedile
