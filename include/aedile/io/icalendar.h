#pragma once
/// Planned visits as iCalendar (RFC 5545), which calendar programs import.
///
///   std::ofstream out("november.ics", std::ios::binary);
///   write_icalendar(out, plan->visits, {.stamp = now, .name = "Inspections of November"});
///
/// One event a visit. Its UID is the visit's id, so importing the programme again moves what has moved and doubles
/// nothing. A visit with times begins and ends at these in UTC, one without fills its day. Lines end with CR LF and are
/// folded at 75 bytes, never within a character. No clock is read: the time of writing is the caller's.

#include <ostream>
#include <span>
#include <string>

#include "aedile/core/message.h"
#include "aedile/inspection/assignment.h"
#include "aedile/inspection/planned_visit.h"

namespace aedile {

struct IcalendarOptions {
  Instant stamp{};                   ///< DTSTAMP: when it is written
  std::string name{};                ///< of the calendar; empty: none
  std::string domain{"aedile"};      ///< what follows the "@" of each UID
  Language language = Language::zh;  ///< of modes and titles
  bool leave_out_covert = false;     ///< for a file that those who are visited may see
};

/// Visits in the order given; `assignment`, if given, adds who goes. Whether writing succeeded is asked of the stream.
void write_icalendar(std::ostream& out, std::span<const PlannedVisit> visits, const IcalendarOptions& options,
                     const Assignment* assignment = nullptr);

}  // namespace aedile
