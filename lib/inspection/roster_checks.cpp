#include "inspection/roster_checks.h"

#include <unordered_set>

#include "core/report.h"
#include "core/texts.h"
#include "inspection/assignment_checks.h"
#include "inspection/messages.h"
#include "inspection/messages_roster.h"

namespace aedile::detail {

namespace {

using Names = std::unordered_set<std::string_view>;

void check_id(const std::string& id, const Message& twice, Names& seen, Report& report) {
  const auto inside = report.at("id");
  check_name("id", id, report);
  if (!seen.insert(id).second) inside.error(twice, {id});
}

void check_posts_of(std::string_view key, const std::vector<std::string>& posts, const Names& known, Report& report) {
  for (std::size_t i = 0; i < posts.size(); ++i) {
    if (!known.contains(posts[i])) report.at(key, i).error(messages::unknown_post, {posts[i]});
  }
}

}  // namespace

Diagnostics check_roster(const RosterTerms& terms) {
  Report report;
  Names slots;
  for (std::size_t i = 0; i < terms.slots.size(); ++i) {
    const RosterSlot& slot = terms.slots[i];
    const auto inside = report.at("slots", i);
    check_id(slot.id, messages::duplicate_slot, slots, report);
    if (i > 0 && slot.date < terms.slots[i - 1].date) {
      report.at("date").error(messages::slot_order, {slot.id, slot.date.to_string()});
    }
  }
  Names posts;
  for (std::size_t i = 0; i < terms.posts.size(); ++i) {
    const RosterPost& post = terms.posts[i];
    const auto inside = report.at("posts", i);
    check_id(post.id, messages::duplicate_post, posts, report);
    if (post.people == 0 || post.people > max_team) {
      report.at("people").error(messages::team_size_range, {std::to_string(post.people), std::to_string(max_team)});
    }
  }
  Names people;
  for (std::size_t i = 0; i < terms.people.size(); ++i) {
    const RosterPerson& person = terms.people[i];
    const auto inside = report.at("people", i);
    check_id(person.id, messages::duplicate_person, people, report);
    check_posts_of("posts", person.posts, posts, report);
    check_posts_of("not_posts", person.not_posts, posts, report);
    if (person.duties_before > max_load) {
      report.at("duties_before")
          .error(messages::load_range, {std::to_string(person.duties_before), std::to_string(max_load)});
    }
  }
  return report.take();
}

}  // namespace aedile::detail
