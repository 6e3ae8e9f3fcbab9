// aedile notice render: both copies of a notice, as text or as a page to print.
#include "aedile/input.h"
#include "aedile/io/notice_json.h"
#include "aedile/output.h"
#include "aedile/rectify.h"

namespace aedile::tool {

int notice_render(const NoticeRenderArguments& arguments, Console& console) {
  ProblemLog log(console.problem_limit);
  const Result<Notice> notice = read_notice(read_text(arguments.notice), shown_name(arguments.notice));
  log.append(notice.diagnostics());
  if (notice) {
    std::vector<NoticeCopy> copies{NoticeCopy::responsible, NoticeCopy::look_back};
    if (const auto one = parse_notice_copy(arguments.copy)) copies = {*one};
    OutputFile output(arguments.output, console);
    if (arguments.html) {
      output.stream() << html_of(*notice, copies, console.language);
    } else {
      for (std::size_t i = 0; i < copies.size(); ++i) {
        if (i > 0) output.stream() << "\n\n";
        output.stream() << text_of(*notice, copies[i], console.language);
      }
    }
    output.commit();
  }
  print(console, log);
  return exit_code_of(log);
}

}  // namespace aedile::tool
