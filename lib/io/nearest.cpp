#include "io/nearest.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace aedile::detail {

namespace {

constexpr std::size_t longest_compared = 64;

std::string plain(std::string_view word) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!word.empty() && blank(word.front())) word.remove_prefix(1);
  while (!word.empty() && blank(word.back())) word.remove_suffix(1);
  std::string result(word);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

/// Levenshtein distance, one row at a time.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

const std::string* nearest(std::string_view word, std::span<const std::string> known) {
  const std::string wanted = plain(word);
  if (wanted.empty() || wanted.size() > longest_compared) return nullptr;
  const std::string* best = nullptr;
  std::size_t best_distance = std::min<std::size_t>(wanted.size() / 3, 3) + 1;
  for (const std::string& candidate : known) {
    if (candidate.size() > longest_compared) continue;
    const std::size_t found = distance(wanted, plain(candidate));
    if (found < best_distance) {
      best = &candidate;
      best_distance = found;
    }
  }
  return best;
}

}  // namespace aedile::detail
