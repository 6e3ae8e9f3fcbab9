// Where the validator stands in the authoring form, and what it has found so far.
//
//   Report report;
//   report.at("rules", 2, "cap").error(messages::negative_number, {"cap", "-1"});   // at "/rules/2/cap"
//   const auto inside = report.at("root");      // until it goes out of scope, every place begins with "/root"
#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/diagnostics.h"

namespace aedile::detail {

class Report {
 public:
  using Arguments = std::vector<std::string>;

  /// A place entered: it is left again when this goes out of scope.
  class Scope {
   public:
    Scope(Report& report, std::size_t length) : report_(report), length_(length) {}
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    ~Scope() { report_.pointer_.resize(length_); }
    void error(const Message& message, Arguments arguments = {}) const { report_.error(message, std::move(arguments)); }
    void warning(const Message& message, Arguments arguments = {}) const {
      report_.warning(message, std::move(arguments));
    }
    void error_verbatim(const Message& message, Arguments arguments) const {
      report_.error_verbatim(message, std::move(arguments));
    }

   private:
    Report& report_;
    std::size_t length_;
  };

  /// Enters members (texts, or several of them) and elements (numbers), outermost first.
  template <class... Steps>
  [[nodiscard]] Scope at(const Steps&... steps) {
    const std::size_t length = pointer_.size();
    (enter(steps), ...);
    return Scope(*this, length);
  }
  /// Enters a place given as a JSON pointer of its own.
  [[nodiscard]] Scope at_pointer(std::string_view pointer) {
    return at_pointer([&](std::string& text) { text += pointer; });
  }
  /// The same, appended by append(std::string&).
  template <class Append>
  requires std::invocable<Append, std::string&>
  [[nodiscard]] Scope at_pointer(Append append) {
    const std::size_t length = pointer_.size();
    append(pointer_);
    return Scope(*this, length);
  }

  /// At the place where the validator stands. Arguments are shortened and made safe for one line.
  void error(const Message& message, Arguments arguments = {});
  void warning(const Message& message, Arguments arguments = {});
  /// Arguments as they are: they must have been made safe already.
  void error_verbatim(const Message& message, Arguments arguments);

  const std::string& pointer() const { return pointer_; }
  Diagnostics take() { return std::move(diagnostics_); }

 private:
  void enter(std::string_view member);
  void enter(std::size_t element);
  void enter(const std::vector<std::string>& members);

  std::string pointer_;
  Diagnostics diagnostics_;
};

}  // namespace aedile::detail
