#pragma once
/// The lines below a node's heading: its steps as sentences, their amounts in the page's column. By default steps that
/// say nothing which the lines around them do not are left out or drawn together; amounts still sum to the node's
/// value.

#include <span>
#include <vector>

#include "scoring/explain_page.h"
#include "scoring/explain_wording.h"

namespace aedile::detail {

class NodeLines {
 public:
  /// shown: by node, whether it has a heading of its own somewhere below. All arguments must outlive this.
  NodeLines(const Scene& scene, bool everything, const std::vector<bool>& shown, Page& page)
      : scene_(scene), everything_(everything), shown_(shown), page_(page) {}

  void add(NodeId node, std::size_t indent);

 private:
  /// Steps that one line stands for.
  struct Group {
    std::vector<NodeId> nodes;
    Step sum;
    void add(const Step& step);
  };

  void line(NodeId node, const Step& step, const std::string& text);
  bool has_amount(NodeId node, const Step& step) const;
  bool is_worth_a_line(NodeId node, const Step& step, std::span<const Step> all, const std::string& text) const;
  void parts(NodeId node, std::span<const Step> run, std::span<const Step> all);
  std::string names(const Group& group) const;
  void reported(NodeId node);

  const Scene& scene_;
  bool everything_;
  const std::vector<bool>& shown_;
  Page& page_;
  std::size_t indent_ = 0;
};

}  // namespace aedile::detail
