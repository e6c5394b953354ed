#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analyzers/text/analyzer.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// The taxonomy and the analyzer made from it.
class Knowledge {
 public:
  /// The bundled taxonomy.
  Knowledge();
  explicit Knowledge(Taxonomy taxonomy);

  const Taxonomy& taxonomy() const { return *taxonomy_; }
  const Analyzer& analyzer() const { return *analyzer_; }

 private:
  std::unique_ptr<const Taxonomy> own_;
  const Taxonomy* taxonomy_;
  std::unique_ptr<const Analyzer> analyzer_;
};

/// From --taxonomy where given, else the texts an index keeps where they are not the bundled ones, else
/// bundled. Throws CommandError(kUsage) where the taxonomy is wrong.
Knowledge load_knowledge(const std::string& taxonomy_path,
                         const std::vector<Taxonomy::SourceText>& stored = {});

}  // namespace mahdar
