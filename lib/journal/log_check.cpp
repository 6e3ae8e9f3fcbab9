#include "journal/log_check.h"

#include <array>
#include <fstream>
#include <string>
#include <string_view>

namespace aedile::detail {

namespace {

constexpr std::size_t header_bytes = 32;
constexpr std::size_t frame_header_bytes = 24;
constexpr std::uint32_t magic = 0x377F0682;  // the last bit: checksums over big-endian words

std::uint32_t word_at(std::string_view bytes, std::size_t at, bool big_endian = true) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + (big_endian ? i : 3 - i)]);
  }
  return value;
}

struct Checksum {
  std::uint32_t first = 0;
  std::uint32_t second = 0;

  void add(std::string_view bytes, bool big_endian) {
    for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
      first += word_at(bytes, i, big_endian) + second;
      second += word_at(bytes, i + 4, big_endian) + first;
    }
  }
  friend bool operator==(const Checksum&, const Checksum&) = default;
};

Checksum checksum_at(std::string_view bytes, std::size_t at) { return {word_at(bytes, at), word_at(bytes, at + 4)}; }

}  // namespace

std::filesystem::path log_path(const std::filesystem::path& journal) {
  std::filesystem::path path = journal;
  path += "-wal";
  return path;
}

LogState check_log(const std::filesystem::path& journal) {
  LogState state;
  std::ifstream in(log_path(journal), std::ios::binary);
  std::string header(header_bytes, '\0');
  in.read(header.data(), static_cast<std::streamsize>(header.size()));
  if (in.gcount() == 0) return state;
  const bool big_endian = (word_at(header, 0) & 1) != 0;
  const std::uint32_t page_bytes = word_at(header, 8);
  Checksum sum;
  sum.add(std::string_view(header).substr(0, 24), big_endian);
  const bool sensible = (word_at(header, 0) & ~1u) == magic && page_bytes >= 512 && page_bytes <= 65'536;
  if (in.gcount() < static_cast<std::streamsize>(header_bytes) || !sensible || !(sum == checksum_at(header, 24))) {
    state.broken_at = 0;
    return state;
  }
  const std::string_view salts = std::string_view(header).substr(16, 8);
  std::string frame(frame_header_bytes + page_bytes, '\0');
  std::optional<std::uint64_t> doubtful_at;  // the first frame that does not do
  bool commit_behind = false;                // a complete commit behind it
  for (std::uint64_t at = header_bytes;; at += frame.size()) {
    in.read(frame.data(), static_cast<std::streamsize>(frame.size()));
    const auto got = static_cast<std::size_t>(in.gcount());
    if (got == 0) return state;
    const bool whole = got == frame.size();
    // Frames with other salts are what is left of the log before this one, unless sound ones follow.
    const bool ours = got >= frame_header_bytes && std::string_view(frame).substr(8, 8) == salts;
    bool sound = false;
    if (whole && ours) {
      sum.add(std::string_view(frame).substr(0, 8), big_endian);
      sum.add(std::string_view(frame).substr(frame_header_bytes), big_endian);
      sound = sum == checksum_at(frame, 16);
    }
    if (!sound && !doubtful_at) {
      doubtful_at = at;
      if (ours || !whole) state.broken_at = at;
    } else if (sound && doubtful_at) {
      state.broken_at = doubtful_at;
      state.damaged = state.damaged || commit_behind;
      commit_behind = commit_behind || word_at(frame, 4) != 0;
    }
    if (!whole) return state;
    // Each checksum goes on from the one that stands in the frame before, even if that frame is broken.
    sum = checksum_at(frame, 16);
  }
}

}  // namespace aedile::detail
