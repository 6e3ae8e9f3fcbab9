#pragma once
/// The answer to "who answers for item X at site Y on day D?", and why it is that one.
///
///   Responsibility answer = compiled.who("6.1.2", park, day).value();
///   answer.units[0];                  // street-1, lead, 4/5, by rule 0
///   answer.units[1];                  // cgj, supporting, 1/5, by rule 0
///   answer.units[2];                  // li, linked, 0, by contract 4
///   answer.total;                     // 1: what the shares sum to, exactly
///   explain(compiled, answer, Language::en);
///   // 6.1.2 at P041 on 2026-05-12
///   //   lead: street-1 Street 1, 80 %, by rule "split"
///   //   …
///   // rule "split", for all items, every site: decides
///   // rule "old", for all items, every site: gives way to a higher priority
///
/// Built in this order. A *rule* names the parties. What the item's *duty* says of supporting units and linked leaders
/// is added, without share; without a rule the duty's lead answers with all of it. A *contract* for the lead takes the
/// lead's place and share, and who led before supports; other contracts are added. A unit named twice appears once, in
/// its first role, with the sum of its shares. A share whose party does not exist at that place on that day falls to
/// the lead.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/message.h"
#include "aedile/core/rational.h"
#include "aedile/organisation/responsibility.h"
#include "aedile/organisation/site.h"

namespace aedile {

class CompiledOrganisation;

/// What an answer rests on: an entry of Organisation::rules, contracts or duties.
struct Ground {
  enum class Kind { rule, contract, duty };
  Kind kind = Kind::rule;
  std::size_t index = 0;
  friend bool operator==(const Ground&, const Ground&) = default;
};
std::string_view to_string(Ground::Kind kind);

struct ResponsibleUnit {
  UnitId unit{};
  PartyRole role = PartyRole::lead;
  Rational share{};
  Ground ground{};
  friend bool operator==(const ResponsibleUnit&, const ResponsibleUnit&) = default;
};

/// How exactly something fits; compared from the first member to the last, the larger goes first.
struct Fit {
  int priority = 0;         ///< of rules
  int place = 0;            ///< 0 everywhere; 1 the root of the territory, larger below; the site by name: INT_MAX
  std::size_t item = 0;     ///< characters of the code that are named; an item by code counts one more
  bool site_class = false;  ///< names the class
  friend auto operator<=>(const Fit&, const Fit&) = default;
};

/// A rule, contract or duty that fits, and what became of it.
struct Considered {
  enum class Outcome {
    chosen,      ///< says who leads
    added,       ///< adds supporting or linked units
    overridden,  ///< gives way to a better fit
  };
  enum class Because { nothing, priority, place, item, site_class };
  Ground ground{};
  Fit fit{};
  Outcome outcome = Outcome::chosen;
  Because because = Because::nothing;  ///< of an overridden one: where the other fits better
  friend bool operator==(const Considered&, const Considered&) = default;
};
std::string_view to_string(Considered::Outcome outcome);
std::string_view to_string(Considered::Because because);

struct Responsibility {
  std::string item{};
  SiteId site{};
  Date day{};
  std::vector<ResponsibleUnit> units{};  ///< the lead, then the supporting ones, then the linked ones
  Rational total{};                      ///< of the shares
  std::vector<Considered> considered{};  ///< rules, contracts, duties; of each, the best fit first
  UnitId lead() const { return units.front().unit; }
  friend bool operator==(const Responsibility&, const Responsibility&) = default;
};

/// The answer in words, several lines.
std::string explain(const CompiledOrganisation& organisation, const Responsibility& answer,
                    Language language = Language::en);

/// "80 %", "33.3…%"
std::string percent(const Rational& share);

}  // namespace aedile
