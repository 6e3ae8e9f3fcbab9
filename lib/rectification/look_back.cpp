#include "aedile/rectification/look_back.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "core/texts.h"
#include "rectification/messages_around.h"

namespace aedile {

namespace {

void check_share(const Rational& share, detail::Report& report) {
  if (share < Rational(0) || share > Rational(1)) {
    report.error(messages::look_back_share_range, {share.to_string()});
  }
}

/// The share of so many tickets, rounded up; not more than there are, not less than asked for.
std::uint32_t quota_of(const Rational& share, std::uint32_t at_least, std::uint32_t count) {
  const Rational exact = share * Rational(count);
  const auto part = exact.rounded_to<Decimal<struct TicketCountTag, 0>>({Rounding::up, 0}).scaled();
  return std::min(count, std::max(at_least, static_cast<std::uint32_t>(part)));
}

}  // namespace

Diagnostics validate(const LookBackRule& rule) {
  detail::Report report;
  {
    const auto inside = report.at("id");
    detail::check_name("id", rule.id, report);
  }
  std::unordered_set<std::string_view> classes;
  for (std::size_t i = 0; i < rule.shares.size(); ++i) {
    const LookBackShare& share = rule.shares[i];
    {
      const auto inside = report.at("shares", i, "site_class");
      detail::check_name("site_class", share.site_class, report);
      if (share.site_class == look_back_all) inside.error(messages::reserved_class, {share.site_class});
      if (!classes.insert(share.site_class).second) {
        inside.error(messages::duplicate_look_back_class, {share.site_class});
      }
    }
    const auto inside = report.at("shares", i, "share");
    check_share(share.share, report);
  }
  {
    const auto inside = report.at("otherwise");
    check_share(rule.otherwise, report);
  }
  for (std::size_t i = 0; i < rule.all_of.size(); ++i) {
    const auto inside = report.at("all_of", i);
    detail::check_name("all_of", rule.all_of[i], report);
  }
  return report.take();
}

Result<DrawTerms> look_back_terms(const LookBackRule& rule, std::span<const ClosedTicket> closed, std::string period,
                                  std::string seed_source) {
  Diagnostics problems = validate(rule);
  if (problems.has_errors()) return problems;
  DrawTerms terms{.id = rule.id, .period = std::move(period), .seed_source = std::move(seed_source)};
  std::map<std::string, std::uint32_t> counts;
  for (const ClosedTicket& ticket : closed) {
    const bool heavy = std::find(rule.all_of.begin(), rule.all_of.end(), ticket.severity) != rule.all_of.end();
    // A site without a class is of a class of its own.
    const std::string stratum = heavy ? look_back_all : ticket.site_class.empty() ? "-" : ticket.site_class;
    ++counts[stratum];
    terms.candidates.push_back({ticket.id, stratum, 1});
  }
  for (const auto& entry : counts) {
    const std::string& stratum = entry.first;
    const std::uint32_t count = entry.second;
    const auto share = std::find_if(rule.shares.begin(), rule.shares.end(),
                                    [&](const LookBackShare& each) { return each.site_class == stratum; });
    const std::uint32_t quota = stratum == look_back_all     ? count
                                : share == rule.shares.end() ? quota_of(rule.otherwise, 0, count)
                                                             : quota_of(share->share, share->at_least, count);
    terms.strata.push_back({stratum, quota});
  }
  problems.append(validate(terms));
  if (problems.has_errors()) return problems;
  return {std::move(terms), std::move(problems)};
}

}  // namespace aedile
