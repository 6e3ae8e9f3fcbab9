// What is settled before a draw: its validation and its canonical text.
#include <algorithm>
#include <unordered_set>

#include "aedile/core/exceptions.h"
#include "aedile/inspection/draw.h"
#include "core/report.h"
#include "core/sha256.h"
#include "core/texts.h"
#include "inspection/draw_terms.h"
#include "inspection/messages_draw.h"

namespace aedile {

namespace {

using detail::Report;

void check_strata(const DrawTerms& terms, std::unordered_set<std::string_view>& names, Report& report) {
  if (terms.strata.empty()) report.at("strata").error(messages::no_strata);
  for (std::size_t i = 0; i < terms.strata.size(); ++i) {
    const auto name = report.at("strata", i, "name");
    detail::check_name("name", terms.strata[i].name, report);
    if (!names.insert(terms.strata[i].name).second) name.error(messages::duplicate_stratum, {terms.strata[i].name});
  }
}

void check_candidates(const DrawTerms& terms, const std::unordered_set<std::string_view>& strata,
                      std::unordered_set<std::string_view>& ids, Report& report) {
  ids.reserve(terms.candidates.size());
  for (std::size_t i = 0; i < terms.candidates.size(); ++i) {
    const Candidate& candidate = terms.candidates[i];
    const auto inside = report.at("candidates", i);
    {
      const auto id = report.at("id");
      detail::check_name("id", candidate.id, report);
      if (!ids.insert(candidate.id).second) id.error(messages::duplicate_candidate, {candidate.id});
    }
    if (!strata.contains(candidate.stratum)) {
      report.at("stratum").error(messages::unknown_stratum, {candidate.stratum});
    }
    if (candidate.weight == 0 || candidate.weight > max_draw_weight) {
      report.at("weight").error(messages::draw_weight_range,
                                {std::to_string(candidate.weight), std::to_string(max_draw_weight)});
    }
  }
}

void check_removed(const DrawTerms& terms, const std::unordered_set<std::string_view>& ids, Report& report) {
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < terms.excluded.size(); ++i) {
    const DrawExclusion& exclusion = terms.excluded[i];
    const auto inside = report.at("excluded", i);
    {
      const auto candidate = report.at("candidate");
      if (!ids.contains(exclusion.candidate)) {
        candidate.error(messages::unknown_candidate, {exclusion.candidate});
      } else if (!seen.insert(exclusion.candidate).second) {
        candidate.error(messages::duplicate_exclusion, {exclusion.candidate});
      }
    }
    const auto reason = report.at("reason");
    detail::check_name("reason", exclusion.reason, report);
  }
  for (std::size_t i = 0; i < terms.history.size(); ++i) {
    const auto inside = report.at("history", i);
    {
      const auto period = report.at("period");
      detail::check_name("period", terms.history[i].period, report);
    }
    for (std::size_t j = 0; j < terms.history[i].drawn.size(); ++j) {
      const auto drawn = report.at("drawn", j);
      detail::check_name("drawn", terms.history[i].drawn[j], report);
    }
  }
  if (terms.history.size() < terms.no_repeat_within) {
    report.at("history").warning(messages::history_too_short,
                                 {std::to_string(terms.no_repeat_within), std::to_string(terms.history.size())});
  }
}

void check_head(const DrawTerms& terms, Report& report) {
  const auto check = [&](std::string_view key, const std::string& text) {
    const auto inside = report.at(key);
    detail::check_name(key, text, report);
  };
  check("id", terms.id);
  check("period", terms.period);
  check("seed_source", terms.seed_source);
}

/// Fields separated by tabs, the line ended by a newline. No field holds either.
void add_line(std::string& text, std::initializer_list<std::string_view> fields) {
  std::string_view separator;
  for (const std::string_view field : fields) {
    text += separator;
    text += field;
    separator = "\t";
  }
  text += '\n';
}

/// The lines, sorted by bytes, each once: an id that a past draw names twice was drawn once.
void append_sorted(std::string& text, std::vector<std::string> lines) {
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  for (const std::string& line : lines) text += line;
}

template <class Entries, class Print>
void add_entries(std::string& text, const Entries& entries, Print print) {
  std::vector<std::string> lines(entries.size());
  std::transform(entries.begin(), entries.end(), lines.begin(), [&](const auto& entry) {
    std::string line;
    print(line, entry);
    return line;
  });
  append_sorted(text, std::move(lines));
}

}  // namespace

Diagnostics validate(const DrawTerms& terms) {
  Report report;
  std::unordered_set<std::string_view> strata;
  std::unordered_set<std::string_view> ids;
  check_head(terms, report);
  check_strata(terms, strata, report);
  check_candidates(terms, strata, ids, report);
  check_removed(terms, ids, report);
  return report.take();
}

std::string canonical_text(const DrawTerms& terms) {
  if (const Diagnostics problems = validate(terms); problems.has_errors()) {
    throw ContractError("canonical_text: the terms are not valid; " + problems.to_string());
  }
  return detail::canonical_text_of_valid(terms);
}

std::string detail::canonical_text_of_valid(const DrawTerms& terms) {
  std::string text;
  add_line(text, {"aedile-draw", "1"});
  add_line(text, {"id", terms.id});
  add_line(text, {"period", terms.period});
  add_line(text, {"seed", terms.seed_source});
  add_entries(text, terms.strata, [](std::string& line, const DrawStratum& stratum) {
    add_line(line, {"stratum", stratum.name, std::to_string(stratum.quota)});
  });
  add_entries(text, terms.candidates, [](std::string& line, const Candidate& candidate) {
    add_line(line, {"candidate", candidate.stratum, candidate.id, std::to_string(candidate.weight)});
  });
  add_entries(text, terms.excluded, [](std::string& line, const DrawExclusion& exclusion) {
    add_line(line, {"excluded", exclusion.candidate, exclusion.reason});
  });
  add_line(text, {"no-repeat", std::to_string(terms.no_repeat_within)});
  for (std::size_t i = 0; i < terms.history.size() && i < terms.no_repeat_within; ++i) {
    add_entries(text, terms.history[i].drawn, [&](std::string& line, const std::string& id) {
      add_line(line, {"past", std::to_string(i + 1), terms.history[i].period, id});
    });
  }
  return text;
}

Result<std::string> commitment(const DrawTerms& terms) {
  Diagnostics problems = validate(terms);
  if (problems.has_errors()) return problems;
  return {detail::hex(detail::sha256(detail::canonical_text_of_valid(terms))), std::move(problems)};
}

}  // namespace aedile
