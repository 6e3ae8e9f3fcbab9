// A sentence of the catalogue in both languages at once, where arguments are sentences themselves.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "aedile/core/message.h"

namespace aedile::detail {

/// `arguments(language)` gives the arguments in that language.
template <class Arguments>
LocalText both(const Message& message, Arguments&& arguments) {
  const auto in = [&](Language language) { return Text(message, arguments(language)).in(language); };
  return LocalText{{{"en", in(Language::en)}, {"zh", in(Language::zh)}}};
}

}  // namespace aedile::detail
