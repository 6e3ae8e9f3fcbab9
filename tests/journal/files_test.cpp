// What is kept beside the events' meaning: what redaction leaves in the files, writes that fail, full and read-only
// disks.
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <cerrno>
#include <cstring>

#include "journal/damage.h"
#include "journal/failing_files.h"

namespace aedile {
namespace {

using test::after;
using test::entries;
using test::entry;
using test::fill;
using test::Folder;

bool anywhere(const std::filesystem::path& folder, const std::string& text) {
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (test::bytes_of(file.path()).find(text) != std::string::npos) return true;
  }
  return false;
}

TEST(JournalFiles, ARedactedPayloadIsNowhereInThem) {
  const Folder folder;
  Journal journal = Journal::create(folder.file(), "street", test::options()).value();
  fill(journal, 200, 20);
  JournalEntry secret = entry(201);
  secret.payload = R"({"witness":"Ms Unmistakable"})";
  JournalEntry large = entry(202);
  large.payload = "[\"Unmistakable" + std::string(60'000, 'x') + "Unmistakable\"]";
  journal.append(std::vector{secret, large}, after(201)).value();
  test::fill(journal, 400, 20);
  ASSERT_TRUE(anywhere(folder.path(), "Unmistakable"));
  EXPECT_TRUE(journal.redact(201, "clerk", "names a witness", after(500)).value().seq == 401);
  EXPECT_TRUE(anywhere(folder.path(), "Unmistakable"));
  const Result<Appended> second = journal.redact(202, "clerk", "names a witness", after(500));
  EXPECT_TRUE(second.diagnostics().empty()) << second.diagnostics();
  EXPECT_FALSE(anywhere(folder.path(), "Unmistakable"));
  EXPECT_TRUE(journal.view().value().verify());
}

TEST(JournalFiles, AReaderDelaysThePurgeAndTheNextWriterCatchesUp) {
  const Folder folder;
  {
    Journal journal = Journal::create(folder.file(), "street", test::options()).value();
    JournalEntry secret = entry(1);
    secret.payload = R"("Unmistakable")";
    journal.append(secret, after(1)).value();
    const JournalView view = journal.view().value();
    const Result<Appended> redacted = journal.redact(1, "clerk", "names a witness", after(2));
    ASSERT_TRUE(redacted);
    EXPECT_TRUE(redacted.diagnostics().contains("purge_delayed"));
    EXPECT_EQ(view.event(1).value().entry.payload, secret.payload);
  }
  EXPECT_TRUE(Journal::open(folder.file()));
  EXPECT_FALSE(anywhere(folder.path(), "Unmistakable"));
}

TEST(JournalFiles, NothingIsLeftBesideAJournalThatIsClosed) {
  const Folder folder;
  { Journal::create(folder.file(), "street").value(); }
  const auto files = [&] {
    std::vector<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
      names.push_back(file.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
  };
  const std::vector<std::string> expected{"street.journal", "street.journal-lock"};
  EXPECT_EQ(files(), expected);
  { JournalView::open(folder.file()).value().verify().value(); }
  EXPECT_EQ(files(), expected);
}

TEST(JournalFiles, ThePathMayHoldAnything) {
  const Folder folder;
  for (const char* const name : {"50% done?.journal", "a#b", "台账 流水", "x?immutable=1&mode=ro"}) {
    { Journal::create(folder.file(name), "street").value().append(entry(1), after(1)).value(); }
    EXPECT_EQ(JournalView::open(folder.file(name)).value().size(), 1u) << name;
    EXPECT_TRUE(Journal::open(folder.file(name))) << name;
  }
}

/// One write, sync or truncation after the other fails; what was acknowledged before stays, and what follows works.
void fail_every_operation(test::Failure failure) {
  int failed = 0;
  int survived = 0;
  for (int operation = 1;; ++operation) {
    const Folder folder(std::filesystem::exists("/dev/shm") ? "/dev/shm" : std::filesystem::temp_directory_path());
    test::FailingFiles files;
    std::uint64_t acknowledged = 0;
    bool reached = false;
    {
      Journal journal = Journal::create(folder.file(), "street", test::options()).value();
      fill(journal, 40, 20);
      acknowledged = 40;
      files.fail_at(operation, failure);
      for (int commit = 0; commit < 6; ++commit) {
        const auto appended = journal.append(entries(acknowledged + 1, 30), after(acknowledged));
        if (appended) {
          acknowledged += 30;
          continue;
        }
        EXPECT_TRUE(appended.diagnostics().contains("cannot_write_journal")) << appended.diagnostics();
        EXPECT_EQ(journal.head().size, acknowledged) << "nothing of it was recorded";
        ++failed;
      }
      if (operation % 3 == 0) journal.redact(5, "clerk", "reason", after(1'000)).diagnostics();
      reached = files.reached();
      files.stop();
      EXPECT_TRUE(journal.append(entry(1'000), after(2'000))) << "the next commit may succeed";
    }
    const Result<JournalView> view = JournalView::open(folder.file());
    ASSERT_TRUE(view) << operation << view.diagnostics();
    ASSERT_GE(view->size(), acknowledged + 1) << operation;
    ASSERT_TRUE(view->verify()) << operation;
    for (std::uint64_t seq = 1; seq <= 40; ++seq) {
      JournalEntry expected = entry(seq);
      expected.effects.clear();
      if (seq == 5) continue;  // redacted in some runs
      ASSERT_EQ(view->event(seq).value().entry, expected);
    }
    ++survived;
    if (!reached) break;
  }
  std::printf("           %d runs, %d appends refused, nothing lost\n", survived, failed);
  EXPECT_GT(failed, 5);
}

TEST(JournalFiles, EveryWriteMayFail) { fail_every_operation(test::Failure::error); }
TEST(JournalFiles, EveryWriteMayFindTheDiskFull) { fail_every_operation(test::Failure::full); }
TEST(JournalFiles, EveryWriteMayEndHalfWay) { fail_every_operation(test::Failure::torn); }

/// A file system of its own, where the test may mount one.
class SmallDisk {
 public:
  explicit SmallDisk(const char* bytes)
      : mounted_(::mount("aedile-test", folder_.path().c_str(), "tmpfs", 0, bytes) == 0) {
    if (!mounted_) reason_ = std::strerror(errno);
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(folder_.path().c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  bool mounted() const { return mounted_; }
  const std::string& reason() const { return reason_; }
  std::filesystem::path file() const { return folder_.file(); }
  bool make_read_only() const {
    return ::mount("aedile-test", folder_.path().c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
  }

 private:
  Folder folder_;
  bool mounted_;
  std::string reason_;
};

#define AEDILE_SKIP_UNLESS_MOUNTED(disk) \
  if (!(disk).mounted()) GTEST_SKIP() << "no file system can be mounted here: " << (disk).reason()

TEST(JournalFiles, AFullDiskRefusesAndKeepsWhatWasAcknowledged) {
  const SmallDisk disk("size=1m");
  AEDILE_SKIP_UNLESS_MOUNTED(disk);
  std::uint64_t acknowledged = 0;
  {
    Journal journal = Journal::create(disk.file(), "street", test::options()).value();
    Diagnostics problems;
    while (!problems.has_errors()) {
      const auto appended = journal.append(entries(acknowledged + 1, 50), after(acknowledged));
      problems = appended.diagnostics();
      if (appended) acknowledged += 50;
    }
    EXPECT_TRUE(problems.contains("cannot_write_journal")) << problems;
    EXPECT_GT(acknowledged, 500u);
    EXPECT_EQ(journal.head().size, acknowledged);
    EXPECT_TRUE(journal.view().value().verify());
  }
  const JournalView view = JournalView::open(disk.file()).value();
  EXPECT_EQ(view.size(), acknowledged);
  EXPECT_TRUE(view.verify());
}

TEST(JournalFiles, AReadOnlyDiskIsReadAndNotWritten) {
  const SmallDisk disk("size=4m");
  AEDILE_SKIP_UNLESS_MOUNTED(disk);
  {
    Journal journal = Journal::create(disk.file(), "street", test::options()).value();
    fill(journal, 300);
  }
  ASSERT_TRUE(disk.make_read_only());
  const Result<JournalView> view = JournalView::open(disk.file());
  ASSERT_TRUE(view) << view.diagnostics();
  EXPECT_EQ(view->size(), 300u);
  EXPECT_TRUE(view->verify());
  EXPECT_TRUE(view->prove(17));
  const Result<Journal> writer = Journal::open(disk.file());
  ASSERT_FALSE(writer);
  EXPECT_TRUE(writer.diagnostics().contains("cannot_write_journal")) << writer.diagnostics();
}

}  // namespace
}  // namespace aedile
