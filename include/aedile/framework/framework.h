#pragma once
/// The authoring form of a framework (测评体系): one edition of an indicator hierarchy with its rules. A plain value,
/// made by a builder (builder.h) or read from JSON (io), checked by `validate`, and compiled before it scores
/// (compiled.h).
///
/// Nodes are stored flat in document order (a parent before its children, siblings in order); nodes[0] is the root, the
/// total. A node with children combines them (`aggregation`); a node without is an item and has `rules`.

#include <optional>
#include <string>
#include <vector>

#include "aedile/core/date.h"
#include "aedile/core/decimal.h"
#include "aedile/core/message.h"
#include "aedile/core/result.h"
#include "aedile/framework/aggregation.h"
#include "aedile/framework/rule.h"

namespace aedile {

/// How an item is assessed: 材料审核, 实地考察, 问卷调查, 网上申报, 整体观察.
enum class Method { material, field, questionnaire, filing, observation };
/// The word of the JSON form; and back: nothing for any other text. So with all pairs like this one.
std::string_view to_string(Method method);
std::optional<Method> parse_method(std::string_view text);

/// What a node is to its parent.
enum class Role {
  part,     ///< one of the parts that are combined
  adds,     ///< its mark is added after they are combined: a feature score, a bonus
  deducts,  ///< its mark is taken off after they are combined: a demerit score
};
std::string_view to_string(Role role);
std::optional<Role> parse_role(std::string_view text);

/// One grade (等级). The first of a node's grades whose range holds the node's mark applies; best first.
struct Grade {
  std::string code{};
  LocalText title{};
  Range<Points> mark{};
  friend bool operator==(const Grade&, const Grade&) = default;
};

/// Puts the node that carries it under a ceiling while a condition on some mark holds.
struct Ceiling {
  MarkCondition when{};
  std::optional<Points> ceiling{};
  std::optional<std::string> grade{};  ///< the grade is no better than this one
  friend bool operator==(const Ceiling&, const Ceiling&) = default;
};

/// The node is scored once for each value of an attribute of its findings, and the results are combined as a weighted
/// mean of marks: inspection cycles weighing 1/2, 1/3, 1/6 (weights 3, 2, 1), or patrol 0.7 and check 0.3.
/// In a scorecard the copies have the codes "code@value" and are scored as the node is, with its limits, ceilings,
/// rounding and grades; what other nodes aim at the node meets the combined result, which is limited, rounded and
/// graded again. A cycle not observed is handled by `not_observed`, one that is not applicable leaves the mean.
struct Cycles {
  /// One value of the attribute.
  struct Cycle {
    std::string value{};
    Weight weight{};  ///< ≥ 0, of all cycles together above 0
    friend bool operator==(const Cycle&, const Cycle&) = default;
  };
  std::string by{};  ///< attribute; every observation under the node must carry one of the values
  std::vector<Cycle> cycles{};
  Missing not_observed = Missing::renormalise;
  friend bool operator==(const Cycles&, const Cycles&) = default;
};

/// A dimension, an indicator or an item; the root is the total.
struct Node {
  std::string code{};  ///< unique in the framework; no '@', no control characters, not empty
  LocalText title{};
  std::optional<std::size_t> parent{};  ///< index into Framework::nodes; none for the root
  /// For items: the most it can give; without it the item is open-ended (a demerit score). For inner nodes it defaults
  /// to the sum of the parts' full marks under `sum`, and to 100 under the other aggregators with Basis::shares.
  std::optional<Points> full_marks{};
  Weight weight = Weight::of(1);  ///< ≥ 0
  Role role = Role::part;
  LocalText clause{};           ///< the text of the rule, for derivations and notices
  std::string clause_source{};  ///< where it stands: document, article
  std::optional<Method> method{};
  std::string lead{};                     ///< department that answers for it; inherited from the parent where empty
  std::vector<std::string> supporting{};  ///< departments
  std::vector<std::string> tags{};
  std::optional<Points>
      start{};  ///< items: the mark before any finding; none: full marks, 0 where all rules are tallies
  std::optional<Points> lowest = Points{};  ///< marks never go below; none: no lower end
  std::optional<Points> highest{};      ///< marks never go above, bonuses included; none: no upper end but full marks
  std::optional<MarkRounding> round{};  ///< a rounding that is part of the formula, at this node
  Aggregation aggregation{};            ///< inner nodes
  std::vector<Rule> rules{};            ///< items
  std::vector<Ceiling> ceilings{};
  std::vector<Grade> grades{};
  std::optional<Cycles> cycles{};
  friend bool operator==(const Node&, const Node&) = default;
};

/// An attribute of findings. severity, location, source, repeat, overdue, media and corrected exist without declaration
/// (the last four with the values yes and no); declaring one adds a title and a closed list of values.
struct Attribute {
  /// One value a finding may carry.
  struct Value {
    std::string code{};
    LocalText title{};
    friend bool operator==(const Value&, const Value&) = default;
  };
  std::string name{};
  LocalText title{};
  std::vector<Value> values{};  ///< empty: any text
  friend bool operator==(const Attribute&, const Attribute&) = default;
};

/// A number known of each visit, such as units_sampled.
struct VisitAttribute {
  std::string name{};
  LocalText title{};
  friend bool operator==(const VisitAttribute&, const VisitAttribute&) = default;
};

/// 适用项: which items apply to a class of site. Codes of inner nodes stand for all items below them.
struct Profile {
  std::string site_class{};
  LocalText title{};
  bool all_except = false;           ///< false: `nodes` apply and nothing else; true: all but `nodes`
  std::vector<std::string> nodes{};  ///< codes
  friend bool operator==(const Profile&, const Profile&) = default;
};

/// One edition, whole. Sound once `validate` reports no error.
struct Framework {
  std::string id{};       ///< the same for all editions
  std::string edition{};  ///< "2021"
  LocalText title{};
  std::string source{};               ///< the document it was taken from
  std::optional<Date> valid_from{};   ///< visits on these days are scored by this edition
  std::optional<Date> valid_until{};  ///< last day
  MarkRounding marks{};               ///< how reported marks are rounded: once, from the exact value
  bool owners_required = false;       ///< every item needs a lead, its own or inherited
  std::vector<Attribute> attributes{};
  std::vector<VisitAttribute> visit_attributes{};
  std::vector<Profile> profiles{};
  std::vector<Node> nodes{};
  friend bool operator==(const Framework&, const Framework&) = default;
};

/// Every problem of a framework, at JSON pointers of its authoring form ("/root/children/0/rules/1/cap").
/// Errors make it unfit for use; warnings do not. Cost: O(size · log size).
Diagnostics validate(const Framework& framework);

/// The JSON pointer of a node: "/root/children/2/children/0". `node` is an index into Framework::nodes.
std::string pointer_to(const Framework& framework, std::size_t node);

/// Deepest hierarchy that is accepted.
inline constexpr std::size_t max_depth = 64;

}  // namespace aedile
