// Any sequence of commands against a plain model: a list of what was recorded, a map of keys, a list of effects.
// RC_PARAMS="max_success=100000" makes it many more sequences.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <sstream>

#include "aedile/journal/journal_lines.h"
#include "journal/journals.h"
#include "journal/merkle_twin.h"

namespace aedile {
namespace {

using test::after;

/// What a journal is, without hashes and without files.
struct Model {
  struct Recorded {
    JournalEntry entry;
    std::uint64_t recorded;
    bool redacted = false;
  };
  std::vector<Recorded> events;
  std::map<std::string, std::uint64_t> keys;
  std::vector<std::pair<std::string, JournalEffect>> outbox;
  std::uint64_t now = 0;

  std::vector<std::uint64_t> as_of(std::uint64_t happened, std::uint64_t recorded) const {
    std::vector<std::uint64_t> seqs;
    for (std::size_t i = 0; i < events.size(); ++i) {
      if (events[i].recorded <= recorded && events[i].entry.happened <= after(happened)) seqs.push_back(i + 1);
    }
    return seqs;
  }
};

JournalEntry any_entry() {
  JournalEntry entry = test::entry(*rc::gen::inRange<std::uint64_t>(1, 40));
  entry.happened = after(*rc::gen::inRange<std::uint64_t>(0, 100));
  entry.key = *rc::gen::element<std::string>("", "", "", "a", "b", "c", "d");
  if (!entry.key.empty())
    entry = test::entry(static_cast<std::uint64_t>(entry.key[0]) * 2),
    entry.key = std::string(1, static_cast<char>('a' + *rc::gen::inRange(0, 5)));
  return entry;
}

bool same(const JournalEntry& a, const JournalEntry& b, bool redacted) {
  return a.happened == b.happened && a.actor == b.actor && a.command == b.command && a.subject == b.subject &&
         a.cause == b.cause && (redacted || a.payload == b.payload);
}

class Run {
 public:
  explicit Run(Journal journal) : journal_(std::move(journal)) {}

  void append() {
    std::vector<JournalEntry> batch(*rc::gen::inRange<std::size_t>(0, 5));
    for (JournalEntry& entry : batch) entry = any_entry();
    model_.now += *rc::gen::inRange<std::uint64_t>(0, 3);
    Model next = model_;
    std::vector<Appended> expected;
    bool refused = false;
    for (const JournalEntry& entry : batch) {
      const auto there = entry.key.empty() ? next.keys.end() : next.keys.find(entry.key);
      if (there != next.keys.end()) {
        const Model::Recorded& event = next.events[there->second - 1];
        refused = refused || !same(entry, event.entry, event.redacted);
        expected.push_back({there->second, true});
        continue;
      }
      next.events.push_back({entry, next.now});
      const std::uint64_t seq = next.events.size();
      if (!entry.key.empty()) next.keys[entry.key] = seq;
      for (std::size_t i = 0; i < entry.effects.size(); ++i) {
        next.outbox.emplace_back(std::to_string(seq) + '.' + std::to_string(i), entry.effects[i]);
      }
      expected.push_back({seq, false});
    }
    const Result<std::vector<Appended>> appended = journal_.append(batch, after(next.now));
    RC_ASSERT(appended.ok() == !refused);
    if (refused) return;
    RC_ASSERT(*appended == expected);
    model_ = std::move(next);
  }

  void redact() {
    if (model_.events.empty()) return;
    const auto seq = *rc::gen::inRange<std::uint64_t>(1, model_.events.size() + 1);
    Model::Recorded& event = model_.events[seq - 1];
    const bool possible = !event.redacted && event.entry.command != "journal.redact";
    const Result<Appended> redacted = journal_.redact(seq, "clerk", "reason", after(model_.now));
    RC_ASSERT(redacted.ok() == possible);
    if (!possible) return;
    event.redacted = true;
    JournalEntry record{.happened = after(model_.now),
                        .actor = "clerk",
                        .command = "journal.redact",
                        .subject = event.entry.subject,
                        .cause = seq,
                        .payload = R"({"reason":"reason"})"};
    model_.events.push_back({record, model_.now});
  }

  void acknowledge() {
    const auto effects = journal_.view().value().outbox(*rc::gen::inRange<std::size_t>(0, 4)).value();
    RC_ASSERT(journal_.acknowledge(effects).empty());
    model_.outbox.erase(model_.outbox.begin(), model_.outbox.begin() + static_cast<std::ptrdiff_t>(effects.size()));
  }

  void keep_head() {
    heads_.push_back(journal_.head());
    RC_ASSERT(journal_.save_snapshot({.name = "state", .seq = journal_.head().size, .bytes = "s"}).empty());
  }

  void compare() {
    const JournalView view = journal_.view().value();
    RC_ASSERT(view.size() == model_.events.size());
    std::uint64_t seq = 0;
    test::Leaves leaves;
    const Diagnostics problems = view.each([&](const JournalEvent& event) {
      const Model::Recorded& expected = model_.events[seq++];
      RC_ASSERT(event.seq == seq);
      RC_ASSERT(event.redacted == expected.redacted);
      RC_ASSERT(event.recorded == after(expected.recorded));
      RC_ASSERT(same(event.entry, expected.entry, event.redacted));
      RC_ASSERT(event.entry.key == expected.entry.key);
      leaves.push_back(leaf_bytes(event));
      return true;
    });
    RC_ASSERT(problems.empty());
    RC_ASSERT(view.head().root == test::mth(leaves));
    RC_ASSERT(view.verify(heads_).ok());
    // As of any pair of times is replaying a prefix, and leaving out what had not happened.
    const auto happened = *rc::gen::inRange<std::uint64_t>(0, 110);
    const auto recorded = *rc::gen::inRange<std::uint64_t>(0, model_.now + 2);
    std::vector<std::uint64_t> seqs;
    RC_ASSERT(view.as_of({after(happened), after(recorded)},
                         [&](const JournalEvent& event) { return seqs.push_back(event.seq), true; })
                  .empty());
    RC_ASSERT(seqs == model_.as_of(happened, recorded));
    const auto effects = view.outbox().value();
    RC_ASSERT(effects.size() == model_.outbox.size());
    for (std::size_t i = 0; i < effects.size(); ++i) {
      RC_ASSERT(effects[i].key() == model_.outbox[i].first);
      RC_ASSERT(effects[i].effect == model_.outbox[i].second);
    }
    for (const JournalHead& head : heads_) {
      RC_ASSERT(verify(view.prove_growth(head.size).value(), head).empty());
      if (head.size != 0) RC_ASSERT(verify(view.prove(head.size, head.size).value(), head).empty());
    }
    for (const auto& [key, at] : model_.keys) RC_ASSERT(view.find(key).value()->seq == at);
  }

  void any_command() {
    switch (*rc::gen::inRange(0, 10)) {
      case 0:
        return redact();
      case 1:
        return acknowledge();
      case 2:
        return keep_head();
      default:
        return append();
    }
  }

  void reopen(const std::filesystem::path& file) {
    journal_ = Journal("in between");  // the file is closed
    journal_ = Journal::open(file, test::options()).value();
  }

 private:
  Journal journal_;
  Model model_;
  std::vector<JournalHead> heads_;
};

RC_GTEST_PROP(JournalModel, InMemoryItIsTheModel, ()) {
  Run run(Journal("street", test::options()));
  const int commands = *rc::gen::inRange(0, 60);
  for (int i = 0; i < commands; ++i) run.any_command();
  run.compare();
}

RC_GTEST_PROP(JournalModel, InAFileItIsTheModelHoweverOftenItIsClosed, ()) {
  const test::Folder folder(std::filesystem::exists("/dev/shm") ? "/dev/shm" : std::filesystem::temp_directory_path());
  Run run(Journal::create(folder.file(), "street", test::options()).value());
  const int commands = *rc::gen::inRange(0, 30);
  for (int i = 0; i < commands; ++i) {
    run.any_command();
    if (*rc::gen::inRange(0, 10) == 0) run.reopen(folder.file());
  }
  run.compare();
}

}  // namespace
}  // namespace aedile
