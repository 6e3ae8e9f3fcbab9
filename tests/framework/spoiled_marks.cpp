#include "framework/spoiled.h"

namespace aedile::testing {

namespace {

using namespace messages;

Points huge() { return Points::max(); }

std::vector<Spoiled> spoiled_numbers() {
  return {
      error("negative full marks", negative_number, "/root/children/0/children/0/full_marks",
            [](auto& f) { node(f, "1.1").full_marks = Points::of(-1); }),
      error("a negative weight", negative_number, "/root/children/1/children/0/weight",
            [](auto& f) { node(f, "2.1").weight = Weight::of(-1); }),
      error("a lower end above full marks", range_order, "/root/children/0/lowest",
            [](auto& f) { node(f, "1").lowest = Points::of(61); }),
      error("a lower end above the upper one", range_order, "/root/children/2/highest",
            [](auto& f) {
              node(f, "3").lowest = Points::of(2);
              node(f, "3").highest = Points::of(1);
            }),
      error("a start above full marks", start_range, "/root/children/0/children/0/start",
            [](auto& f) { node(f, "1.1").start = Points::of(31); }),
      error("a start below the lower end", start_range, "/root/children/3/start",
            [](auto& f) { node(f, "4").start = Points::of(-1); }),
      warning("a start beside a measuring rule", start_unused, "/root/children/1/children/0/start",
              [](auto& f) { node(f, "2.1").start = Points::of(3); }),
      warning("a start of a node with parts", start_unused, "/root/children/0/start",
              [](auto& f) { node(f, "1").start = Points::of(3); }),
      error("a deduction from nothing", nothing_to_lose, "/root/children/3",
            [](auto& f) { node(f, "4").rules = {Deduction{{.points = Points::of(1)}}}; }),
      warning("a tally that starts at full marks", tally_from_full, "/root/children/3",
              [](auto& f) {
                node(f, "4").full_marks = Points::of(10);
                node(f, "4").rules.push_back(Veto{{}, "total", Points::of(50), {}});
              }),
      warning("an item without rules", no_rules, "/root/children/3", [](auto& f) { node(f, "4").rules.clear(); }),
      error("rules on a node with parts", rules_on_inner_node, "/root/children/0/rules",
            [](auto& f) { node(f, "1").rules = {WholeItem{}}; }),
      warning("an aggregation on an item", aggregation_on_item, "/root/children/3/aggregation",
              [](auto& f) { node(f, "4").aggregation.by = Aggregator::minimum; }),
      error("a lead that supports itself", two_leads, "/root/children/1/children/4/supporting/1",
            [](auto& f) {
              node(f, "2.5").lead = "urban works";
              node(f, "2.5").supporting.push_back("urban works");
            }),
      error("an inherited lead that supports itself", two_leads, "/root/children/1/children/4/supporting/0",
            [](auto& f) { node(f, "2.5").supporting[0] = "city management"; }),
      error("a department that supports twice", two_leads, "/root/children/1/children/4/supporting/1",
            [](auto& f) { node(f, "2.5").supporting.push_back("police"); }),
      error("an item that nobody leads", no_owner, "/root/children/1/children/2",
            [](auto& f) {
              f.nodes[0].lead.clear();
              for (const char* code : {"1", "2.1", "2.2", "2.4", "2.5", "3", "4", "5"}) node(f, code).lead = "police";
              node(f, "2.5").supporting.clear();
            }),
  };
}

std::vector<Spoiled> spoiled_sums() {
  return {
      error("parts that sum to less", part_sum, "/root/children/0/full_marks",
            [](auto& f) { node(f, "1.1").full_marks = Points::of(29); }),
      error("a base that the full marks leave out", part_sum, "/root/full_marks",
            [](auto& f) { f.nodes[0].aggregation.base = Points::of(5); }),
      warning("parts that are stretched", part_sum, "/root/children/0/full_marks",
              [](auto& f) {
                node(f, "1.1").full_marks = Points::of(29);
                node(f, "1").aggregation.part_sum = PartSum::scaled;
              }),
      warning("parts that count as they are", part_sum, "/root/full_marks",
              [](auto& f) {
                node(f, "1").full_marks = Points::of(61);
                node(f, "1.1").full_marks = Points::of(31);
                f.nodes[0].aggregation.part_sum = PartSum::as_given;
              }),
      warning("part_sum where nothing is summed", part_sum_unused, "/root/children/1/aggregation/part_sum",
              [](auto& f) { node(f, "2").aggregation.part_sum = PartSum::scaled; }),
      error("full marks whose sum overflows", sum_out_of_range, "/root/children/0",
            [](auto& f) {
              node(f, "1").full_marks.reset();
              node(f, "1.1").full_marks = huge();
              node(f, "1.2").full_marks = huge();
            }),
      error("weights whose sum overflows", sum_out_of_range, "/root/children/1",
            [](auto& f) {
              node(f, "2.1").weight = Weight::max();
              node(f, "2.2").weight = Weight::max();
            }),
      error("weights of cycles whose sum overflows", sum_out_of_range, "/root/children/4/cycles/cycles",
            [](auto& f) {
              for (auto& cycle : node(f, "5").cycles->cycles) cycle.weight = Weight::max();
            }),
      error("full marks that overflow when copied", sum_out_of_range, "/root/children/4/cycles/cycles",
            [](auto& f) { node(f, "5").full_marks = huge(); }),
      error("a stretched sum over an open-ended part", open_ended_part, "/root/children/4/aggregation/not_observed",
            [](auto& f) { node(f, "5").aggregation.not_observed = Missing::renormalise; }),
      error("an open-ended part that is filled up", open_ended_part, "/root/children/4/aggregation/not_applicable",
            [](auto& f) { node(f, "5").aggregation.not_applicable = Missing::full_marks; }),
      error("an open-ended part of a sum that must fit", open_ended_part, "/root/children/4/aggregation/part_sum",
            [](auto& f) { node(f, "5").full_marks = Points::of(10); }),
      error("a mean of marks that fills up an open-ended part", open_ended_part,
            "/root/children/4/aggregation/not_observed",
            [](auto& f) {
              node(f, "5").aggregation.by = Aggregator::harmonic_mean;
              node(f, "5").aggregation.basis = Basis::marks;
              node(f, "5").aggregation.not_observed = Missing::full_marks;
            }),
      error("a base without full marks", base_without_full_marks, "/root/children/0/aggregation/base",
            [](auto& f) {
              node(f, "1").full_marks.reset();
              node(f, "1").aggregation.base = Points::of(5);
            }),
      error("a base above the full marks that the parts are stretched to", base_above_full_marks,
            "/root/children/0/aggregation/base",
            [](auto& f) {
              node(f, "1").aggregation.part_sum = PartSum::scaled;
              node(f, "1").aggregation.base = *node(f, "1").full_marks + Points::of(1);
            }),
  };
}

std::vector<Spoiled> spoiled_means() {
  return {
      warning("a mean of weightless parts", weights_all_zero, "/root/children/1",
              [](auto& f) {
                for (const char* code : {"2.1", "2.2", "2.3", "2.4", "2.5"}) node(f, code).weight = Weight{};
              }),
      error("a share of an open-ended part", full_marks_missing, "/root/children/1/children/4",
            [](auto& f) { node(f, "2.5").full_marks.reset(); }),
      error("a checklist without full marks", full_marks_missing, "/root/children/0/children/1/rules/0",
            [](auto& f) { node(f, "1.2").full_marks.reset(); }),
      error("a rate without full marks", full_marks_missing, "/root/children/1/children/1/rules/0",
            [](auto& f) { node(f, "2.2").full_marks.reset(); }),
      error("progress without full marks", full_marks_missing, "/root/children/1/children/2/rules/0",
            [](auto& f) { node(f, "2.3").full_marks.reset(); }),
      error("letters without full marks", full_marks_missing, "/root/children/1/children/3/rules/0",
            [](auto& f) { node(f, "2.4").full_marks.reset(); }),
      error("full marks as the last resort where there are none", full_marks_missing,
            "/root/children/4/aggregation/degenerate",
            [](auto& f) { node(f, "5").aggregation.degenerate = Degenerate::full_marks; }),
      error("full marks for a missing cycle where there are none", full_marks_missing,
            "/root/children/4/cycles/not_observed",
            [](auto& f) { node(f, "5").cycles->not_observed = Missing::full_marks; }),
      warning("a share of nothing", full_marks_zero, "/root/children/1/children/4",
              [](auto& f) { node(f, "2.5").full_marks = Points{}; }),
      error("a pass mark above the whole", share_range, "/root/children/1/aggregation/pass_at",
            [](auto& f) { node(f, "2").aggregation.pass_at = Factor::of(2); }),
  };
}

}  // namespace

std::vector<Spoiled> spoiled_marks() {
  std::vector<Spoiled> all = spoiled_numbers();
  for (const auto& more : {spoiled_sums(), spoiled_means()}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace aedile::testing
