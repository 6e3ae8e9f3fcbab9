// Files cut at every byte and with a bit flipped at every byte: every acknowledged event is there, or the damage is
// named with its place, and nothing is mended in silence. With AEDILE_LONG_TESTS every byte is tried, otherwise every
// n-th.
#include <gtest/gtest.h>

#include "journal/damage.h"

namespace aedile {
namespace {

using test::Acknowledged;
using test::after;
using test::entries;
using test::Files;
using test::Folder;

/// Somewhere fast: nothing here is about disks.
std::filesystem::path fast_folder() {
  return std::filesystem::exists("/dev/shm") ? std::filesystem::path("/dev/shm")
                                             : std::filesystem::temp_directory_path();
}

class Damage : public testing::Test {
 protected:
  Damage() {
    {
      Journal journal = Journal::create(file_, "street", test::options()).value();
      test::fill(journal, 12, 4);
      EXPECT_TRUE(journal.save_snapshot({.name = "state", .seq = 8, .bytes = "cached"}).empty());
      expected_ = test::acknowledged_by(journal);
      crashed_ = test::files_of(file_);
    }
    closed_ = test::files_of(file_);
  }

  /// Spoils one file in every way that `spoil` knows, for bytes 0, step, 2·step …; counts what was said.
  template <class Spoil>
  void try_all(const Files& files, const std::string& suffix, std::size_t step, const Spoil& spoil) {
    const std::string& sound = files.at(suffix);
    test::place(files, file_);
    for (std::size_t byte = 0; byte < sound.size(); byte += step) {
      std::string content = sound;
      spoil(content, byte);
      test::write_file(file_.string() + suffix, content);
      std::filesystem::remove(file_.string() + "-shm");
      Diagnostics said;
      const std::string complaint = test::judged(file_, expected_, said);
      ASSERT_EQ(complaint, "") << "byte " << byte << " of \"" << suffix << "\"\n" << said;
      ++(said.has_errors() ? named_ : said.empty() ? harmless_ : warned_);
      ASSERT_EQ(test::bytes_of(file_.string() + suffix), content) << "nothing is mended";
    }
    RecordProperty("named", named_);
    RecordProperty("warned", warned_);
    RecordProperty("harmless", harmless_);
    std::printf("           %d named, %d warned of, %d harmless\n", named_, warned_, harmless_);
  }

  static void flip(std::string& content, std::size_t byte) {
    content[byte] = static_cast<char>(content[byte] ^ (1 << (byte * 7 % 8)));
  }
  static void cut(std::string& content, std::size_t byte) { content.resize(byte); }

  Folder folder_{fast_folder()};
  std::filesystem::path file_ = folder_.file();
  Acknowledged expected_;
  Files crashed_;  // as a writer leaves it that was killed
  Files closed_;
  int named_ = 0;
  int warned_ = 0;
  int harmless_ = 0;
};

TEST_F(Damage, TheSoundFilesAreJudgedSound) {
  for (const Files& files : {closed_, crashed_}) {
    test::place(files, file_);
    Diagnostics said;
    EXPECT_EQ(test::judged(file_, expected_, said), "");
    EXPECT_TRUE(said.empty()) << said;
  }
  EXPECT_FALSE(closed_.contains("-wal"));
  EXPECT_TRUE(crashed_.contains("-wal"));
  EXPECT_EQ(expected_.events.size(), 12u);
}

TEST_F(Damage, ABitFlippedInTheFile) { try_all(closed_, "", test::stride(23), flip); }
TEST_F(Damage, TheFileCut) { try_all(closed_, "", test::stride(61), cut); }
TEST_F(Damage, ABitFlippedInTheLog) { try_all(crashed_, "-wal", test::stride(67), flip); }
TEST_F(Damage, TheLogCut) { try_all(crashed_, "-wal", test::stride(97), cut); }
TEST_F(Damage, ABitFlippedInTheFileUnderALog) { try_all(crashed_, "", test::stride(67), flip); }
TEST_F(Damage, ABitFlippedInTheLockFile) { try_all(crashed_, "-lock", 1, flip); }
TEST_F(Damage, TheLockFileCut) { try_all(crashed_, "-lock", 1, cut); }

TEST_F(Damage, TheLogLost) {
  Files files = crashed_;
  files.erase("-wal");
  test::place(files, file_);
  const Result<JournalView> view = JournalView::open(file_);
  ASSERT_FALSE(view);
  EXPECT_TRUE(view.diagnostics().contains("events_lost")) << view.diagnostics();
}

TEST_F(Damage, WithoutALockFileADamagedLogIsStillNoticedUnlessItEndsWithACommit) {
  Files files = crashed_;
  files.erase("-lock");
  const std::string log = files.at("-wal");
  int silent = 0;
  for (std::size_t byte = 1; byte < log.size(); byte += test::stride(101)) {
    files["-wal"] = log;
    flip(files["-wal"], byte);
    test::place(files, file_);
    const Result<JournalView> view = JournalView::open(file_);
    const bool complete = view.ok() && view->size() == 12;
    // Bytes of a frame that no checksum covers, and the change counter, leave everything as it is.
    EXPECT_TRUE(complete || !view.diagnostics().empty()) << byte;
    silent += view.diagnostics().empty() ? 1 : 0;
  }
  EXPECT_LT(silent, 20);
}

TEST_F(Damage, AWriterLeavesWhatIsDamagedAsItIs) {
  Files files = crashed_;
  std::string& log = files.at("-wal");
  log.resize(log.size() / 2);
  test::place(files, file_);
  const Result<Journal> opened = Journal::open(file_);
  ASSERT_FALSE(opened);
  EXPECT_TRUE(opened.diagnostics().contains("events_lost")) << opened.diagnostics();
  EXPECT_TRUE(opened.diagnostics().contains("damaged_log")) << opened.diagnostics();
  EXPECT_EQ(test::bytes_of(file_.string() + "-wal"), log);
  EXPECT_EQ(test::bytes_of(file_), files.at(""));
  // Whoever takes the loss upon himself removes the lock file.
  std::filesystem::remove(file_.string() + "-lock");
  const Result<Journal> accepted = Journal::open(file_);
  ASSERT_TRUE(accepted) << accepted.diagnostics();
  EXPECT_TRUE(accepted.diagnostics().contains("unfinished_append_unknown")) << accepted.diagnostics();
  EXPECT_LT(accepted->head().size, 12u);
}

TEST_F(Damage, AWriterThatOpensAnywayGoesOnFromWhatWasAcknowledged) {
  const std::string sound = closed_.at("");
  for (std::size_t byte = 0; byte < sound.size(); byte += test::stride(211)) {
    Files files = closed_;
    flip(files.at(""), byte);
    test::place(files, file_);
    {
      Result<Journal> journal = Journal::open(file_, test::options());
      if (!journal) continue;
      const auto appended = journal->append(entries(13, 4), after(13));
      if (!appended) continue;
    }
    Acknowledged more = expected_;
    const Result<JournalView> view = JournalView::open(file_);
    ASSERT_TRUE(view) << byte << view.diagnostics();
    const Result<JournalCheck> check = view->verify();
    if (!check) continue;  // named
    std::vector<JournalEvent> events = test::all_of(*view);
    ASSERT_EQ(events.size(), 16u) << byte;
    events.resize(12);
    ASSERT_EQ(events, expected_.events) << byte;
  }
}

TEST_F(Damage, NothingThatIsNoJournalIsTakenForOne) {
  const std::filesystem::path other = folder_.file("other");
  const auto code_of = [&](const std::string& content) {
    test::write_file(other, content);
    const Diagnostics problems = JournalView::open(other).diagnostics();
    const Diagnostics writing = Journal::open(other).diagnostics();
    EXPECT_FALSE(std::filesystem::exists(other.string() + "-lock"));
    EXPECT_EQ(test::bytes_of(other), content);
    EXPECT_EQ(problems.empty() ? "" : problems.items()[0].code(), writing.empty() ? "" : writing.items()[0].code());
    return problems.empty() ? std::string() : std::string(problems.items()[0].code());
  };
  EXPECT_EQ(code_of(""), "not_a_journal");
  EXPECT_EQ(code_of("{}"), "not_a_journal");
  std::string database = closed_.at("");
  database[68] = 0;
  EXPECT_EQ(code_of(database), "not_a_journal");
  std::string future = closed_.at("");
  future[63] = 2;
  EXPECT_EQ(code_of(future), "other_journal_version");
  EXPECT_TRUE(JournalView::open(folder_.file("absent")).diagnostics().contains("cannot_read_journal"));
  EXPECT_TRUE(JournalView::open(folder_.path()).diagnostics().contains("cannot_read_journal"));
  EXPECT_TRUE(Journal::open(folder_.file("absent")).diagnostics().contains("cannot_read_journal"));
  EXPECT_TRUE(Journal::create(file_, "again").diagnostics().contains("journal_exists"));
  EXPECT_TRUE(Journal::create(folder_.file("no/such/folder"), "j").diagnostics().contains("cannot_write_journal"));
  EXPECT_TRUE(Journal::create(folder_.file("new"), "").diagnostics().contains("bad_journal_name"));
}

}  // namespace
}  // namespace aedile
