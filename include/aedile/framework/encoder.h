#pragma once
/// From words to codes: a visit record against a compiled framework.
///
///   Encoder encoder(compiled);
///   EncodedVisit coded;
///   Diagnostics problems = encoder.encode(record, coded);   // all of them, each at the record's place
///   scorer.score(*coded.applicability, coded.visit(), coded.observations());
///
/// Free texts (locations) are numbered as they are met within the visit; equal texts get equal codes. Use one encoder
/// per thread. Attributes that the framework does not know are left to the record; an empty text is "not given".

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "aedile/framework/compiled.h"

namespace aedile {

/// A visit in coded form, owning its arrays. Rows are positions in the record's vectors.
struct EncodedVisit {
  const Applicability* applicability = nullptr;  ///< owned by the framework
  std::optional<Date> date;
  std::vector<std::optional<Quantity>> attributes;
  std::vector<Finding> findings;
  std::vector<Reading> readings;
  std::vector<Check> checks;

  Visit visit() const { return {date, attributes}; }
  Observations observations() const { return {findings, readings, checks}; }
};

/// Turns one record after the other into codes; movable, not copyable.
class Encoder {
 public:
  explicit Encoder(CompiledFramework framework);
  ~Encoder();
  Encoder(Encoder&&) noexcept;
  Encoder& operator=(Encoder&&) noexcept;

  /// Fills `out`, whose memory is reused. Cost: O(size of the record). Errors, each at the record's place:
  /// unknown_site_class, wrong_edition, bad_visit_attribute, unknown_item, not_an_item, unknown_attribute_value,
  /// missing_cycle, unknown_reading, bad_reading_value, unknown_label, duplicate_reading, unknown_criterion,
  /// duplicate_check, unexpected_check.
  Diagnostics encode(const VisitRecord& record, EncodedVisit& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aedile
