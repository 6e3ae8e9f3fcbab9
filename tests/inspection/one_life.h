// A visit of site P041 on 9 November by Wu and Zhao, and the people around it.
#pragma once

#include <chrono>
#include <string>

#include "aedile/inspection/visit_life.h"

namespace aedile::testing {

inline const Date the_9th = *Date::of(2026, 11, 9);
inline const VisitActor wu{"wu", {VisitRole::inspector}};
inline const VisitActor zhao{"zhao", {VisitRole::inspector}};
inline const VisitActor chen{"chen", {VisitRole::reviewer}};
inline const VisitActor owner{"owner", {VisitRole::responsible}};
inline const VisitActor organiser{"office", {VisitRole::organiser}};
inline const std::string digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

/// So many minutes after eight o'clock.
inline Instant at(int minute) {
  return Instant(Instant::parse("2026-11-09T08:00:00+08:00")->sys_seconds() + std::chrono::minutes(minute));
}

inline VisitLife planned() {
  VisitRecord record;
  record.id = "v1";
  record.site = "P041";
  record.site_class = "park";
  record.date = the_9th;
  record.mode = "covert";
  return VisitLife::planned(std::move(record), {"wu", "zhao"});
}

/// A command with every particular that any action may ask for.
inline VisitCommand by(const VisitActor& actor, VisitAction action, int minute) {
  VisitCommand command{.action = action, .actor = actor, .at = at(minute), .date = the_9th};
  command.finding.emplace().item = "1.2.3";
  command.evidence = Evidence{digest, "IMG_2041.jpg"};
  command.reason = "because";
  return command;
}

/// Done, with one draft.
inline VisitLife with_draft() {
  return planned().with(by(wu, VisitAction::record, 10))->with(by(wu, VisitAction::add_finding, 20)).value();
}

/// Its finding confirmed, open to appeal until minute 100.
inline VisitLife with_confirmed() {
  VisitCommand confirm = by(chen, VisitAction::confirm_finding, 30);
  confirm.appeal_until = at(100);
  return with_draft().with(confirm).value();
}

inline VisitLife with_appeal() { return with_confirmed().with(by(owner, VisitAction::appeal, 80)).value(); }

}  // namespace aedile::testing
