// Whether a claimed draw is the one that its terms and its seed give.
#include <algorithm>
#include <unordered_map>

#include "aedile/inspection/draw.h"
#include "core/excerpt.h"
#include "inspection/messages_draw.h"

namespace aedile {

namespace {

using ById = std::unordered_map<std::string_view, const DrawnCandidate*>;

Place at(std::string_view member, std::size_t element) {
  return Place{{}, 0, 0, "/" + std::string(member) + "/" + std::to_string(element)};
}

void compare_drawn(const Draw& claimed, const Draw& right, Diagnostics& problems) {
  ById drawn;
  for (const DrawnCandidate& candidate : right.drawn) drawn.emplace(candidate.id, &candidate);
  ById seen;
  for (std::size_t i = 0; i < claimed.drawn.size(); ++i) {
    const DrawnCandidate& candidate = claimed.drawn[i];
    const auto found = drawn.find(candidate.id);
    if (found == drawn.end() || !seen.emplace(candidate.id, &candidate).second) {
      problems.error(at("drawn", i), messages::not_drawn, {detail::excerpt(candidate.id)});
    } else if (!(candidate == *found->second)) {
      problems.error(at("drawn", i), messages::other_key, {detail::excerpt(candidate.id)});
    }
  }
  for (const DrawnCandidate& candidate : right.drawn) {
    if (!seen.contains(candidate.id)) {
      problems.error(Place{{}, 0, 0, "/drawn"}, messages::left_out, {detail::excerpt(candidate.id)});
    }
  }
}

}  // namespace

Diagnostics verify(const DrawTerms& terms, const Draw& claimed, std::string_view published_commitment) {
  const Result<Draw> right = draw(terms, claimed.seed);
  if (!right) return right.diagnostics();
  Diagnostics problems;
  if (published_commitment != right->commitment) {
    problems.error(Place{}, messages::other_commitment, {detail::excerpt(published_commitment), right->commitment});
  }
  if (claimed.commitment != right->commitment) {
    problems.error(Place{{}, 0, 0, "/commitment"}, messages::claimed_commitment,
                   {detail::excerpt(claimed.commitment), right->commitment});
  }
  const std::size_t before = problems.size();
  compare_drawn(claimed, *right, problems);
  if (problems.size() == before && claimed.drawn != right->drawn) {
    problems.error(Place{{}, 0, 0, "/drawn"}, messages::other_order);
  }
  if (claimed.shortages != right->shortages) {
    problems.error(Place{{}, 0, 0, "/shortages"}, messages::other_shortages);
  }
  return problems;
}

}  // namespace aedile
