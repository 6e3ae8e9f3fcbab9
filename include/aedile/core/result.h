#pragma once
/// A value, or the reasons why there is none; and in either case the warnings met on the way.
///
///   Result<Framework> loaded = read_framework(text, "county.json");
///   if (!loaded) { std::cerr << loaded.diagnostics(); return 1; }
///   use(*loaded);
///
/// Reading the value of a failed result is a broken contract and throws `ContractError`, in every build.

#include <optional>
#include <string>
#include <utility>

#include "aedile/core/diagnostics.h"
#include "aedile/core/exceptions.h"

namespace aedile {

/// Either a value or at least one error. Where there is a value no diagnostic is an error.
template <class T>
class [[nodiscard]] Result {
 public:
  /// Success, perhaps with warnings. Throws ContractError if `diagnostics` holds an error.
  Result(T value, Diagnostics diagnostics = {}) : value_(std::move(value)), diagnostics_(std::move(diagnostics)) {
    if (diagnostics_.has_errors()) throw ContractError("Result: a value beside an error");
  }
  /// Failure. Throws ContractError if `diagnostics` holds no error.
  Result(Diagnostics diagnostics) : diagnostics_(std::move(diagnostics)) {
    if (!diagnostics_.has_errors()) throw ContractError("Result: a failure without an error");
  }
  /// Failure with one error.
  Result(Place place, const Message& message, std::vector<std::string> arguments = {}) {
    diagnostics_.error(std::move(place), message, std::move(arguments));
  }

  /// Whether there is a value.
  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }

  /// The value; `*` and `->` are the same. Throw ContractError, with the problems in its text, if there is none.
  const T& value() const& { return require(), *value_; }
  T& value() & { return require(), *value_; }
  T&& value() && { return require(), std::move(*value_); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  /// The errors of a failure, or the warnings of a success.
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  void require() const {
    if (!value_) throw ContractError("Result: no value; " + diagnostics_.to_string());
  }

  std::optional<T> value_;
  Diagnostics diagnostics_;
};

}  // namespace aedile
