#include "framework/limits.h"
#include "framework/spoiled.h"

namespace aedile::testing {

namespace {

using namespace messages;

const std::string checklist = "/root/children/0/children/1/rules/0";
const std::string rate = "/root/children/1/children/1/rules/0";
const std::string progress = "/root/children/1/children/2/rules/0";
const std::string letters = "/root/children/1/children/3/rules/0";
const std::string custom = "/root/children/1/children/4/rules/0";

std::vector<Spoiled> spoiled_checks_and_rates() {
  return {
      error("two rules that measure", two_measuring_rules, "/root/children/0/children/1/rules/2",
            [](auto& f) {
              node(f, "1.2").rules.push_back(Custom{"noise", {}});
            }),
      error("a label that is a number elsewhere", reading_kind, "/root/children/1/children/1/rules/1",
            [](auto& f) {
              Deduction also{{.points = Points::of(1)}};
              also.each.scale = ScaleTable{"asked", {{"1", Factor::of(2)}}};
              node(f, "2.2").rules.push_back(also);
            }),
      error("a criterion without a code", empty_text, checklist + "/criteria/0",
            [](auto& f) { rule<Checklist>(f, "1.2").criteria[0].code.clear(); }),
      error("a criterion twice", duplicate_entry, checklist + "/criteria/1",
            [](auto& f) { rule<Checklist>(f, "1.2").criteria[1].code = "hands"; }),
      error("a negative criterion", negative_number, checklist + "/criteria/0/weight",
            [](auto& f) { rule<Checklist>(f, "1.2").criteria[0].weight = Weight::of(-1); }),
      error("criteria without weight", no_weight, checklist + "/criteria",
            [](auto& f) {
              for (auto& criterion : rule<Checklist>(f, "1.2").criteria) criterion.weight = Weight{};
            }),
      error("too many criteria", list_too_long, checklist + "/criteria",
            [](auto& f) {
              for (std::size_t i = 0; i <= detail::max_names; ++i) {
                rule<Checklist>(f, "1.2").criteria.push_back({"c" + std::to_string(i), {}, Weight::of(1)});
              }
            }),
      error("a rate of nothing", empty_text, rate + "/numerator",
            [](auto& f) { rule<Rate>(f, "2.2").numerator.clear(); }),
      error("a rate of something in itself", duplicate_entry, rate + "/denominator",
            [](auto& f) { rule<Rate>(f, "2.2").denominator = "satisfied"; }),
      error("a target of nothing", target_range, rate + "/target",
            [](auto& f) { rule<Rate>(f, "2.2").target = Quantity{}; }),
      error("negative points per point", negative_number, rate + "/points_per_point",
            [](auto& f) { rule<Rate>(f, "2.2").points_per_point = Points::of(-1); }),
      error("a negative sample", negative_number, rate + "/minimum_sample",
            [](auto& f) { rule<Rate>(f, "2.2").minimum_sample = -1; }),
      error("a sample whose size nobody reads", sample_without_denominator, rate + "/minimum_sample",
            [](auto& f) { rule<Rate>(f, "2.2").denominator.clear(); }),
      error("a confidence without a table", confidence_range, rate + "/confidence",
            [](auto& f) { rule<Rate>(f, "2.2").confidence = 96; }),
  };
}

std::vector<Spoiled> spoiled_progress_and_letters() {
  return {
      error("progress of nothing", empty_text, progress + "/actual",
            [](auto& f) { rule<Progress>(f, "2.3").actual.clear(); }),
      error("progress without milestones", empty_list, progress + "/milestones",
            [](auto& f) { rule<Progress>(f, "2.3").milestones.clear(); }),
      error("milestones out of order", milestone_order, progress + "/milestones/1",
            [](auto& f) { rule<Progress>(f, "2.3").milestones[1].by = *Date::of(2026, 6, 30); }),
      error("a plan that does not rise", milestone_order, progress + "/milestones/1",
            [](auto& f) { rule<Progress>(f, "2.3").milestones[1].plan = Quantity::of(300000); }),
      error("a plan of nothing", target_range, progress + "/milestones/0/plan",
            [](auto& f) { rule<Progress>(f, "2.3").milestones[0].plan = Quantity{}; }),
      error("a milestone on the start", milestone_before_start, progress + "/milestones/0/by",
            [](auto& f) { rule<Progress>(f, "2.3").start = *Date::of(2026, 6, 30); }),
      error("letters of nothing", empty_text, letters + "/reading",
            [](auto& f) { rule<Letters>(f, "2.4").reading.clear(); }),
      error("no letters", empty_list, letters + "/shares", [](auto& f) { rule<Letters>(f, "2.4").shares.clear(); }),
      error("a share above the whole", share_range, letters + "/shares/B",
            [](auto& f) { rule<Letters>(f, "2.4").shares[1].second = Factor::of(2); }),
      error("a negative share", share_range, letters + "/shares/B",
            [](auto& f) { rule<Letters>(f, "2.4").shares[1].second = Factor::of(-1); }),
      error("a letter twice", duplicate_entry, letters + "/shares/A",
            [](auto& f) { rule<Letters>(f, "2.4").shares[1].first = "A"; }),
      error("a letter that also means not applicable", label_twice, letters + "/not_applicable/0",
            [](auto& f) { rule<Letters>(f, "2.4").not_applicable[0] = "A"; }),
      error("a label that is not applicable and not observed", label_twice, letters + "/not_observed/0",
            [](auto& f) { rule<Letters>(f, "2.4").not_observed[0] = "n/a"; }),
      error("too many letters", list_too_long, letters + "/shares",
            [](auto& f) {
              for (std::size_t i = 0; i <= detail::max_names; ++i) {
                rule<Letters>(f, "2.4").shares.push_back({std::to_string(i), Factor{}});
              }
            }),
      error("a custom rule without a name", empty_text, custom + "/name",
            [](auto& f) { rule<Custom>(f, "2.5").name.clear(); }),
      error("a parameter twice", duplicate_entry, custom + "/parameters/limit",
            [](auto& f) {
              rule<Custom>(f, "2.5").parameters.push_back({"limit", "60"});
            }),
      error("a parameter that is no UTF-8", text_not_utf8, custom + "/parameters/limit",
            [](auto& f) { rule<Custom>(f, "2.5").parameters[0].second = "\x80"; }),
  };
}

}  // namespace

std::vector<Spoiled> spoiled_measuring() {
  std::vector<Spoiled> all = spoiled_checks_and_rates();
  const std::vector<Spoiled> more = spoiled_progress_and_letters();
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace aedile::testing
