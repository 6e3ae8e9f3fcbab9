#pragma once
/// Editions of one framework side by side, and the mapping of codes between two of them. An old visit is always scored
/// by the edition it was made under.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/framework/compiled.h"

namespace aedile {

/// What became of nodes of one edition in the next.
struct EditionMapping {
  /// same, changed: one code to one; split: one to several; merged: several to one; dropped: to none; added: from none.
  enum class Kind { same, changed, split, merged, dropped, added };
  /// What became of these codes.
  struct Entry {
    Kind kind = Kind::same;
    std::vector<std::string> from;  ///< codes in the older edition; empty for added
    std::vector<std::string> to;    ///< codes in the newer; empty for dropped
    LocalText note;
    friend bool operator==(const Entry&, const Entry&) = default;
  };
  std::string framework;  ///< id
  std::string from;       ///< edition
  std::string to;         ///< edition
  std::vector<Entry> entries;

  /// Codes in the newer (older) edition that a code became (came from); empty if dropped, added or not mapped.
  std::vector<std::string> forward(std::string_view code) const;
  std::vector<std::string> backward(std::string_view code) const;
  friend bool operator==(const EditionMapping&, const EditionMapping&) = default;
};

/// The word of the JSON form; and back: nothing for any other text.
std::string_view to_string(EditionMapping::Kind kind);
std::optional<EditionMapping::Kind> parse_mapping_kind(std::string_view text);

/// Every problem: unknown codes, codes mapped twice, counts that contradict the kind, items of either edition left
/// unmapped (warning). Pointers are those of the mapping's JSON form ("/entries/3/from/0").
Diagnostics validate(const EditionMapping& mapping, const Framework& from, const Framework& to);

/// The editions of one framework.
class Editions {
 public:
  /// Adds the edition, unless there is an error: other_framework (id differs), duplicate_edition, overlapping_editions
  /// (validity dates overlap).
  Diagnostics add(CompiledFramework framework);
  /// The edition of that name; nullptr if none. Pointers stay valid until the next `add`.
  const CompiledFramework* find(std::string_view edition) const;
  /// The edition valid on that day; nullptr if none.
  const CompiledFramework* on(Date day) const;
  /// In the order added.
  const std::vector<CompiledFramework>& all() const { return editions_; }

 private:
  std::vector<CompiledFramework> editions_;
};

}  // namespace aedile
