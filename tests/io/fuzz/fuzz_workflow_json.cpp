// Any bytes as a workflow and as events of a ticket: they are read or refused, and what is read is written and read
// again as the same. A workflow that is read is compiled and drawn, too.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "aedile/io/ticket_event_json.h"
#include "aedile/io/workflow_json.h"
#include "aedile/rectification/compiled_workflow.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aedile;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const Result<Workflow> workflow = read_workflow(text, "fuzz")) {
    const std::string written = write_workflow(*workflow);
    const Result<Workflow> again = read_workflow(written, "again");
    require(again.ok() && *again == *workflow && write_workflow(*again) == written);
    require(compile(*workflow).ok());
    require(!to_dot(*workflow).empty());
  }
  if (const Result<std::vector<TicketEvent>> events = read_ticket_events(text, "fuzz")) {
    const std::string written = write_ticket_events(*events);
    const Result<std::vector<TicketEvent>> again = read_ticket_events(written, "again");
    require(again.ok() && *again == *events && write_ticket_events(*again) == written);
  }
  return 0;
}
