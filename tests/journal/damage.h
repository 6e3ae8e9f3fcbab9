// A small journal, damaged in every way: what was acknowledged is there, or the damage is named.
#pragma once

#include <cstdlib>
#include <map>

#include "aedile/journal/journal.h"
#include "journal/journals.h"

namespace aedile::test {

/// All that was acknowledged before the damage.
struct Acknowledged {
  std::vector<JournalEvent> events;
  JournalHead head;
  std::vector<PendingEffect> effects;
};

inline Acknowledged acknowledged_by(const Journal& journal) {
  const JournalView view = journal.view().value();
  return {all_of(view), view.head(), view.outbox().value()};
}

/// The files of a journal by their suffixes, as they lie while it is written to.
using Files = std::map<std::string, std::string>;

inline Files files_of(const std::filesystem::path& journal) {
  Files files;
  for (const char* const suffix : {"", "-wal", "-lock"}) {
    const std::filesystem::path file = journal.string() + suffix;
    if (std::filesystem::exists(file)) files[suffix] = bytes_of(file);
  }
  return files;
}

/// Puts the files into place and removes what else belonged to the journal.
inline void place(const Files& files, const std::filesystem::path& journal) {
  for (const char* const suffix : {"", "-wal", "-lock", "-shm"}) {
    const auto at = files.find(suffix);
    if (at == files.end()) {
      std::filesystem::remove(journal.string() + suffix);
    } else {
      write_file(journal.string() + suffix, at->second);
    }
  }
}

/// What reading and checking the journal says. "" if it says that all is well and it is; a complaint if it is not.
inline std::string judged(const std::filesystem::path& journal, const Acknowledged& expected, Diagnostics& said) {
  const auto without_place = [](const Diagnostics& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Diagnostic& each) { return each.place.file.empty(); });
  };
  Result<JournalView> view = JournalView::open(journal);
  said = view.diagnostics();
  if (without_place(said)) return "a problem without a place: " + said.to_string();
  if (!view) return "";
  std::vector<JournalEvent> events;
  const Diagnostics reading = view->each([&](const JournalEvent& event) { return events.push_back(event), true; });
  const std::size_t common = std::min(events.size(), expected.events.size());
  if (!std::equal(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(common), expected.events.begin())) {
    return "an event is given out that was never recorded so";
  }
  const Result<JournalCheck> check = view->verify();
  said.append(reading);
  said.append(check.diagnostics());
  if (without_place(said)) return "a problem without a place: " + said.to_string();
  if (said.has_errors()) return "";
  if (events != expected.events) return "events are missing, and nothing says so";
  if (view->head() != expected.head) return "the head is another one, and nothing says so";
  const Result<std::vector<PendingEffect>> effects = view->outbox();
  if (!effects || *effects != expected.effects) return "effects are missing, and nothing says so";
  for (const JournalEvent& event : expected.events) {
    if (event.entry.key.empty()) continue;
    const auto found = view->find(event.entry.key);
    if (!found || !*found || (*found)->seq != event.seq) return "a key is missing, and nothing says so";
  }
  return "";
}

/// Steps between the bytes that are tried: 1 in the long run, more in every day's tests.
inline std::size_t stride(std::size_t every_day) { return std::getenv("AEDILE_LONG_TESTS") != nullptr ? 1 : every_day; }

}  // namespace aedile::test
