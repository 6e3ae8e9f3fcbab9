// One writer and eight readers at once: each reader sees a state that was, whole, and never an older one than before.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "journal/journals.h"

namespace aedile {
namespace {

using test::after;

void read_while_written(Journal& journal, std::uint64_t events) {
  std::atomic<bool> done = false;
  std::atomic<int> states = 0;
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 8; ++reader) {
    readers.emplace_back([&, reader] {
      JournalHead before = journal.view().value().head();
      do {
        const JournalView view = journal.view().value();
        const JournalHead head = view.head();
        ASSERT_GE(head.size, before.size);
        if (head.size != 0) {
          const std::uint64_t seq = 1 + (static_cast<std::uint64_t>(reader) * 97 + head.size) % head.size;
          ASSERT_TRUE(verify(view.prove(seq).value(), head).empty());
          ASSERT_EQ(view.event(seq).value().entry.payload, test::entry(seq).payload);
        }
        ASSERT_TRUE(verify(view.prove_growth(before.size).value(), before).empty());
        ASSERT_TRUE(reader != 0 || view.verify().ok());
        before = head;
        ++states;
      } while (!done);
    });
  }
  while (journal.head().size < events) {
    const std::uint64_t size = journal.head().size;
    ASSERT_TRUE(journal.append(test::entries(size + 1, 50), after(size)));
    const auto effects = journal.view().value().outbox(5).value();
    ASSERT_TRUE(journal.acknowledge(effects).empty());
    ASSERT_TRUE(journal.save_snapshot({.name = "state", .seq = size, .bytes = "s"}).empty());
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_GE(states, 8);
  EXPECT_TRUE(journal.view().value().verify());
}

TEST(JournalThreads, AWriterAndEightReadersOfAFile) {
  const test::Folder folder;
  Journal journal = Journal::create(folder.file(), "street", test::options()).value();
  read_while_written(journal, 2'000);
}

TEST(JournalThreads, AWriterAndEightReadersInMemory) {
  Journal journal("street", test::options());
  read_while_written(journal, 2'000);
}

TEST(JournalThreads, SeveralThreadsMayAppend) {
  const test::Folder folder;
  Journal journal = Journal::create(folder.file(), "street", test::options()).value();
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 4; ++writer) {
    writers.emplace_back([&, writer] {
      for (int i = 0; i < 20; ++i) {
        JournalEntry entry = test::entry(1);
        entry.key = "writer " + std::to_string(writer) + " entry " + std::to_string(i / 2);  // each twice
        ASSERT_TRUE(journal.append(entry, after(1)));
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(journal.head().size, 40u);
  EXPECT_TRUE(journal.view().value().verify());
}

}  // namespace
}  // namespace aedile
