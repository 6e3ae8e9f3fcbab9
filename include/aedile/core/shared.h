#pragma once
/// A value that is made once and kept by many, or none.
///
///   Shared<Deadline> set = due(calendar, start, WorkingDays(5)).value();
///   const Shared<Deadline> kept = set;             // copies a pointer: the deadline is there once
///   kept->due == set->due && kept == set;          // compares what they hold
///   set = Deadline{};                              // another one; what `kept` holds stays as it is
///
/// Like an optional, but its value is replaced, never changed, so threads share it. For values of some size that events
/// say and that whoever folds them keeps. Not for small ones, nor for those that are filled in step by step.

#include <memory>
#include <utility>

#include "aedile/core/exceptions.h"

namespace aedile {

/// A T that does not change, or nothing.
template <class T>
class Shared {
 public:
  Shared() = default;
  /// Cost: one allocation.
  Shared(T value) : value_(std::make_shared<const T>(std::move(value))) {}

  bool has_value() const { return value_ != nullptr; }
  explicit operator bool() const { return has_value(); }
  /// Throw ContractError if there is none.
  const T& operator*() const {
    if (value_ == nullptr) throw ContractError("Shared: no value");
    return *value_;
  }
  const T* operator->() const { return &**this; }

  /// Cost: that of comparing the values, unless it is the same one.
  friend bool operator==(const Shared& a, const Shared& b) {
    return a.value_ == b.value_ || (a && b && *a.value_ == *b.value_);
  }

 private:
  std::shared_ptr<const T> value_;
};

}  // namespace aedile
