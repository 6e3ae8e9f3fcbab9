#pragma once
/// A draw (抽查) that nobody can steer and anybody can repeat.
///
///   DrawTerms roads{.id = "roads", .period = "2026-11", .seed_source = "digits of the lottery of 8 November"};
///   roads.strata = {{"main", 3}, {"back", 3}, {"rural", 2}};
///   roads.candidates = {{"R001", "main"}, {"R002", "main", 4}, …};      // 33, 47 and 21 roads; R002 has weight 4
///   std::string promise = commitment(roads).value();                    // published on the 1st: 64 hex digits
///   Result<Draw> drawn = draw(roads, "082915");                         // on the 8th, when the digits are known
///   verify(roads, *drawn, promise).empty();                             // by whoever wants to know
///
/// Candidate R002 holds the tickets 1 … 4, each worth the SHA-256 of a text of lines joined by one newline:
///
///   ticket 1           "082915", "2026-11", "R002"            printf '082915\n2026-11\nR002' | sha256sum
///   ticket j > 1       "082915", "2026-11", "R002", "j"
///
/// Its key is the least of them. Candidates that are excluded, or were drawn in the last `no_repeat_within` draws,
/// leave; of what is left each stratum gives its `quota` candidates of least key. So weight is chance: at every step a
/// candidate of weight 4 is four times as likely to be the next as one of weight 1 (successive sampling in proportion
/// to weight). And keys know nothing of each other: without a candidate that was not drawn the draw is the same;
/// without one that was drawn, the next of its stratum follows.
///
/// What it rests on: the terms are published before anybody can know the seed, and nobody who knows them can choose it.
/// The commitment proves the first; the second is a matter of `seed_source`.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/diagnostics.h"
#include "aedile/core/result.h"

namespace aedile {

/// Something that can be drawn: a site, a road, a unit, a finished ticket.
struct Candidate {
  std::string id{};
  std::string stratum{};
  std::uint32_t weight = 1;  ///< 1 … max_draw_weight
  friend bool operator==(const Candidate&, const Candidate&) = default;
};

inline constexpr std::uint32_t max_draw_weight = 10'000;

/// 类别: candidates that are drawn among themselves.
struct DrawStratum {
  std::string name{};
  std::uint32_t quota = 0;
  friend bool operator==(const DrawStratum&, const DrawStratum&) = default;
};

struct DrawExclusion {
  std::string candidate{};  ///< id
  std::string reason{};     ///< "owned by the team leader's brother"
  friend bool operator==(const DrawExclusion&, const DrawExclusion&) = default;
};

struct PastDraw {
  std::string period{};
  std::vector<std::string> drawn{};  ///< ids; some may be candidates no longer
  friend bool operator==(const PastDraw&, const PastDraw&) = default;
};

/// The list and the rules of one draw: all that is settled before the seed is known. No text in it holds a control
/// character.
struct DrawTerms {
  std::string id{};           ///< what the draw is for
  std::string period{};       ///< any text; two draws with the same seed have different ones
  std::string seed_source{};  ///< where the seed will come from
  std::vector<DrawStratum> strata{};
  std::vector<Candidate> candidates{};
  std::vector<DrawExclusion> excluded{};
  std::uint32_t no_repeat_within = 0;  ///< whoever was drawn in this many draws before is not drawn again
  std::vector<PastDraw> history{};     ///< latest first; what lies further back than `no_repeat_within` is of no effect
  friend bool operator==(const DrawTerms&, const DrawTerms&) = default;
};

/// Every problem, at JSON pointers ("/candidates/3/weight"): empty_text, text_not_utf8, control_character,
/// no_strata, duplicate_stratum, duplicate_candidate, unknown_stratum, draw_weight_range, unknown_candidate,
/// duplicate_exclusion, history_too_short (fewer past draws than `no_repeat_within`: a warning).
/// Cost: O(size · log size).
Diagnostics validate(const DrawTerms& terms);

/// The terms as one text, whatever the order of the lists they were given in: lines of fields separated by tabs, each
/// ended by a newline, sorted by bytes within a kind.
///
///   aedile-draw   1
///   id            roads
///   period        2026-11
///   seed          digits of the lottery of 8 November
///   stratum       back   3                        (name, quota)
///   candidate     back   R101   1                 (stratum, id, weight)
///   excluded      R105   closed
///   no-repeat     2
///   past          1      2026-10   R001           (draws ago, period, id), as far back as no-repeat goes
///
/// Throws ContractError if `terms` is not valid.     Cost: O(size · log size).
std::string canonical_text(const DrawTerms& terms);

/// SHA-256 of the canonical text, 64 hex digits: `sha256sum` of a file that holds it says the same.
/// Errors: those of `validate`.
Result<std::string> commitment(const DrawTerms& terms);

struct DrawnCandidate {
  std::string stratum{};
  std::string id{};
  std::uint32_t ticket = 1;  ///< the one that counted
  std::string key{};         ///< 64 hex digits
  friend bool operator==(const DrawnCandidate&, const DrawnCandidate&) = default;
};

/// A stratum that could not give what it owed.
struct DrawShortage {
  std::string stratum{};
  std::uint32_t quota = 0;
  std::uint32_t drawn = 0;
  std::uint32_t excluded = 0;      ///< candidates that were excluded
  std::uint32_t drawn_before = 0;  ///< not excluded, but drawn too recently
  friend bool operator==(const DrawShortage&, const DrawShortage&) = default;
};

struct Draw {
  std::string commitment{};  ///< of the terms
  std::string seed{};
  std::vector<DrawnCandidate> drawn{};    ///< strata in the order of their names' bytes, within each by key
  std::vector<DrawShortage> shortages{};  ///< in the same order
  friend bool operator==(const Draw&, const Draw&) = default;
};

/// Warnings: draw_shortage, one for each.     Errors: those of `validate`, bad_seed (empty, not UTF-8 or with a control
/// character).     Cost: O(sum of weights + candidates · log), about 0.1 µs a ticket and 1 µs a candidate.
Result<Draw> draw(const DrawTerms& terms, std::string_view seed);

/// Whether `claimed` is what the terms and its seed give, and the terms are those that were promised. Empty if so.
/// Errors: those of `draw`; other_commitment (the published one is not that of the terms), claimed_commitment,
/// not_drawn (claimed, but drawn by nobody), left_out (drawn, but not claimed), other_key (ticket, key or stratum
/// differ), other_order, other_shortages.
Diagnostics verify(const DrawTerms& terms, const Draw& claimed, std::string_view published_commitment);

}  // namespace aedile
