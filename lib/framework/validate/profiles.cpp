// Applicability profiles: the codes they name exist, and something is left to score.
#include <algorithm>
#include <unordered_set>

#include "framework/messages.h"
#include "framework/validate/subject.h"

namespace aedile::detail {

namespace {

/// Items before each node, in document order; the difference counts those of a run of nodes.
std::vector<std::size_t> items_before(const Tree& tree) {
  std::vector<std::size_t> counts(tree.size() + 1, 0);
  for (std::size_t i = 0; i < tree.size(); ++i) counts[i + 1] = counts[i] + (tree.is_item(i) ? 1 : 0);
  return counts;
}

/// Items below the nodes, each counted once however often it is named. Branches contain each other or are apart, and
/// `nodes` is in document order.
std::size_t items_below(const Tree& tree, const std::vector<std::size_t>& before, std::vector<std::size_t> nodes) {
  std::sort(nodes.begin(), nodes.end());
  std::size_t count = 0;
  std::size_t counted = 0;  // everything before this node is
  for (const std::size_t node : nodes) {
    if (node < counted) continue;
    count += before[tree.end[node]] - before[node];
    counted = tree.end[node];
  }
  return count;
}

}  // namespace

void check_profiles(const Subject& subject, Report& report) {
  const std::vector<Profile>& profiles = subject.framework.profiles;
  const std::vector<std::size_t> before = items_before(subject.tree);
  std::unordered_set<std::string_view> classes;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const Profile& profile = profiles[i];
    const auto inside = report.at("profiles", i);
    if (!classes.insert(profile.site_class).second) {
      report.at("site_class").error(messages::duplicate_profile, {profile.site_class});
    }
    const std::string_view key = profile.all_except ? "all_except" : "only";
    std::vector<std::size_t> named;
    bool all_known = true;
    std::unordered_set<std::string_view> seen;
    for (std::size_t n = 0; n < profile.nodes.size(); ++n) {
      const std::string& code = profile.nodes[n];
      const std::optional<std::size_t> node = subject.words.node(code);
      if (!node) {
        report.at(key, n).error(messages::unknown_node, {code});
        all_known = false;
      } else if (!seen.insert(code).second) {
        report.at(key, n).error(messages::duplicate_entry, {std::string(key), code});
      } else {
        named.push_back(*node);
      }
    }
    if (!subject.tree.sound || !all_known) continue;
    const std::size_t below = items_below(subject.tree, before, std::move(named));
    if (below == (profile.all_except ? before.back() : 0)) inside.error(messages::empty_profile, {profile.site_class});
  }
}

}  // namespace aedile::detail
