// A forger with the file open in another program. What is noticed by itself, and what only a head that was kept
// elsewhere brings to light: the cases of the published vectors, and a forger who knows the layout.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <sstream>

#include "aedile/journal/journal_lines.h"
#include "journal/journals.h"

namespace aedile {
namespace {

using test::after;
using test::Folder;

/// Changes the file behind the journal's back.
void forge(const std::filesystem::path& file, const std::string& sql) {
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &handle), SQLITE_OK);
  char* problem = nullptr;
  EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &problem), SQLITE_OK) << problem;
  sqlite3_close(handle);
}

/// The fingerprint that a forger who knows the layout works out for a changed event.
std::string fingerprint(const JournalEvent& event) {
  const Hash hash = leaf_hash(event);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) value = value << 8 | hash[i];
  return std::to_string(static_cast<std::int64_t>(value));
}

/// A whole new journal of these events, consistent in itself.
void make_anew(const std::vector<JournalEvent>& events, const std::filesystem::path& file) {
  MerkleFrontier tree;
  std::string lines;
  for (const JournalEvent& event : events) {
    tree.append(leaf_hash(event));
    lines += write_journal_line(event) + '\n';
  }
  std::istringstream in(R"({"aedile":"journal_export/1","name":"street","size":)" + std::to_string(events.size()) +
                        R"(,"root":")" + to_hex(tree.root()) + "\"}\n" + lines);
  const Result<JournalHead> made = import_journal(in, "forged", file);
  ASSERT_TRUE(made) << made.diagnostics();
}

class Forger : public testing::Test {
 protected:
  Forger() {
    Journal journal = Journal::create(file_, "street", test::options()).value();
    test::fill(journal, 600);
    kept_ = journal.view().value().head_at(500).value();
    events_ = test::all_of(journal.view().value());
  }

  std::string found(bool with_head) const {
    const Result<JournalView> view = JournalView::open(file_);
    Diagnostics problems = view.diagnostics();
    if (view) {
      const std::vector<JournalHead> heads{kept_};
      problems.append(
          view->verify(with_head ? std::span<const JournalHead>(heads) : std::span<const JournalHead>()).diagnostics());
    }
    std::string codes;
    for (const Diagnostic& problem : problems) {
      codes += std::string(problem.code());
      for (const std::string& argument : problem.text.arguments()) {
        if (argument.size() < 10) codes += ' ' + argument;
      }
      codes += ';';
    }
    return codes;
  }

  Folder folder_;
  std::filesystem::path file_ = folder_.file();
  JournalHead kept_;
  std::vector<JournalEvent> events_;
};

TEST_F(Forger, AnEventIsEdited) {
  forge(file_, "UPDATE events SET payload = '{}' WHERE seq = 2");
  EXPECT_EQ(found(false), "damaged_event 2;");
}

TEST_F(Forger, AnActorIsEdited) {
  forge(file_, "UPDATE events SET actor = 'nobody' WHERE seq = 600");
  EXPECT_EQ(found(false), "damaged_event 600;");
  EXPECT_TRUE(Journal::open(file_).diagnostics().contains("damaged_event"))
      << "the last one is looked at when it is opened";
}

TEST_F(Forger, AWordIsMadeLongerThanAnyCanBe) {
  forge(file_, "UPDATE events SET actor = printf('%.*c', 70000, 'a') WHERE seq = 5");
  EXPECT_EQ(found(false), "damaged_event 5;");
}

TEST_F(Forger, AnEventIsDeleted) {
  forge(file_, "DELETE FROM events WHERE seq = 2");
  EXPECT_EQ(found(false), "missing_event 2;");
  forge(file_, "DELETE FROM events WHERE seq BETWEEN 17 AND 20");
  EXPECT_EQ(found(false), "missing_event 2;missing_events 17 20;");
}

TEST_F(Forger, TwoEventsAreSwapped) {
  forge(file_,
        "UPDATE events SET seq = -2 WHERE seq = 2; UPDATE events SET seq = 2 WHERE seq = 3; "
        "UPDATE events SET seq = 3 WHERE seq = -2");
  EXPECT_EQ(found(false), "damaged_event 2;damaged_event 3;");
}

TEST_F(Forger, AnEventIsPutAtTheEnd) {
  forge(file_,
        "INSERT INTO events SELECT 601, happened, recorded, actor, command, subject, NULL, cause, format, salt, "
        "payload, commitment, hash8 FROM events WHERE seq = 599");
  EXPECT_EQ(found(false), "surplus_event 601 600;");
}

TEST_F(Forger, WhoKnowsTheLayoutIsCaughtByTheTree) {
  JournalEvent changed = events_[16];
  changed.entry.payload = R"({"n":18})";
  changed.commitment = payload_commitment(changed.salt, changed.entry.payload);
  forge(file_, "UPDATE events SET payload = '" + changed.entry.payload + "', hash8 = " + fingerprint(changed) +
                   " WHERE seq = 17");
  EXPECT_EQ(found(false), "damaged_node 1 256;") << "one of 256";
  changed = events_[598];
  changed.entry.actor = "nobody";
  forge(file_, "UPDATE events SET actor = 'nobody', hash8 = " + fingerprint(changed) + " WHERE seq = 599");
  EXPECT_EQ(found(true), "damaged_node 1 256;head_not_kept 500;") << "what follows from it is not said besides";
}

TEST_F(Forger, WhoChangesTheLastEventsIsCaughtByTheRoot) {
  JournalEvent changed = events_[598];
  changed.entry.actor = "nobody";
  forge(file_, "UPDATE events SET actor = 'nobody', hash8 = " + fingerprint(changed) + " WHERE seq = 599");
  EXPECT_EQ(found(true), "other_root;");
}

TEST_F(Forger, KeysOutboxAndNodesAreComparedToo) {
  forge(file_, "DELETE FROM keys WHERE idempotency_key = 'visit-50'");
  EXPECT_EQ(found(false), "damaged_key visit-50;");
  forge(file_, "INSERT INTO keys VALUES ('visit-50', 50); INSERT INTO keys VALUES ('visit-51', 51)");
  EXPECT_EQ(found(false), "damaged_keys 121 120;");
  forge(file_, "DELETE FROM keys WHERE idempotency_key = 'visit-51'; DELETE FROM outbox WHERE seq = 7");
  EXPECT_EQ(found(false), "damaged_outbox 170 0 168;");
  forge(file_, "UPDATE outbox SET body = '{}' WHERE seq = 14 AND ordinal = 0");
  EXPECT_EQ(found(false), "damaged_effect 14.0;damaged_outbox 170 0 168;");
  const JournalView view = JournalView::open(file_).value();
  EXPECT_TRUE(view.outbox().diagnostics().contains("damaged_effect")) << "and nothing of it is handed over";
}

TEST_F(Forger, NumbersThatAreNoneEndNoCheckInACircle) {
  forge(file_, "UPDATE outbox SET seq = 9e300 WHERE seq = 7 AND ordinal = 1");
  EXPECT_NE(found(false).find("damaged_effect"), std::string::npos);
  forge(file_, "UPDATE outbox SET ordinal = 'x' WHERE seq = 14 AND ordinal = 1");
  EXPECT_NE(found(false).find("damaged_effect"), std::string::npos);
  forge(file_, "UPDATE events SET recorded = 'x', cause = 1e300 WHERE seq = 17");
  EXPECT_NE(found(false).find("damaged_event 17"), std::string::npos);
}

TEST_F(Forger, ARedactionWithoutAWordIsNoticed) {
  std::string commitment = to_hex(events_[16].commitment);
  forge(file_, "UPDATE events SET salt = NULL, payload = NULL, commitment = x'" + commitment + "' WHERE seq = 17");
  EXPECT_EQ(found(false), "unfounded_redaction 17;");
}

// What follows is consistent in itself: only a head kept elsewhere tells.

TEST_F(Forger, TheEndIsCutOff) {
  std::filesystem::remove(file_);
  std::filesystem::remove(file_.string() + "-lock");
  events_.resize(499);
  make_anew(events_, file_);
  EXPECT_EQ(found(false), "");
  EXPECT_EQ(found(true), "journal_shortened 500 499;");
}

TEST_F(Forger, EverythingIsWrittenAnew) {
  std::filesystem::remove(file_);
  events_[16].entry.payload = R"({"n":18})";
  events_[16].commitment = payload_commitment(events_[16].salt, events_[16].entry.payload);
  make_anew(events_, file_);
  EXPECT_EQ(found(false).substr(0, 12), "other_events") << "the lock file knows the root";
  std::filesystem::remove(file_.string() + "-lock");
  EXPECT_EQ(found(false), "");
  EXPECT_EQ(found(true), "head_not_kept 500;");
  const JournalView view = JournalView::open(file_).value();
  EXPECT_TRUE(verify(view.prove(17, 500).value(), kept_).contains("other_head"));
  EXPECT_TRUE(verify(view.prove_growth(500).value(), kept_).contains("other_head"));
}

TEST_F(Forger, WhatCameAfterTheKeptHeadCanBeWrittenAnew) {
  std::filesystem::remove(file_);
  std::filesystem::remove(file_.string() + "-lock");
  events_[549].entry.actor = "nobody";
  make_anew(events_, file_);
  EXPECT_EQ(found(true), "") << "so heads are kept often";
}

}  // namespace
}  // namespace aedile
