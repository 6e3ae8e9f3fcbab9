// What tickets go by, found by name.
#include "aedile/rectification/setup_lookup.h"

#include <gtest/gtest.h>

#include "aedile/core/exceptions.h"
#include "rectification/play.h"

namespace aedile::test {
namespace {

CompiledWorkflow edition(const std::string& name) {
  Workflow workflow = shipped_workflow("street_notice").value();
  workflow.edition = name;
  return compile(workflow).value();
}

TEST(SetupLookup, FindsTheLatestEditionOrTheOneThatIsNamed) {
  const TicketSetup setup{.workflows = {edition("1"), shipped("hotline"), edition("2")}};
  EXPECT_EQ(find_workflow(setup, "street_notice"), &setup.workflows[2]);
  EXPECT_EQ(find_workflow(setup, "street_notice", "1"), &setup.workflows[0]);
  EXPECT_EQ(find_workflow(setup, "hotline"), &setup.workflows[1]);
  EXPECT_EQ(find_workflow(setup, "street_notice", "3"), nullptr);
  EXPECT_EQ(find_workflow(setup, "nothing"), nullptr);
}

TEST(SetupLookup, TheUsualCalendarIsTheOneNamedOrTheFirst) {
  Calendar other = shipped_calendar("cn").value();
  other.id = "other";
  TicketSetup setup{.calendars = {china_history(), compile(other).value()}};
  EXPECT_EQ(find_calendar(setup, "other"), &setup.calendars[1]);
  EXPECT_EQ(find_calendar(setup, "nothing"), nullptr);
  EXPECT_EQ(&usual_calendar(setup), &setup.calendars[0]);
  setup.calendar = "other";
  EXPECT_EQ(&usual_calendar(setup), &setup.calendars[1]);
  EXPECT_THROW(usual_calendar(TicketSetup()), ContractError);
}

}  // namespace
}  // namespace aedile::test
