// Schemes and tables of one command line, opened.
#pragma once

#include <optional>

#include "aedile/commands.h"
#include "aedile/framework/editions.h"
#include "aedile/input.h"
#include "aedile/io/visits_csv.h"

namespace aedile::tool {

/// Throws UsageFailure if the standard input is named more than once.
void require_one_standard_input(const std::vector<std::string>& files);

/// Throws UsageFailure if writing to `output` would replace one of the inputs; see same_file.h.
void require_inputs_kept(const std::string& output, const std::vector<std::string>& inputs);

/// A journal as an input: its file and those that SQLite keeps beside it.
std::vector<std::string> files_of_journal(const std::string& journal);

class Data {
 public:
  /// Reads the schemes, and opens the tables if these are fit to be used. Throws FileFailure.
  Data(const DataArguments& arguments, ProblemLog& log, std::optional<std::string> only = {});
  const Editions& editions() const { return editions_; }
  /// nullptr if schemes or tables cannot be used; the log says why.
  VisitsCsv* visits() { return visits_ && visits_->ok() ? &*visits_ : nullptr; }
  bool schemes_ok() const { return schemes_ok_; }

 private:
  Editions editions_;
  bool schemes_ok_ = false;
  InputFile visits_file_;
  InputFile findings_file_;
  std::optional<VisitsCsv> visits_;
};

}  // namespace aedile::tool
