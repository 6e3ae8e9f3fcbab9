#include "aedile/inspection/draw.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "core/excerpt.h"
#include "core/sha256.h"
#include "core/utf8.h"
#include "inspection/draw_terms.h"
#include "inspection/messages_draw.h"

namespace aedile {

namespace {

using detail::Sha256;
using detail::Sha256Hasher;

/// A candidate with the least of its tickets.
struct Keyed {
  Sha256 key{};
  std::uint32_t ticket = 1;
  const Candidate* candidate = nullptr;

  /// Two equal keys do not occur; the order is total all the same.
  friend bool operator<(const Keyed& a, const Keyed& b) {
    return a.key != b.key ? a.key < b.key : a.candidate->id < b.candidate->id;
  }
};

Keyed keyed(const Candidate& candidate, std::string_view head, Sha256Hasher& hasher) {
  std::string text(head);
  text += candidate.id;
  Keyed best{hasher(text), 1, &candidate};
  text += '\n';
  const std::size_t length = text.size();
  for (std::uint32_t ticket = 2; ticket <= candidate.weight; ++ticket) {
    text.resize(length);
    text += std::to_string(ticket);
    const Sha256 key = hasher(text);
    if (key < best.key) best = {key, ticket, &candidate};
  }
  return best;
}

struct Pool {
  std::vector<Keyed> eligible;
  DrawShortage account;
};

/// Strata by name, with what is left of each once the excluded and the recently drawn have gone.
std::map<std::string_view, Pool> pools_of(const DrawTerms& terms, std::string_view seed) {
  std::map<std::string_view, Pool> pools;
  for (const DrawStratum& stratum : terms.strata) pools[stratum.name].account = {stratum.name, stratum.quota, 0, 0, 0};
  std::unordered_set<std::string_view> excluded;
  for (const DrawExclusion& exclusion : terms.excluded) excluded.insert(exclusion.candidate);
  std::unordered_set<std::string_view> before;
  for (std::size_t i = 0; i < terms.history.size() && i < terms.no_repeat_within; ++i) {
    before.insert(terms.history[i].drawn.begin(), terms.history[i].drawn.end());
  }
  const std::string head = std::string(seed) + '\n' + terms.period + '\n';
  Sha256Hasher hasher;
  for (const Candidate& candidate : terms.candidates) {
    Pool& pool = pools[candidate.stratum];
    if (excluded.contains(candidate.id)) {
      ++pool.account.excluded;
    } else if (before.contains(candidate.id)) {
      ++pool.account.drawn_before;
    } else {
      pool.eligible.push_back(keyed(candidate, head, hasher));
    }
  }
  return pools;
}

bool is_seed(std::string_view text) {
  return !text.empty() && detail::is_utf8(text) && !detail::has_control_characters(text);
}

}  // namespace

Result<Draw> draw(const DrawTerms& terms, std::string_view seed) {
  Diagnostics problems = validate(terms);
  if (!is_seed(seed)) problems.error(Place{{}, 0, 0, "/seed"}, messages::bad_seed);
  if (problems.has_errors()) return problems;
  Draw result{detail::hex(detail::sha256(detail::canonical_text_of_valid(terms))), std::string(seed), {}, {}};
  for (auto& [name, pool] : pools_of(terms, seed)) {
    const auto count = std::min<std::size_t>(pool.account.quota, pool.eligible.size());
    const auto end = pool.eligible.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(pool.eligible.begin(), end, pool.eligible.end());
    for (auto drawn = pool.eligible.begin(); drawn != end; ++drawn) {
      result.drawn.push_back({std::string(name), drawn->candidate->id, drawn->ticket, detail::hex(drawn->key)});
    }
    DrawShortage& account = pool.account;
    account.drawn = static_cast<std::uint32_t>(count);
    if (account.drawn == account.quota) continue;
    const auto stratum = std::find_if(terms.strata.begin(), terms.strata.end(),
                                      [&](const DrawStratum& candidate) { return candidate.name == account.stratum; });
    problems.warning(Place{{}, 0, 0, "/strata/" + std::to_string(stratum - terms.strata.begin())},
                     messages::draw_shortage,
                     {detail::excerpt(account.stratum), std::to_string(account.quota), std::to_string(account.drawn),
                      std::to_string(account.excluded), std::to_string(account.drawn_before)});
    result.shortages.push_back(account);
  }
  return {std::move(result), std::move(problems)};
}

}  // namespace aedile
