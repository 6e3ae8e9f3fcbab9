#pragma once
/// Problems of an input of any length: the first ones are kept, all are counted.
///
///   ProblemLog log(1000);
///   …                                   // a million bad rows later
///   log.error_count() == 1000000;       log.shown().size() == 1000;
///
/// A file of 10^7 rows with a shifted column has 10^7 errors; collecting them as `Diagnostics` would need more memory
/// than the data.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "aedile/core/diagnostics.h"

namespace aedile {

/// Problems met so far. Not for several threads at once.
class ProblemLog {
 public:
  /// Keeps the first `limit` problems, errors and warnings together.
  explicit ProblemLog(std::size_t limit = 1000) : limit_(limit) {}

  /// Counts the problem, and keeps it if there is room.
  void add(Diagnostic diagnostic);
  void error(Place place, const Message& message, std::vector<std::string> arguments = {});
  void warning(Place place, const Message& message, std::vector<std::string> arguments = {});
  void append(const Diagnostics& diagnostics);

  bool has_errors() const { return errors_ != 0; }
  std::uint64_t error_count() const { return errors_; }
  std::uint64_t warning_count() const { return warnings_; }
  /// Problems that were counted but not kept.
  std::uint64_t hidden_count() const { return hidden_; }
  /// Whether a problem with this code was met, kept or not, since construction.
  bool contains(std::string_view code) const;
  /// The first problems, in the order met.
  const Diagnostics& shown() const { return shown_; }

 private:
  std::size_t limit_;
  std::uint64_t errors_ = 0;
  std::uint64_t warnings_ = 0;
  std::uint64_t hidden_ = 0;
  std::vector<std::string> codes_;  // distinct codes met: a few dozen at most
  Diagnostics shown_;
};

}  // namespace aedile
