// Which paths lead to the same file: links, /dev/stdin and /dev/stdout are other names of one, so names alone do not
// tell.
#pragma once

#include <string>
#include <vector>

namespace aedile::tool {

/// The first of `inputs` that is the regular file to which `output` leads, by whatever name; empty if none is, and for
/// an output that does not exist yet. "-" among the inputs is the standard input; empty names are passed over.
std::string input_overwritten_by(const std::string& output, const std::vector<std::string>& inputs);

/// Whether `path` is the standard input: "-", or another name of the pipe or terminal it comes from.
bool is_standard_input(const std::string& path);

/// Whether what is written to `path` arrives at the standard output: "-", or another name of the pipe, terminal or
/// file behind it. What goes to /dev/null and the like never meets.
bool is_standard_output(const std::string& path);

}  // namespace aedile::tool
