#pragma once
/// Look-back (回头看) of what was closed: which tickets are inspected again, so that nobody can choose.
///
///   LookBackRule month{.id = "march", .otherwise = Rational(1, 10), .all_of = {"severe"}};
///   month.shares = {{"market", Rational(1, 2)}};
///   DrawTerms terms = look_back_terms(month, closed, "2026-03", "lottery of 8 April").value();
///   commitment(terms).value();                       // published before the seed is known
///   draw(terms, "082915");                           // inspection/draw.h: anybody can repeat it
///
/// Every class of site is a stratum, and its quota is its share of the tickets, rounded up. Heavy tickets are a stratum
/// of their own whose quota is all of them; so they are part of what is promised, and of the draw's own record.

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "aedile/core/rational.h"
#include "aedile/core/result.h"
#include "aedile/inspection/draw.h"

namespace aedile {

struct LookBackShare {
  std::string site_class{};
  Rational share{};            ///< 0 … 1
  std::uint32_t at_least = 0;  ///< tickets, if there are as many
  friend bool operator==(const LookBackShare&, const LookBackShare&) = default;
};

struct LookBackRule {
  std::string id{};
  std::vector<LookBackShare> shares{};
  Rational otherwise{1, 10};          ///< for classes that are not named
  std::vector<std::string> all_of{};  ///< severities of which every ticket is looked at
  friend bool operator==(const LookBackRule&, const LookBackRule&) = default;
};
/// At JSON pointers. Errors: empty_text, text_not_utf8, control_character, look_back_share_range, duplicate_share.
Diagnostics validate(const LookBackRule& rule);

struct ClosedTicket {
  std::string id{};
  std::string site_class{};
  std::string severity{};
  friend bool operator==(const ClosedTicket&, const ClosedTicket&) = default;
};

/// The stratum of tickets that are all looked at.
inline constexpr const char* look_back_all = "*";

/// The terms of the draw.
/// Errors: those of `validate`, of the rule and of the terms (duplicate_candidate, no_strata where nothing was closed).
/// Cost: O(tickets · log tickets).
Result<DrawTerms> look_back_terms(const LookBackRule& rule, std::span<const ClosedTicket> closed, std::string period,
                                  std::string seed_source);

}  // namespace aedile
