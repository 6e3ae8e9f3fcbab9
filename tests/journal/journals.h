// Journals for tests: in a folder of their own, with salts that are the same at every run.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "aedile/journal/journal.h"

namespace aedile::test {

/// A folder that is gone after the test.
class Folder {
 public:
  explicit Folder(const std::filesystem::path& parent = std::filesystem::temp_directory_path()) {
    std::string name = (parent / "aedile-journal-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder: " + name);
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path file(const std::string& name = "street.journal") const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline Instant at(const char* text) { return Instant::parse(text).value(); }

/// A second later for each.
inline Instant after(std::uint64_t seconds) {
  return Instant(at("2026-11-20T01:00:00Z").sys_seconds() + std::chrono::seconds(seconds));
}

/// Counts upwards: repeatable, and different for each event.
inline SaltSource counted_salts() {
  return [next = std::uint8_t{0}](std::span<std::uint8_t> bytes) mutable {
    for (std::uint8_t& byte : bytes) byte = next = static_cast<std::uint8_t>(next * 5 + 11);
  };
}

inline JournalOptions options(std::string holder = "a test") {
  return {.holder = std::move(holder), .salts = counted_salts()};
}

/// The n-th entry of a story that never ends; every fifth has a key, every seventh two effects.
inline JournalEntry entry(std::uint64_t n) {
  JournalEntry made{.happened = after(n),
                    .actor = "inspector-" + std::to_string(n % 7),
                    .command = "ticket.report",
                    .subject = "T-" + std::to_string(n % 13)};
  made.payload = R"({"n":)" + std::to_string(n) + R"(,"where":"东门街"})";
  if (n % 5 == 0) made.key = "visit-" + std::to_string(n);
  if (n % 7 == 0) made.effects = {{"notify", R"({"to":"unit-1"})"}, {"print", R"({"copies":2})"}};
  return made;
}

inline std::vector<JournalEntry> entries(std::uint64_t first, std::uint64_t count) {
  std::vector<JournalEntry> made;
  for (std::uint64_t n = first; n < first + count; ++n) made.push_back(entry(n));
  return made;
}

/// Appends entries 1 … count in commits of `each`, recorded at `after(seq)`.
inline void fill(Journal& journal, std::uint64_t count, std::uint64_t each = 100) {
  for (std::uint64_t first = journal.head().size + 1; first <= count; first += each) {
    const auto appended = journal.append(entries(first, std::min(each, count + 1 - first)), after(first));
    ASSERT_TRUE(appended) << appended.diagnostics();
  }
}

inline std::vector<JournalEvent> all_of(const JournalView& view) {
  std::vector<JournalEvent> events;
  const Diagnostics problems = view.each([&](const JournalEvent& event) { return events.push_back(event), true; });
  EXPECT_TRUE(problems.empty()) << problems;
  return events;
}

/// Nothing where there is no such file.
inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline void write_file(const std::filesystem::path& file, const std::string& content) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << content;
  EXPECT_TRUE(out) << file;
}

}  // namespace aedile::test
