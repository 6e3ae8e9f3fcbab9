// aedile check: every problem of frameworks, edition mappings, calendars, and what stands around tickets, at its line
// and column.
#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "aedile/commands.h"
#include "aedile/data.h"
#include "aedile/framework/compiled.h"
#include "aedile/input.h"
#include "aedile/io/calendar_json.h"
#include "aedile/io/follow_up_json.h"
#include "aedile/io/framework_json.h"
#include "aedile/io/ladder_json.h"
#include "aedile/io/notice_json.h"
#include "aedile/io/workflow_json.h"
#include "aedile/system_words.h"
#include "aedile/texts.h"

namespace aedile::tool {

namespace {

constexpr std::string_view framework_format = "framework/1";
constexpr std::string_view mapping_format = "edition_mapping/1";
constexpr std::string_view calendar_format = "calendar/1";

/// Formats of which the reader says all there is to say.
template <class T>
Diagnostics problems_of(Result<T> (*read)(std::string_view, std::string), const std::string& text, std::string name) {
  return read(text, std::move(name)).diagnostics();
}
struct PlainFormat {
  std::string_view name;
  Diagnostics (*check)(const std::string& text, std::string file);
};
constexpr PlainFormat plain_formats[] = {
    {"workflow/1",
     [](const std::string& text, std::string file) { return problems_of(read_workflow, text, std::move(file)); }},
    {"ladder/1",
     [](const std::string& text, std::string file) { return problems_of(read_ladder, text, std::move(file)); }},
    {"unit_ladder/1",
     [](const std::string& text, std::string file) { return problems_of(read_unit_ladder, text, std::move(file)); }},
    {"notice/1",
     [](const std::string& text, std::string file) { return problems_of(read_notice, text, std::move(file)); }},
    {"follow_up/1",
     [](const std::string& text, std::string file) { return problems_of(read_follow_up, text, std::move(file)); }},
};

const PlainFormat* find_plain(std::string_view format) {
  const auto found = std::find_if(std::begin(plain_formats), std::end(plain_formats),
                                  [&](const PlainFormat& each) { return each.name == format; });
  return found == std::end(plain_formats) ? nullptr : &*found;
}

struct Checked {
  std::string name;
  std::string text;
  std::string format;  // empty: not known
  std::optional<Framework> framework;
  std::optional<EditionMapping> mapping;
  std::optional<Calendar> calendar;
  Diagnostics problems;
  bool looked_up = true;  // mappings: both editions were among the files
};

/// Whoever reads a framework says where its format stands.
Place place_of_format(const Checked& file) {
  const Result<Framework> read = read_framework(file.text, file.name);
  for (const Diagnostic& problem : read.diagnostics()) {
    if (problem.code() == texts::unknown_format.code) return problem.place;
  }
  return {file.name, 1, 1, {}};
}

void check_format(Checked& file) {
  const Result<std::string> format = read_format(file.text, file.name);
  if (!format) {
    file.problems.append(format.diagnostics());
  } else if (*format != framework_format && *format != mapping_format && *format != calendar_format &&
             find_plain(*format) == nullptr) {
    file.problems.error(place_of_format(file), texts::unknown_format, {*format});
  } else {
    file.format = *format;
  }
}

void check_framework(Checked& file) {
  Result<Framework> framework = read_framework(file.text, file.name);
  file.problems.append(framework.diagnostics());
  if (!framework) return;
  // What only compiling finds: rules written in C++ that this tool does not have.
  const Result<CompiledFramework> compiled = compile(*framework);
  if (!compiled) {
    for (const Diagnostic& problem : compiled.diagnostics()) {
      if (problem.level == Level::error) {
        file.problems.add({problem.level, {file.name, 0, 0, problem.place.pointer}, problem.text});
      }
    }
  }
  file.framework = std::move(*framework);
}

void check_calendar(Checked& file) {
  Result<Calendar> calendar = read_calendar(file.text, file.name);
  file.problems.append(calendar.diagnostics());
  if (calendar) file.calendar = std::move(*calendar);
}

const Framework* edition_among(const std::vector<Checked>& files, const std::string& id, const std::string& edition) {
  for (const Checked& file : files) {
    if (file.framework && file.framework->id == id && file.framework->edition == edition) return &*file.framework;
  }
  return nullptr;
}

/// What is wrong with a mapping as such does not hide what its editions have to say, if two of the files are these.
Diagnostics all_problems(const std::vector<Checked>& files, const Checked& file, Diagnostics alone) {
  for (const Checked& from : files) {
    for (const Checked& to : files) {
      if (!from.framework || !to.framework || &from == &to) continue;
      const Result<EditionMapping> mapping = read_edition_mapping(file.text, file.name, *from.framework, *to.framework);
      if (!mapping.diagnostics().contains("wrong_mapping")) return mapping.diagnostics();
    }
  }
  return alone;
}

void check_mapping(const std::vector<Checked>& files, Checked& file) {
  Result<EditionMapping> mapping = read_edition_mapping(file.text, file.name);
  if (!mapping) {
    file.problems.append(all_problems(files, file, mapping.diagnostics()));
    return;
  }
  const Framework* const from = edition_among(files, mapping->framework, mapping->from);
  const Framework* const to = edition_among(files, mapping->framework, mapping->to);
  file.looked_up = from != nullptr && to != nullptr;
  if (file.looked_up) mapping = read_edition_mapping(file.text, file.name, *from, *to);
  file.problems.append(mapping.diagnostics());
  if (!mapping) return;
  if (!file.looked_up) {
    file.problems.note({file.name, 1, 1, {}}, texts::not_looked_up, {mapping->framework, mapping->from, mapping->to});
  }
  file.mapping = std::move(*mapping);
}

std::string items_of(const Framework& framework) {
  std::vector<bool> parent(framework.nodes.size());
  for (const Node& node : framework.nodes) {
    if (node.parent) parent[*node.parent] = true;
  }
  return std::to_string(std::count(parent.begin(), parent.end(), false));
}

void print(const Console& console, const Checked& file) {
  console.err << printable(with_reasons(file.problems, console.language).to_string(console.language));
  if (console.quiet || file.problems.has_errors()) return;
  if (file.framework) {
    console.out << console.text(texts::framework_is_sound,
                                {file.name, file.framework->id, file.framework->edition,
                                 std::to_string(file.framework->nodes.size()), items_of(*file.framework)})
                << '\n';
  } else if (file.mapping) {
    console.out << console.text(texts::mapping_is_sound,
                                {file.name, file.mapping->framework, file.mapping->from, file.mapping->to,
                                 std::to_string(file.mapping->entries.size())})
                << '\n';
  } else if (file.calendar) {
    Date last = file.calendar->first;
    for (const CalendarVersion& version : file.calendar->versions) last = version.last.value_or(last);
    console.out << console.text(texts::calendar_is_sound,
                                {file.name, file.calendar->id, std::to_string(file.calendar->versions.size()),
                                 file.calendar->first.to_string(), last.to_string()})
                << '\n';
  } else if (find_plain(file.format) != nullptr) {
    console.out << console.text(texts::file_is_sound, {file.name, file.format}) << '\n';
  }
}

void write(const Console& console, const std::vector<Checked>& files, const ProblemLog& log) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().key("aedile").string("check/1").key("files").begin_array();
  for (const Checked& file : files) {
    json.begin_object().key("file").string(file.name);
    if (!file.format.empty()) json.key("format").string(file.format);
    json.key("ok").boolean(!file.problems.has_errors());
    json.key("errors").number(file.problems.error_count()).end_object();
  }
  json.end_array();
  write_problems(json, console, log);
  json.end_object();
  console.out << text << '\n';
}

}  // namespace

int check(const CheckArguments& arguments, Console& console) {
  require_one_standard_input(arguments.files);
  std::vector<Checked> files;
  bool all_read = true;
  for (const std::string& path : arguments.files) {
    Checked& file = files.emplace_back();
    file.name = shown_name(path);
    try {
      file.text = read_text(path);
    } catch (const FileFailure& failure) {
      // The others are checked all the same.
      file.problems.add({Level::error, {failure.file, 0, 0, {}}, failure.text});
      all_read = false;
      continue;
    }
    check_format(file);
    if (file.format == framework_format) check_framework(file);
    if (file.format == calendar_format) check_calendar(file);
    if (const PlainFormat* const plain = find_plain(file.format)) {
      file.problems.append(plain->check(file.text, file.name));
    }
  }
  // Mappings refer to frameworks, wherever these stand on the command line.
  for (Checked& file : files) {
    if (file.format == mapping_format) check_mapping(files, file);
  }
  ProblemLog log(console.problem_limit);
  for (Checked& file : files) {
    file.problems.sort_by_place();
    log.append(file.problems);
  }
  if (arguments.json) {
    write(console, files, log);
  } else {
    for (const Checked& file : files) print(console, file);
  }
  if (!all_read) return exit_files;
  return log.has_errors() ? exit_data : exit_fine;
}

}  // namespace aedile::tool
