#include "aedile/framework/editions.h"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "core/enum_names.h"
#include "core/report.h"
#include "framework/messages.h"
#include "framework/validate/texts.h"

namespace aedile {

namespace {

using detail::EnumName;
using detail::Report;
using Kind = EditionMapping::Kind;
using Entry = EditionMapping::Entry;

constexpr std::array kinds{
    EnumName<Kind>{Kind::same, "same"},       EnumName<Kind>{Kind::changed, "changed"},
    EnumName<Kind>{Kind::split, "split"},     EnumName<Kind>{Kind::merged, "merged"},
    EnumName<Kind>{Kind::dropped, "dropped"}, EnumName<Kind>{Kind::added, "added"},
};

/// How many codes an entry of a kind has on either side.
struct Counts {
  std::size_t least_from, most_from, least_to, most_to;
};
constexpr std::size_t any = std::numeric_limits<std::size_t>::max();

constexpr Counts counts_of(Kind kind) {
  switch (kind) {
    case Kind::same:
    case Kind::changed:
      return {1, 1, 1, 1};
    case Kind::split:
      return {1, 1, 2, any};
    case Kind::merged:
      return {2, any, 1, 1};
    case Kind::dropped:
      return {1, any, 0, 0};
    case Kind::added:
      return {0, 0, 1, any};
  }
  return {0, any, 0, any};
}

std::string in_words(std::size_t least, std::size_t most) {
  return most == any ? "≥" + std::to_string(least) : std::to_string(least);
}

/// One of the two editions, and which of its codes the mapping has named.
class Side {
 public:
  Side(const Framework& framework, std::string_view key) : framework_(framework), key_(key) {
    for (std::size_t i = 0; i < framework.nodes.size(); ++i) known_.insert(framework.nodes[i].code);
  }

  /// `whole_branch`: what is said of a node holds for everything below it.
  void name(const std::vector<std::string>& codes, std::size_t entry, bool whole_branch, Report& report) {
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const auto inside = report.at(key_, i);
      if (!known_.contains(codes[i])) {
        inside.error(messages::unmapped_code, {codes[i], framework_.edition});
        continue;
      }
      if (whole_branch) branches_.insert(codes[i]);
      const auto [first, unseen] = entry_of_.emplace(codes[i], entry);
      if (!unseen) {
        inside.error(messages::mapped_twice, {codes[i], framework_.edition, std::to_string(first->second + 1)});
      }
    }
  }

  /// Every item must be named, or belong to a branch that was dropped or added as a whole.
  void check_complete(Report& report) const {
    const std::vector<Node>& nodes = framework_.nodes;
    std::vector<bool> in_branch(nodes.size());
    std::vector<bool> inner(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const bool has_parent = nodes[i].parent && *nodes[i].parent < i;
      in_branch[i] = branches_.contains(nodes[i].code) || (has_parent && in_branch[*nodes[i].parent]);
      if (has_parent) inner[*nodes[i].parent] = true;
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (inner[i] || in_branch[i] || entry_of_.contains(nodes[i].code)) continue;
      report.at("entries").warning(messages::unmapped_item, {nodes[i].code, framework_.edition});
    }
  }

 private:
  const Framework& framework_;
  std::string_view key_;
  std::unordered_set<std::string_view> known_;
  std::unordered_map<std::string_view, std::size_t> entry_of_;
  std::unordered_set<std::string_view> branches_;
};

void check_head(const EditionMapping& mapping, const Framework& from, const Framework& to, Report& report) {
  const auto check = [&](const char* key, const std::string& stated, const std::string& actual) {
    if (stated != actual) report.at(key).error(messages::wrong_mapping, {key, stated, actual});
  };
  check("framework", mapping.framework, from.id);
  if (from.id != to.id) check("framework", mapping.framework, to.id);
  check("from", mapping.from, from.edition);
  check("to", mapping.to, to.edition);
}

void check_counts(const Entry& entry, Report& report) {
  const Counts counts = counts_of(entry.kind);
  const bool fits = entry.from.size() >= counts.least_from && entry.from.size() <= counts.most_from &&
                    entry.to.size() >= counts.least_to && entry.to.size() <= counts.most_to;
  if (fits) return;
  report.error(
      messages::mapping_counts,
      {std::string(to_string(entry.kind)), in_words(counts.least_from, counts.most_from),
       in_words(counts.least_to, counts.most_to), std::to_string(entry.from.size()), std::to_string(entry.to.size())});
}

std::vector<std::string> counterparts(const std::vector<Entry>& entries, std::vector<std::string> Entry::*here,
                                      std::vector<std::string> Entry::*there, std::string_view code) {
  for (const Entry& entry : entries) {
    const std::vector<std::string>& codes = entry.*here;
    if (std::find(codes.begin(), codes.end(), code) != codes.end()) return entry.*there;
  }
  return {};
}

/// Validity as days, both ends included; open ends reach beyond every day.
std::pair<std::int64_t, std::int64_t> validity(const Framework& framework) {
  const auto day = [](Date date) { return static_cast<std::int64_t>(date.sys_days().time_since_epoch().count()); };
  return {framework.valid_from ? day(*framework.valid_from) : std::numeric_limits<std::int64_t>::min(),
          framework.valid_until ? day(*framework.valid_until) : std::numeric_limits<std::int64_t>::max()};
}

}  // namespace

std::vector<std::string> EditionMapping::forward(std::string_view code) const {
  return counterparts(entries, &Entry::from, &Entry::to, code);
}

std::vector<std::string> EditionMapping::backward(std::string_view code) const {
  return counterparts(entries, &Entry::to, &Entry::from, code);
}

std::string_view to_string(EditionMapping::Kind kind) { return detail::name_of(kinds, kind); }
std::optional<EditionMapping::Kind> parse_mapping_kind(std::string_view text) { return detail::value_of(kinds, text); }

Diagnostics validate(const EditionMapping& mapping, const Framework& from, const Framework& to) {
  Report report;
  check_head(mapping, from, to, report);
  Side older(from, "from");
  Side newer(to, "to");
  for (std::size_t i = 0; i < mapping.entries.size(); ++i) {
    const Entry& entry = mapping.entries[i];
    const auto inside = report.at("entries", i);
    check_counts(entry, report);
    older.name(entry.from, i, entry.kind == Kind::dropped, report);
    newer.name(entry.to, i, entry.kind == Kind::added, report);
    detail::check_local_text("note", entry.note, report);
  }
  older.check_complete(report);
  newer.check_complete(report);
  return report.take();
}

Diagnostics Editions::add(CompiledFramework framework) {
  Report report;
  const Framework& added = framework.source();
  if (!editions_.empty() && editions_.front().source().id != added.id) {
    report.at("id").error(messages::other_framework, {added.id, editions_.front().source().id});
  }
  const auto [from, until] = validity(added);
  for (const CompiledFramework& edition : editions_) {
    const Framework& known = edition.source();
    if (known.edition == added.edition) {
      report.at("edition").error(messages::duplicate_edition, {added.edition});
      continue;
    }
    const auto [known_from, known_until] = validity(known);
    if (from <= known_until && known_from <= until) {
      report.at("valid_from").error(messages::overlapping_editions, {added.edition, known.edition});
    }
  }
  Diagnostics problems = report.take();
  if (!problems.has_errors()) editions_.push_back(std::move(framework));
  return problems;
}

const CompiledFramework* Editions::find(std::string_view edition) const {
  const auto found = std::find_if(editions_.begin(), editions_.end(),
                                  [&](const CompiledFramework& known) { return known.source().edition == edition; });
  return found == editions_.end() ? nullptr : &*found;
}

const CompiledFramework* Editions::on(Date day) const {
  const std::int64_t wanted = day.sys_days().time_since_epoch().count();
  const auto found = std::find_if(editions_.begin(), editions_.end(), [&](const CompiledFramework& known) {
    const auto [from, until] = validity(known.source());
    return from <= wanted && wanted <= until;
  });
  return found == editions_.end() ? nullptr : &*found;
}

}  // namespace aedile
