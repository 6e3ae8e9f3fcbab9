#include "journal/lock_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <string_view>

#include "journal/bytes.h"
#include "journal/hashing.h"
#include "journal/messages.h"

namespace aedile::detail {

namespace {

constexpr std::string_view word = "acknowledged ";
constexpr std::size_t size_digits = 20;
constexpr std::size_t line_bytes = word.size() + size_digits + 1 + 64 + 1 + 16 + 1;
constexpr std::size_t read_bytes = 2'048;

std::string padded(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  return std::string(size_digits - digits.size(), '0') + digits;
}

std::string line_of(const Acknowledged& state) {
  std::string line(word);
  line += padded(state.size) + ' ' + to_hex(state.root);
  return line + ' ' + to_hex(Digest().add(line).value()).substr(0, 16) + '\n';
}

std::optional<Acknowledged> parse_line(std::string_view line) {
  if (line.size() != line_bytes || !line.starts_with(word)) return std::nullopt;
  Acknowledged state;
  const char* const digits = line.data() + word.size();
  const auto [end, failure] = std::from_chars(digits, digits + size_digits, state.size);
  const std::optional<Hash> root = parse_hash(line.substr(word.size() + size_digits + 1, 64));
  if (failure != std::errc() || end != digits + size_digits || !root) return std::nullopt;
  state.root = *root;
  return line_of(state) == line ? std::optional(state) : std::nullopt;
}

struct flock whole_file(short type) {
  struct flock range {};
  range.l_type = type;
  range.l_whence = SEEK_SET;
  return range;
}

std::string content_of(int descriptor) {
  std::string content(read_bytes, '\0');
  const ssize_t got = ::pread(descriptor, content.data(), content.size(), 0);
  content.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return content;
}

LockNote note_in(int descriptor) {
  LockNote note;
  // A line that is being written while it is read is whole at the next attempt.
  for (int attempt = 0; attempt < 5; ++attempt) {
    const std::string content = content_of(descriptor).substr(0, line_bytes);
    note.acknowledged = parse_line(content);
    // What a loss of power may leave of a file that was never synced is empty or zeros: it says nothing.
    note.damaged = !note.acknowledged && content.find_first_not_of('\0') != std::string::npos;
    if (!note.damaged) break;
  }
  return note;
}

/// "process 4711 (aedile journal append)", as far as the file tells.
std::string holder_in(int descriptor) {
  const std::string content = content_of(descriptor);
  const std::string_view text(content);
  constexpr std::string_view mark = "holder ";
  const std::size_t begin = text.find(mark);
  if (begin == std::string_view::npos) return {};
  std::string_view rest = text.substr(begin + mark.size());
  return std::string(rest.substr(0, rest.find('\n')));
}

}  // namespace

std::filesystem::path lock_path(const std::filesystem::path& journal) {
  std::error_code ignored;
  std::filesystem::path path =
      std::filesystem::is_symlink(journal, ignored) ? std::filesystem::weakly_canonical(journal, ignored) : journal;
  path += "-lock";
  return path;
}

LockNote read_lock_note(const std::filesystem::path& journal) {
  const int descriptor = ::open(lock_path(journal).c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return {};
  LockNote note = note_in(descriptor);
  struct flock range = whole_file(F_RDLCK);
  note.held = ::fcntl(descriptor, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
  ::close(descriptor);
  return note;
}

Result<WriterLock> WriterLock::take(const std::filesystem::path& journal, const std::string& holder) {
  const Place place{journal.string(), 0, 0, {}};
  const auto refused = [&](int reason) {
    return Result<WriterLock>(place, messages::cannot_write_journal, {std::strerror(reason)});
  };
  std::error_code absent;
  if (const std::uintmax_t names = std::filesystem::hard_link_count(journal, absent); !absent && names > 1)
    return {place, messages::journal_linked, {std::to_string(names)}};
  const int descriptor = ::open(lock_path(journal).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return refused(errno);
  struct flock range = whole_file(F_WRLCK);
  if (::fcntl(descriptor, F_OFD_SETLK, &range) != 0) {
    const int reason = errno;
    const std::string other = holder_in(descriptor);
    ::close(descriptor);
    if (reason != EAGAIN && reason != EACCES) return refused(reason);
    const std::size_t space = other.find(' ');
    if (space == std::string::npos) return {place, messages::journal_held, {"?"}};
    return {place, messages::journal_held, {other.substr(0, space) + " (" + other.substr(space + 1) + ')'}};
  }
  WriterLock lock(descriptor, note_in(descriptor));
  std::string line = "holder " + std::to_string(::getpid()) + ' ';
  for (const char c : holder) line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  line += '\n';
  // Until the first commit the note stays as it was; where there is none its place is left empty.
  if (::ftruncate(descriptor, static_cast<off_t>(line_bytes)) != 0 ||
      ::pwrite(descriptor, line.data(), line.size(), static_cast<off_t>(line_bytes)) !=
          static_cast<ssize_t>(line.size())) {
    return refused(errno);
  }
  return lock;
}

WriterLock::WriterLock(WriterLock&& other) noexcept : descriptor_(other.descriptor_), note_(other.note_) {
  other.descriptor_ = -1;
}

WriterLock::~WriterLock() {
  if (descriptor_ < 0) return;
  // A holder that is gone is named to nobody.
  [[maybe_unused]] const int ignored = ::ftruncate(descriptor_, static_cast<off_t>(line_bytes));
  ::close(descriptor_);
}

void WriterLock::acknowledge(const Acknowledged& state) const {
  const std::string line = line_of(state);
  [[maybe_unused]] const ssize_t ignored = ::pwrite(descriptor_, line.data(), line.size(), 0);
}

}  // namespace aedile::detail
