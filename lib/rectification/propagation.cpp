#include "aedile/rectification/propagation.h"

#include <algorithm>
#include <array>

#include "core/enum_names.h"
#include "core/texts.h"
#include "rectification/messages_around.h"

namespace aedile {

namespace {

constexpr std::array<detail::EnumName<CheckWithin>, 2> withins{
    {{CheckWithin::everywhere, "everywhere"}, {CheckWithin::area, "area"}}};

bool fits(std::string_view pattern, std::string_view item) {
  if (!pattern.ends_with('*')) return pattern == item;
  pattern.remove_suffix(1);
  return item.starts_with(pattern);
}

bool concerns(const PropagationRule& rule, const PropagationCause& cause) {
  const bool item = rule.items.empty() || std::any_of(rule.items.begin(), rule.items.end(),
                                                      [&](const auto& pattern) { return fits(pattern, cause.item); });
  const bool site_class = rule.site_classes.empty() || std::find(rule.site_classes.begin(), rule.site_classes.end(),
                                                                 cause.site_class) != rule.site_classes.end();
  return item && site_class;
}

}  // namespace

std::string_view to_string(CheckWithin within) { return detail::name_of(withins, within); }

Diagnostics validate(const PropagationRule& rule) {
  detail::Report report;
  {
    const auto inside = report.at("id");
    detail::check_name("id", rule.id, report);
  }
  for (std::size_t i = 0; i < rule.items.size(); ++i) {
    const auto inside = report.at("items", i);
    detail::check_name("items", rule.items[i], report);
    if (rule.items[i].substr(0, rule.items[i].size() - 1).find('*') != std::string::npos) {
      inside.error(messages::propagation_item, {rule.items[i]});
    }
  }
  for (std::size_t i = 0; i < rule.site_classes.size(); ++i) {
    const auto inside = report.at("site_classes", i);
    detail::check_name("site_classes", rule.site_classes[i], report);
  }
  return report.take();
}

std::vector<CheckTask> check_tasks(const PropagationRule& rule, const PropagationCause& cause,
                                   std::span<const PropagationSite> sites) {
  std::vector<CheckTask> tasks;
  if (!concerns(rule, cause)) return tasks;
  for (const PropagationSite& site : sites) {
    if (site.busy || site.code == cause.site || site.site_class != cause.site_class) continue;
    if (rule.within == CheckWithin::area && site.area != cause.area) continue;
    tasks.push_back({cause.ticket + "/" + site.code, rule.id, cause.ticket, site.code, cause.item, rule.limit});
  }
  std::sort(tasks.begin(), tasks.end(), [](const CheckTask& a, const CheckTask& b) { return a.site < b.site; });
  const auto same = [](const CheckTask& a, const CheckTask& b) { return a.site == b.site; };
  tasks.erase(std::unique(tasks.begin(), tasks.end(), same), tasks.end());
  if (rule.at_most != 0 && tasks.size() > rule.at_most) tasks.resize(rule.at_most);
  return tasks;
}

}  // namespace aedile
