// Every refusal as a clerk reads it in Chinese: which guard or particular is missing, and what to do.
#include <gtest/gtest.h>

#include "play.h"
#include "rectification/decide.h"

namespace aedile {
namespace {

using test::Play;

const TicketActor wu = Play::actor("吴敏", {"inspector"}, "督查组");
const TicketActor li = Play::actor("李红", {"unit", "inspector"}, "桃园社区");
const TicketActor zhou = Play::actor("周涛", {"inspector"}, "桃园社区");
const TicketActor wang = Play::actor("王主任", {"leader"}, "整改组");

/// T1: sent back, an extension asked for. T2: suspended. T3: closed on time.
class Refusal : public ::testing::Test {
 protected:
  Refusal() : play_({test::shipped("street_notice")}) {
    for (const char* ticket : {"T1", "T2", "T3"}) {
      TicketCommand issue = play_.opening(ticket, "issue", wu);
      issue.unit = "桃园社区";
      play_.must(issue);
    }
    play_.must(play_.full("T1", "report", li));
    play_.must(play_.full("T1", "fail", wu));
    play_.must(play_.full("T1", "request_extension", li));
    play_.must(play_.full("T2", "request_suspension", li));
    play_.must(play_.full("T2", "decide_suspension", wang));
    play_.must(play_.full("T3", "report", li));
    play_.must(play_.full("T3", "pass", wu));
  }

  const CompiledWorkflow& workflow() const { return play_.setup->workflows.front(); }

  /// Any row of the command: what a guard says does not depend on which.
  const CompiledTransition* row_of(const std::string& command) const {
    for (std::size_t state = 0; state < workflow().workflow().states.size(); ++state) {
      const auto rows = workflow().rows(StateId(state), workflow().find_command(command));
      if (!rows.empty()) return &rows.front();
    }
    return nullptr;
  }

  std::string told(detail::Verdict verdict, const char* ticket, const char* command, const TicketActor& who) {
    verdict.row = row_of(command);
    TicketCommand asked = play_.command(ticket, command, who);
    asked.into = "T9";
    const Diagnostics problems = detail::told(verdict, play_.book, workflow(), play_.book.find(ticket), asked);
    EXPECT_EQ(problems.items().size(), 1u);
    return problems.items().front().text.in(Language::zh);
  }
  std::string told(Guard guard, const char* ticket, const char* command, const TicketActor& who) {
    detail::Verdict verdict;
    verdict.bar = detail::Verdict::Bar::row;
    verdict.unmet = {guard};
    return told(std::move(verdict), ticket, command, who);
  }
  std::string told(Field field, const char* command) {
    detail::Verdict verdict;
    verdict.bar = detail::Verdict::Bar::row;
    verdict.missing = {field};
    return told(std::move(verdict), "T1", command, wu);
  }
  std::string told(detail::Verdict::Bar bar, const char* ticket, const char* command, const TicketActor& who) {
    detail::Verdict verdict;
    verdict.bar = bar;
    return told(std::move(verdict), ticket, command, who);
  }

  Play play_;
};

TEST_F(Refusal, NamesTheGuardThatIsAboutWhoeverActs) {
  EXPECT_EQ(told(Guard::not_doer, "T1", "pass", li), "T1：李红 参与了整改，不得执行“pass”；请由未参与的人员执行");
  EXPECT_EQ(told(Guard::not_unit_of_doer, "T1", "pass", zhou),
            "T1：桃园社区 的人员参与了整改，该单位的 周涛 不得执行“pass”；请由其他单位的人员执行");
  EXPECT_EQ(told(Guard::not_unit_of_doer, "T1", "pass", li), told(Guard::not_doer, "T1", "pass", li));
  EXPECT_EQ(told(Guard::of_unit, "T1", "report", wu), "T1：“report”由 桃园社区 的人员执行，而 吴敏 不在其中");
  EXPECT_EQ(told(Guard::is_assignee, "T1", "report", wu), "T1：“report”由承办人执行，而工单尚未分派；请先分派");
  EXPECT_EQ(told(Guard::not_requester, "T1", "decide_extension", li),
            "T1：李红 为申请人或已审批过，不得执行“decide_extension”；请由他人审批");
  EXPECT_EQ(told(Guard::is_asked, "T1", "decide_extension", wu),
            "T1：现由 leader 审批，吴敏 不能执行“decide_extension”");
}

TEST_F(Refusal, NamesTheGuardThatIsAboutTheTicket) {
  EXPECT_EQ(told(Guard::assigned, "T1", "report", li), "T1：执行“report”前须先分派承办人");
  EXPECT_EQ(told(Guard::not_returned, "T1", "report", li),
            "T1：工单是退回来的，不得执行“report”继续推进；只能更正或改派");
  EXPECT_EQ(told(Guard::returned, "T1", "redirect", wu), "T1：“redirect”只适用于被退回的工单");
  EXPECT_EQ(told(Guard::deadline_not_passed, "T1", "request_extension", li),
            "T1：执行“request_extension”已逾期：时限为 2026-03-09 24:00");
  EXPECT_EQ(told(Guard::deadline_passed, "T1", "escalate", wu), "T1：执行“escalate”为时过早：时限未到");
  EXPECT_EQ(told(Guard::extensions_left, "T1", "request_extension", li),
            "T1：已批准延期 0 次，达到上限，不能执行“request_extension”");
  EXPECT_EQ(told(Guard::suspensions_left, "T2", "request_suspension", li),
            "T2：已批准缓办 1 次，达到上限，不能执行“request_suspension”");
  EXPECT_EQ(told(Guard::appeals_left, "T3", "appeal", li), "T3：已申诉 0 次，达到上限，不能执行“appeal”");
  EXPECT_EQ(told(Guard::late, "T3", "appeal", li), "T3：各项时限均未超过，无需执行“appeal”");
  EXPECT_EQ(told(Guard::no_open_request, "T1", "request_extension", li),
            "T1：李红 已于 2026-03-02 09:05 提出同类申请，不能执行“request_extension”；请等待审批");
  EXPECT_EQ(told(Guard::request_open, "T2", "decide_extension", wang),
            "T2：没有待审批的申请，不能执行“decide_extension”");
  EXPECT_EQ(told(Guard::not_suspended, "T2", "report", li),
            "T2：工单缓办至 2026-03-22 09:06，不能执行“report”；请先恢复办理");
  EXPECT_EQ(told(Guard::suspended, "T1", "resume", wang), "T1：工单未缓办，不能执行“resume”");
  EXPECT_EQ(told(Guard::evidence_newer_than_closing, "T3", "reopen", wang),
            "T3：执行“reopen”须提供晚于结案时间 2026-03-02 09:09 的佐证");
  EXPECT_EQ(told(Guard::verification_failed, "T3", "reopen", wang),
            "T3：执行“reopen”须以结案后回头看不通过为前提；请先记录回头看结果");
  EXPECT_EQ(told(Guard::exemption_over, "T1", "expire", wang), "T1：豁免尚未到期，不能执行“expire”");
}

TEST_F(Refusal, NamesWhatHasToBeGiven) {
  EXPECT_EQ(told(Field::reason, "fail"), "T1：执行“fail”须说明理由；请填写");
  EXPECT_EQ(told(Field::evidence, "report"),
            "T1：执行“report”须提供至少一份佐证，每份附文件的 SHA-256（64 位小写十六进制），且时间不得晚于当前");
  EXPECT_EQ(told(Field::assignee, "redirect"), "T1：执行“redirect”须指定承办人；请填写");
  EXPECT_EQ(told(Field::unit, "redirect"), "T1：执行“redirect”须指定责任单位；请填写");
  EXPECT_EQ(told(Field::until, "exempt"), "T1：执行“exempt”须给出晚于当前的截止时间；请填写");
  EXPECT_EQ(told(Field::decision, "decide_extension"), "T1：执行“decide_extension”须给出决定；请填写是或否");
  EXPECT_EQ(told(Field::into, "merge"), "T1：执行“merge”须指定同一流程、且处于可并入状态的另一工单；“T9”不符合");
  EXPECT_EQ(told(Field::parts, "split"), "T1：执行“split”须列出各部分，每部分用未被使用的编号；请填写");
  EXPECT_EQ(told(Field::limit, "request_extension"), "T1：执行“request_extension”须给出时长或日期；请填写");
}

TEST_F(Refusal, NamesWhatStandsBeforeAllGuards) {
  using Bar = detail::Verdict::Bar;
  EXPECT_EQ(told(Bar::state, "T3", "report", li),
            "T3：工单状态为 closed，不能执行“report”；此状态下可执行 look_back_failed, reopen, appeal, decide_appeal");
  EXPECT_EQ(told(Bar::role, "T1", "decide_extension", wu), "T1：“decide_extension”不由 吴敏 执行；请由 leader 执行");
  EXPECT_EQ(told(Bar::actor, "T1", "report", {}), "T1：没有写明由谁执行“report”；请写明执行人");
  EXPECT_EQ(told(Bar::time, "T1", "report", li),
            "T1：“report”的时间 2026-03-02 09:10 早于已发生事项的时间 2026-03-02 09:05；请更正时间");
}

TEST_F(Refusal, SaysTheSameInBothLanguagesWithEveryArgument) {
  for (const char* ticket : {"T1", "T2", "T3"}) {
    for (const TicketActor& who : {wu, li, wang}) {
      for (const WorkflowCommand& command : workflow().workflow().commands) {
        const TicketPermission may = play_.book.may(play_.command(ticket, command.code, who));
        for (const Diagnostic& problem : may.why) {
          for (const Language language : {Language::en, Language::zh}) {
            const std::string text = problem.text.in(language);
            EXPECT_EQ(text.find('{'), std::string::npos) << text;
            EXPECT_EQ(text.find(ticket), 0u) << text;
          }
          EXPECT_NE(problem.text.in(Language::en), problem.text.in(Language::zh));
        }
      }
    }
  }
}

}  // namespace
}  // namespace aedile
