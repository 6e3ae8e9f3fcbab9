#pragma once
/// The notice that a ticket went out with, as the journal has it.
///
///   const Notice notice = notice_of(view, ledger, "T-0001").value();
///   notice.number == "创整〔2026〕0012号";
///   notice.verification == "3f2a-91c0-77de-0b14";      // of the event that issued it: see verification_code
///   html_of(notice, copies, Language::zh);             // rectification/notice.h
///
/// Both copies come from this one record; whoever has the journal makes the same record again, and a proof of that
/// event (JournalView::prove) shows a stranger that the code is the event's. Titles of sites, units and items are not
/// the journal's: whoever has an organisation or a framework puts them in.

#include <string_view>

#include "aedile/journal/ticket_ledger.h"
#include "aedile/rectification/notice.h"

namespace aedile {

/// Errors: no_notice_of_ticket (there is no such ticket, or it never went out with a notice), and those of reading.
Result<Notice> notice_of(const JournalView& view, const TicketLedger& ledger, std::string_view ticket);

}  // namespace aedile
