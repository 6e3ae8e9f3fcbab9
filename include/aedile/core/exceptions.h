#pragma once
/// The library's two exceptions. Bad data never throws: it is a value, see result.h.

#include <stdexcept>

namespace aedile {

/// The caller broke a documented contract: a defect in the program, not in its data.
class ContractError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// A result left the range of its type: a sum of points, a date beyond year 9999.
class OverflowError : public std::overflow_error {
 public:
  using std::overflow_error::overflow_error;
};

}  // namespace aedile
