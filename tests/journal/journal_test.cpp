// What a journal promises, for the file and for its twin in memory.
#include "aedile/journal/journal.h"

#include <gtest/gtest.h>

#include "aedile/core/exceptions.h"
#include "core/sha256.h"
#include "journal/journals.h"

namespace aedile {
namespace {

using test::after;
using test::all_of;
using test::at;
using test::entries;
using test::entry;
using test::fill;
using test::Folder;

/// Both stores keep the same promises.
class AnyJournal : public testing::TestWithParam<bool> {
 protected:
  Journal fresh() {
    if (!GetParam()) return Journal("street", test::options());
    return Journal::create(folder_.file("j" + std::to_string(++made_)), "street", test::options()).value();
  }
  Folder folder_;
  int made_ = 0;
};

INSTANTIATE_TEST_SUITE_P(Stores, AnyJournal, testing::Values(false, true),
                         [](const auto& which) { return which.param ? "File" : "Memory"; });

bool reports(const Diagnostics& problems, std::string_view code, std::string_view pointer = {}) {
  return std::any_of(problems.begin(), problems.end(), [&](const Diagnostic& problem) {
    return problem.code() == code && (pointer.empty() || problem.place.pointer == pointer);
  });
}

TEST_P(AnyJournal, GivesBackWhatWasAppendedInOrderAndNumbered) {
  Journal journal = fresh();
  const std::vector<JournalEntry> given = entries(1, 700);
  const std::vector<Appended> appended = journal.append(given, at("2026-11-20T02:00:00Z")).value();
  ASSERT_EQ(appended.size(), 700u);
  EXPECT_EQ(appended[699], (Appended{700, false}));
  const JournalView view = journal.view().value();
  EXPECT_EQ(view.name(), "street");
  const std::vector<JournalEvent> events = all_of(view);
  ASSERT_EQ(events.size(), 700u);
  for (std::size_t i = 0; i < events.size(); ++i) {
    JournalEntry expected = given[i];
    expected.effects.clear();
    EXPECT_EQ(events[i].seq, i + 1);
    EXPECT_EQ(events[i].recorded, at("2026-11-20T02:00:00Z"));
    EXPECT_EQ(events[i].entry, expected);
    EXPECT_EQ(events[i].commitment, payload_commitment(events[i].salt, expected.payload));
  }
  EXPECT_EQ(view.event(17).value(), events[16]);
  EXPECT_TRUE(reports(view.event(0).diagnostics(), "no_such_event"));
  EXPECT_TRUE(reports(view.event(701).diagnostics(), "no_such_event"));
  std::vector<std::uint64_t> some;
  EXPECT_TRUE(
      view.each([&](const JournalEvent& event) { return some.push_back(event.seq), some.size() < 3; }, 5).empty());
  EXPECT_EQ(some, (std::vector<std::uint64_t>{5, 6, 7}));
}

TEST_P(AnyJournal, HashesEventsAsDocumented) {
  Journal journal = fresh();
  journal
      .append(JournalEntry{.happened = at("2026-11-20T01:00:00Z"), .actor = "li.si", .command = "ticket.issue"},
              at("2026-11-20T01:08:07Z"))
      .value();
  JournalEntry second{.happened = at("2026-11-20T09:00:00+08:00"),
                      .actor = "li.si",
                      .command = "ticket.issue",
                      .subject = "T-0012",
                      .key = "visit-17/finding-3",
                      .cause = 1};
  second.payload = R"({"site":"P017"})";
  journal.append(second, at("2026-11-20T01:08:07Z")).value();
  const JournalView view = journal.view().value();
  const JournalEvent event = view.event(2).value();
  std::string expected;
  const auto put = [&](std::string_view hex) {
    for (std::size_t i = 0; i < hex.size(); i += 2) {
      expected += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
    }
  };
  put("01"
      "0000000000000002"
      "000000006aff9b90"
      "000000006aff9d77"
      "0000000000000001"
      "00000001");
  for (const std::string& word : {second.actor, second.command, second.subject, second.key}) {
    expected += '\0';
    expected += static_cast<char>(word.size());
    expected += word;
  }
  const std::string salted = std::string(event.salt.begin(), event.salt.end()) + second.payload;
  const Hash commitment = detail::sha256(salted);
  expected.append(commitment.begin(), commitment.end());
  EXPECT_EQ(leaf_bytes(event), expected);
  EXPECT_EQ(leaf_hash(event), detail::sha256(std::string(1, '\0') + expected));
  EXPECT_EQ(view.head().root, node_hash(leaf_hash(view.event(1).value()), leaf_hash(event)));
}

TEST_P(AnyJournal, RecordsAKeyOnce) {
  Journal journal = fresh();
  const JournalEntry keyed = entry(5);
  ASSERT_FALSE(keyed.key.empty());
  EXPECT_EQ(journal.append(entry(1), after(0)).value(), (Appended{1, false}));
  EXPECT_EQ(journal.append(keyed, after(1)).value(), (Appended{2, false}));
  const JournalHead head = journal.head();
  EXPECT_EQ(journal.append(keyed, after(2)).value(), (Appended{2, true}));
  EXPECT_EQ(journal.head(), head) << "nothing was added";
  // In a batch with others, and twice in the same batch.
  JournalEntry again = entry(10);
  const auto appended = journal.append(std::vector{entry(3), keyed, again, again}, after(3)).value();
  EXPECT_EQ(appended, (std::vector<Appended>{{3, false}, {2, true}, {4, false}, {4, true}}));
  // The same key for something else is refused, and with it the whole batch.
  JournalEntry other = keyed;
  other.payload = "{}";
  const auto refused = journal.append(std::vector{entry(6), other}, after(4));
  EXPECT_TRUE(reports(refused.diagnostics(), "key_taken", "/1/key")) << refused.diagnostics();
  JournalEntry here = entry(15);
  here.actor = "somebody else";
  EXPECT_TRUE(
      reports(journal.append(std::vector{entry(15), here}, after(4)).diagnostics(), "key_taken_here", "/1/key"));
  EXPECT_EQ(journal.head().size, 4u);
  EXPECT_EQ(journal.view().value().find(keyed.key).value()->seq, 2u);
  EXPECT_FALSE(journal.view().value().find("unheard of").value());
}

TEST_P(AnyJournal, RefusesABatchAsAWholeAndSaysEverythingThatIsWrong) {
  Journal journal = fresh();
  std::vector<JournalEntry> batch = entries(1, 8);
  batch[0].actor.clear();
  batch[1].command = "journal.redact";
  batch[2].payload = "{\"n\": 1,}";
  batch[3].payload = "{} {}";
  batch[4].subject = "two\nlines";
  batch[5].key = std::string(1'001, 'k');
  batch[6].effects = {{"", "{}"}, {"notify", "nothing"}};
  batch[7].cause = 9;
  Diagnostics problems = journal.append(batch, after(0)).diagnostics();
  EXPECT_TRUE(reports(problems, "empty_text", "/0/actor/actor") || reports(problems, "empty_text", "/0/actor"))
      << problems;
  EXPECT_TRUE(reports(problems, "reserved_command", "/1/command"));
  EXPECT_TRUE(reports(problems, "bad_payload", "/2/payload"));
  EXPECT_TRUE(reports(problems, "bad_payload", "/3/payload"));
  EXPECT_TRUE(reports(problems, "control_character", "/4/subject"));
  EXPECT_TRUE(reports(problems, "word_too_long", "/5/key"));
  EXPECT_TRUE(reports(problems, "empty_text", "/6/effects/0/kind"));
  EXPECT_TRUE(reports(problems, "bad_payload", "/6/effects/1/body"));
  EXPECT_EQ(journal.head().size, 0u);
  problems = journal.append(std::vector{batch[7]}, after(0)).diagnostics();
  EXPECT_TRUE(reports(problems, "bad_cause", "/0/cause")) << problems;
  JournalEntry deep = entry(1);
  deep.payload = std::string(257, '[') + std::string(257, ']');
  EXPECT_TRUE(reports(journal.append(deep, after(0)).diagnostics(), "payload_too_deep", "/0/payload"));
  deep.payload = std::string(256, '[') + std::string(256, ']');
  EXPECT_TRUE(journal.append(deep, after(0)));
  deep.payload = "\"\xC3\x28\"";
  EXPECT_TRUE(reports(journal.append(deep, after(0)).diagnostics(), "bad_payload"));
  deep.payload = std::string("{}\0{}", 5);
  EXPECT_TRUE(reports(journal.append(deep, after(0)).diagnostics(), "bad_payload"));
}

TEST_P(AnyJournal, NeverRecordsBeforeTheLastEvent) {
  Journal journal = fresh();
  journal.append(entry(1), after(10)).value();
  EXPECT_TRUE(reports(journal.append(entry(2), after(9)).diagnostics(), "recorded_before"));
  EXPECT_TRUE(journal.append(entry(2), after(10)));
  EXPECT_EQ(journal.last_recorded(), after(10));
  EXPECT_TRUE(reports(
      journal.append(entry(3), Instant(std::chrono::sys_seconds(std::chrono::seconds(1LL << 60)))).diagnostics(),
      "instant_range"));
}

TEST_P(AnyJournal, AnswersAsOfAnyPairOfTimes) {
  Journal journal = fresh();
  // Happened in another order than recorded.
  for (const auto& [happened, recorded] :
       {std::pair(50, 100), std::pair(10, 101), std::pair(120, 101), std::pair(20, 110)}) {
    JournalEntry made = entry(1);
    made.happened = after(static_cast<std::uint64_t>(happened));
    journal.append(made, after(static_cast<std::uint64_t>(recorded))).value();
  }
  const JournalView view = journal.view().value();
  const auto seqs = [&](const AsOf& when) {
    std::vector<std::uint64_t> found;
    EXPECT_TRUE(view.as_of(when, [&](const JournalEvent& event) { return found.push_back(event.seq), true; }).empty());
    return found;
  };
  using Seqs = std::vector<std::uint64_t>;
  EXPECT_EQ(seqs({}), (Seqs{1, 2, 3, 4}));
  EXPECT_EQ(seqs({.happened = after(20)}), (Seqs{2, 4}));
  EXPECT_EQ(seqs({.recorded = after(99)}), Seqs{});
  EXPECT_EQ(seqs({.recorded = after(101)}), (Seqs{1, 2, 3}));
  EXPECT_EQ(seqs({.happened = after(50), .recorded = after(109)}), (Seqs{1, 2}));
  EXPECT_EQ(view.recorded_until(after(100)).value(), 1u);
  EXPECT_EQ(view.recorded_until(after(500)).value(), 4u);
}

TEST_P(AnyJournal, ProvesEveryEventUnderEveryHead) {
  Journal journal = fresh();
  fill(journal, 600, 97);
  const JournalView view = journal.view().value();
  const std::vector<JournalEvent> events = all_of(view);
  for (const std::uint64_t size : {1u, 2u, 255u, 256u, 257u, 511u, 512u, 600u}) {
    const JournalHead head = view.head_at(size).value();
    for (const std::uint64_t seq : {std::uint64_t{1}, size / 2 + 1, size}) {
      const InclusionProof proof = view.prove(seq, size).value();
      EXPECT_EQ(proof.head, head);
      EXPECT_EQ(proof.event, events[seq - 1]);
      EXPECT_TRUE(verify(proof, head).empty()) << seq << " of " << size;
      EXPECT_TRUE(reports(verify(proof, view.head_at(size == 1 ? 2 : size - 1).value()), "other_head"));
    }
    const ConsistencyProof growth = view.prove_growth(size).value();
    EXPECT_TRUE(verify(growth, head).empty());
    EXPECT_TRUE(verify(growth, view.head()).empty());
  }
  EXPECT_TRUE(verify(view.prove_growth(0).value()).empty());
  EXPECT_TRUE(reports(view.prove(601).diagnostics(), "no_such_event"));
  EXPECT_TRUE(reports(view.prove(5, 4).diagnostics(), "no_such_event"));
  EXPECT_TRUE(reports(view.prove_growth(601).diagnostics(), "no_such_event"));
  InclusionProof forged = view.prove(17).value();
  forged.event.entry.payload = R"({"n":18})";
  EXPECT_TRUE(reports(verify(forged), "other_payload"));
  forged.event.commitment = payload_commitment(forged.event.salt, forged.event.entry.payload);
  EXPECT_TRUE(reports(verify(forged), "proof_fails"));
  ConsistencyProof grown = view.prove_growth(300).value();
  grown.older.root[0] ^= 1;
  EXPECT_TRUE(reports(verify(grown), "growth_fails"));
}

TEST_P(AnyJournal, RedactsOneEventAndEveryProofStillHolds) {
  Journal journal = fresh();
  fill(journal, 300);
  const JournalHead kept = journal.head();
  const InclusionProof before = journal.view().value().prove(17).value();
  const JournalView old_view = journal.view().value();
  const Result<Appended> redacted = journal.redact(17, "clerk", "names a witness", after(400));
  ASSERT_TRUE(redacted) << redacted.diagnostics();
  EXPECT_EQ(redacted->seq, 301u);
  const JournalView view = journal.view().value();
  const JournalEvent event = view.event(17).value();
  EXPECT_TRUE(event.redacted);
  EXPECT_EQ(event.entry.payload, "");
  EXPECT_EQ(event.salt, Salt{});
  EXPECT_EQ(event.commitment, before.event.commitment);
  EXPECT_EQ(event.entry.actor, before.event.entry.actor);
  EXPECT_EQ(old_view.event(17).value().entry.payload, before.event.entry.payload) << "a view stays what it was";
  const JournalEvent record = view.event(301).value();
  EXPECT_EQ(record.entry.command, "journal.redact");
  EXPECT_EQ(record.entry.cause, 17u);
  EXPECT_EQ(record.entry.actor, "clerk");
  EXPECT_EQ(record.entry.payload, R"({"reason":"names a witness"})");
  EXPECT_TRUE(verify(before, kept).empty()) << "proofs that were given before still hold";
  EXPECT_TRUE(verify(view.prove(17, 300).value(), kept).empty()) << "and so do those that are given now";
  const std::vector<JournalHead> heads{kept, journal.head()};
  const Result<JournalCheck> check = view.verify(heads);
  ASSERT_TRUE(check) << check.diagnostics();
  EXPECT_EQ(check->redacted, 1u);
  EXPECT_TRUE(reports(journal.redact(17, "clerk", "again", after(400)).diagnostics(), "redacted_already"));
  EXPECT_TRUE(reports(journal.redact(301, "clerk", "again", after(400)).diagnostics(), "not_redactable"));
  EXPECT_TRUE(reports(journal.redact(999, "clerk", "again", after(400)).diagnostics(), "no_such_event"));
  EXPECT_TRUE(reports(journal.redact(18, "clerk", "", after(400)).diagnostics(), "empty_text"));
  // Under its key it is still the same event.
  const JournalEntry keyed = entry(20);
  journal.redact(20, "clerk", "names a witness", after(400)).value();
  EXPECT_EQ(journal.append(keyed, after(500)).value(), (Appended{20, true}));
}

TEST_P(AnyJournal, HandsEffectsOverUntilTheyAreAcknowledged) {
  Journal journal = fresh();
  fill(journal, 30);
  const auto pending = [&](const PendingEffect* behind = nullptr, std::size_t limit = 100) {
    return journal.view().value().outbox(limit, behind).value();
  };
  std::vector<PendingEffect> effects = pending();
  ASSERT_EQ(effects.size(), 8u);  // events 7, 14, 21, 28
  EXPECT_EQ(effects[0].key(), "7.0");
  EXPECT_EQ(effects[0].effect, (JournalEffect{"notify", R"({"to":"unit-1"})"}));
  EXPECT_EQ(effects[3].key(), "14.1");
  EXPECT_EQ(pending(nullptr, 2), (std::vector{effects[0], effects[1]}));
  EXPECT_EQ(pending(&effects[6]), (std::vector{effects[7]}));
  EXPECT_TRUE(journal.acknowledge(std::vector{effects[1], effects[2], effects[2]}).empty());
  EXPECT_TRUE(journal.acknowledge(std::vector{effects[1]}).empty()) << "twice is as good as once";
  EXPECT_EQ(pending(), (std::vector{effects[0], effects[3], effects[4], effects[5], effects[6], effects[7]}));
  EXPECT_EQ(journal.view().value().outbox_counts(), (OutboxCounts{8, 2}));
  EXPECT_TRUE(journal.view().value().verify());
  // What is recorded once has its effects once.
  JournalEntry keyed = entry(35);
  journal.append(keyed, after(100)).value();
  journal.append(keyed, after(100)).value();
  EXPECT_EQ(pending().size(), 8u);
}

TEST_P(AnyJournal, KeepsSnapshotsAsACheckedCache) {
  Journal journal = fresh();
  fill(journal, 300);
  EXPECT_TRUE(
      journal.save_snapshot({.name = "tickets", .format = 2, .seq = 290, .bytes = std::string("a\0b", 3)}).empty());
  const JournalView view = journal.view().value();
  const auto found = view.snapshot("tickets", 2).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->seq, 290u);
  EXPECT_EQ(found->bytes, std::string("a\0b", 3));
  EXPECT_EQ(found->root, view.head_at(290).value().root);
  EXPECT_FALSE(view.snapshot("other", 2).value());
  const auto older = view.snapshot("tickets", 1);
  EXPECT_FALSE(older.value());
  EXPECT_TRUE(older.diagnostics().contains("other_snapshot"));
  EXPECT_THROW(static_cast<void>(journal.save_snapshot({.name = "t", .seq = 301})), ContractError);
  EXPECT_EQ(view.verify().value().snapshots, 1u);
}

TEST_P(AnyJournal, AViewStaysWhatItWas) {
  Journal journal = fresh();
  fill(journal, 10);
  const JournalView view = journal.view().value();
  fill(journal, 20);
  EXPECT_EQ(view.size(), 10u);
  EXPECT_EQ(all_of(view).size(), 10u);
  EXPECT_TRUE(view.verify());
  EXPECT_EQ(journal.view().value().size(), 20u);
  EXPECT_THROW(static_cast<void>(view.head_at(11)), ContractError);
}

TEST_P(AnyJournal, AnEmptyJournalIsAJournal) {
  Journal journal = fresh();
  EXPECT_EQ(journal.head(), (JournalHead{"street", 0, empty_tree_hash()}));
  EXPECT_TRUE(journal.append(std::vector<JournalEntry>(), after(0)).value().empty());
  const JournalView view = journal.view().value();
  EXPECT_TRUE(all_of(view).empty());
  EXPECT_TRUE(view.verify());
  EXPECT_EQ(view.recorded_until(after(0)).value(), 0u);
}

TEST(Journal, SaltsDifferFromJournalToJournal) {
  Journal a("a");
  Journal b("a");
  a.append(entry(1), after(0)).value();
  b.append(entry(1), after(0)).value();
  EXPECT_NE(a.head().root, b.head().root);
}

TEST(Journal, TheTwinHasTheSameHeads) {
  const Folder folder;
  Journal file = Journal::create(folder.file(), "street", test::options()).value();
  Journal memory("street", test::options());
  fill(file, 700, 90);
  fill(memory, 700, 90);
  EXPECT_EQ(file.head(), memory.head());
  EXPECT_EQ(all_of(file.view().value()), all_of(memory.view().value()));
}

}  // namespace
}  // namespace aedile
