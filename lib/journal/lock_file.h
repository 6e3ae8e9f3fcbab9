// The file beside a journal by which there is one writer, and by which it is known what was acknowledged.
//
//   acknowledged 00000000000000001000 5d1c…9a 7e21b4c0d9a85f13
//   holder 4711 aedile journal append
//
// The lock is the operating system's (an open-file-description lock), so it ends with its process, however that ends.
// The first line is written after every commit, without a sync of its own: after the process is killed it is exact,
// after the machine has lost power it may be behind, and it is never ahead of what is durable. So a journal that holds
// fewer events than its lock file says has lost some of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "aedile/core/result.h"
#include "aedile/journal/merkle.h"

namespace aedile::detail {

struct Acknowledged {
  std::uint64_t size = 0;
  Hash root = empty_tree_hash();
};

/// Beside the file itself, where `journal` is a symbolic link to it: one lock, by whatever name.
std::filesystem::path lock_path(const std::filesystem::path& journal);

/// What a lock file says.
struct LockNote {
  std::optional<Acknowledged> acknowledged;  ///< nothing where it says nothing
  bool damaged = false;                      ///< there is something, but not what was written
  bool held = false;                         ///< somebody is writing
};
LockNote read_lock_note(const std::filesystem::path& journal);

/// Holds the lock for as long as it lives.
class WriterLock {
 public:
  /// Errors: journal_held, journal_linked (the file has a second name, and what SQLite keeps beside it would be kept
  /// twice), cannot_write_journal.
  static Result<WriterLock> take(const std::filesystem::path& journal, const std::string& holder);
  ~WriterLock();
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&&) = delete;

  /// What stood there when the lock was taken.
  const LockNote& note() const { return note_; }
  /// Failure is of no consequence: the note is then behind, as after a loss of power.
  void acknowledge(const Acknowledged& state) const;

 private:
  WriterLock(int descriptor, LockNote note) : descriptor_(descriptor), note_(note) {}

  int descriptor_;
  LockNote note_;
};

}  // namespace aedile::detail
