// Exports and imports.
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <map>

#include "aedile/journal/journal_lines.h"
#include "io/json/read_document.h"
#include "journal/bytes.h"
#include "journal/entry_check.h"
#include "journal/json_format.h"
#include "journal/lock_file.h"
#include "journal/log_check.h"
#include "journal/messages.h"
#include "journal/messages_append.h"

namespace aedile {

namespace {

constexpr std::size_t events_a_commit = 10'000;

Diagnostics on_line(const Diagnostics& found, std::uint64_t line) {
  Diagnostics placed;
  for (Diagnostic problem : found) {
    problem.place.line = static_cast<std::uint32_t>(std::min<std::uint64_t>(line, UINT32_MAX));
    placed.add(std::move(problem));
  }
  return placed;
}

/// A value that is a whole line.
template <class T>
Result<T> read_value(std::string_view line, std::string file_name) {
  const Result<json::Document> document = json::Document::parse(line, std::move(file_name));
  if (!document) return document.diagnostics();
  json::Reader reader(*document);
  json::report_duplicate_keys(reader);
  T value;
  json::read(reader, document->root(), value);
  Diagnostics problems = std::move(reader.problems());
  problems.sort_by_place();
  if (problems.has_errors()) return problems;
  return {std::move(value), std::move(problems)};
}

/// Writes lines to a store as they were, and checks what makes them a journal.
class Import {
 public:
  Import(std::istream& in, std::string name) : in_(in), name_(std::move(name)) {}

  Result<JournalHead> head() {
    if (!next_line()) return {place(), messages::empty_export};
    Result<JournalHead> head =
        json::read_document<JournalHead>(line_, name_, json::journal_export_format, json::read_journal_head, {});
    if (head) head_ = *head;
    return head;
  }

  Diagnostics copy_to(JournalStore& store) {
    std::vector<JournalEvent> events;
    while (next_line()) {
      Result<JournalEvent> event = read_journal_line(line_, name_);
      if (!event) return on_line(event.diagnostics(), number_);
      Diagnostics problems = check(*event);
      if (problems.has_errors()) return problems;
      events.push_back(std::move(*event));
      if (events.size() == events_a_commit) {
        problems = commit(events, store);
        if (problems.has_errors()) return problems;
      }
    }
    Diagnostics problems = commit(events, store);
    if (problems.has_errors()) return problems;
    if (tree_.size() != head_.size) {
      problems.error({name_, 0, 0, {}}, messages::export_incomplete,
                     {std::to_string(head_.size), std::to_string(tree_.size())});
    } else if (tree_.root() != head_.root) {
      problems.error({name_, 0, 0, {}}, messages::export_root, {to_hex(head_.root), to_hex(tree_.root())});
    }
    return problems;
  }

 private:
  Place place() const { return {name_, static_cast<std::uint32_t>(number_), 1, {}}; }

  bool next_line() {
    ++number_;
    return static_cast<bool>(std::getline(in_, line_));
  }

  Diagnostics check(const JournalEvent& event) {
    Diagnostics problems;
    const std::uint64_t due = number_ - 1;
    if (event.seq != due) {
      problems.error(place(), messages::other_seq, {std::to_string(event.seq), std::to_string(due)});
    } else if (event.entry.cause && (*event.entry.cause == 0 || *event.entry.cause >= event.seq)) {
      problems.error(place(), messages::bad_cause, {std::to_string(*event.entry.cause)});
    } else if (event.seq > 1 && event.recorded < recorded_) {
      problems.error(place(), messages::unsorted_recorded, {event.recorded.to_string(), recorded_.to_string()});
    } else if (!detail::in_range(event.recorded)) {
      problems.error(place(), messages::instant_range);
    }
    recorded_ = event.recorded;
    return problems;
  }

  Diagnostics commit(std::vector<JournalEvent>& events, JournalStore& store) {
    std::vector<EventRow> rows;
    std::vector<MerkleNode> nodes;
    std::map<std::string_view, std::uint64_t> keys;
    StoreHead head = store.head();
    for (const JournalEvent& event : events) {
      EventRow& row = rows.emplace_back(detail::row_of(event));
      if (!row.key.empty()) {
        const Result<std::optional<std::uint64_t>> there = store.find_key(row.key);
        if (!there) return there.diagnostics();
        const auto [at, fresh] = keys.emplace(row.key, row.seq);
        if (*there || !fresh) {
          Diagnostics problems;
          problems.error({name_, static_cast<std::uint32_t>(row.seq + 1), 1, {}}, messages::duplicate_event_key,
                         {event.entry.key, std::to_string(*there ? **there : at->second)});
          return problems;
        }
      }
      const Hash leaf = detail::leaf_hash_of(row, event.commitment, scratch_);
      row.check = detail::first_eight(leaf);
      head.frontier.append(leaf, &nodes);
      head.last_recorded = event.recorded;
    }
    tree_ = head.frontier;
    Diagnostics problems;
    if (!rows.empty()) problems = store.commit({.events = rows, .nodes = nodes, .head = &head});
    events.clear();
    return problems;
  }

  std::istream& in_;
  std::string name_;
  std::string line_;
  std::uint64_t number_ = 0;
  JournalHead head_;
  Instant recorded_;
  MerkleFrontier tree_;
  std::string scratch_;
};

/// A journal on its way into place, removed with everything beside it unless it has arrived.
class Unfinished {
 public:
  explicit Unfinished(std::filesystem::path file) : file_(std::move(file)) {}
  ~Unfinished() {
    std::error_code ignored;
    std::filesystem::path index = file_;
    index += "-shm";
    for (const auto& path : {file_, detail::log_path(file_), index, detail::lock_path(file_)}) {
      std::filesystem::remove(path, ignored);
    }
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  const std::filesystem::path& file() const { return file_; }

 private:
  std::filesystem::path file_;
};

}  // namespace

Diagnostics export_journal(const JournalView& view, std::ostream& out) {
  std::string text;
  json::Writer json(text, JsonWriter::Layout::compact);
  json.begin_object().key("aedile").string(json::journal_export_format);
  write_members(json, view.head());
  json.end_object();
  text += '\n';
  out << text;
  return view.each([&](const JournalEvent& event) {
    text.clear();
    json::Writer line(text, JsonWriter::Layout::compact);
    json::write(line, event);
    text += '\n';
    return static_cast<bool>(out << text);
  });
}

std::string write_journal_line(const JournalEvent& event) {
  std::string text;
  json::Writer json(text, JsonWriter::Layout::compact);
  json::write(json, event);
  return text;
}

Result<JournalEvent> read_journal_line(std::string_view line, std::string file_name) {
  return read_value<JournalEvent>(line, std::move(file_name));
}

Result<JournalEntry> read_journal_entry(std::string_view line, std::string file_name) {
  return read_value<JournalEntry>(line, std::move(file_name));
}

Result<JournalHead> import_journal(std::istream& in, const std::string& in_name, const std::filesystem::path& file,
                                   const JournalOptions& options) {
  std::error_code failure;
  if (std::filesystem::exists(std::filesystem::symlink_status(file, failure))) {
    return {Place{file.string(), 0, 0, {}}, messages::journal_exists};
  }
  Import import(in, in_name);
  const Result<JournalHead> head = import.head();
  if (!head) return head;
  std::filesystem::path path = file;
  path += ".importing-" + std::to_string(::getpid());
  const Unfinished unfinished(path);
  {
    Result<std::unique_ptr<JournalStore>> store =
        create_sqlite_store(unfinished.file(), head->name, {.holder = options.holder});
    if (!store) return store.diagnostics();
    Diagnostics problems = import.copy_to(**store);
    if (problems.has_errors()) return problems;
  }
  // Closing has brought everything into the one file, or something has kept it from that.
  if (std::filesystem::exists(detail::log_path(unfinished.file()))) {
    return {Place{file.string(), 0, 0, {}}, messages::cannot_write_journal, {std::strerror(EIO)}};
  }
  // A link fails where a file of that name has appeared meanwhile; a renaming would replace it.
  std::filesystem::create_hard_link(unfinished.file(), file, failure);
  if (failure) {
    return {Place{file.string(), 0, 0, {}}, messages::cannot_write_journal, {failure.message()}};
  }
  return head;
}

}  // namespace aedile
