#include "framework/validate/words.h"

#include <algorithm>

#include "aedile/framework/observation.h"
#include "framework/builtin_attributes.h"
#include "framework/limits.h"
#include "framework/messages.h"

namespace aedile::detail {

namespace {

void learn_values(const Attribute& attribute, Words::Known& known, Report& report) {
  const BuiltinAttribute* const builtin = find_builtin(attribute.name);
  const bool flag = builtin && builtin->flag;
  if (attribute.values.size() > max_names) {
    report.at("values").error(messages::list_too_long,
                              {attribute.name, std::to_string(attribute.values.size()), std::to_string(max_names)});
  }
  for (std::size_t i = 0; i < attribute.values.size(); ++i) {
    const std::string& value = attribute.values[i].code;
    const bool fits = !flag || std::find(flag_values.begin(), flag_values.end(), value) != flag_values.end();
    if (!fits) report.at("values", i).error(messages::fixed_values, {attribute.name});
    if (known.set.insert(value).second) {
      known.list.push_back(value);
    } else {
      report.at("values", i).error(messages::duplicate_entry, {"values", value});
    }
  }
  if (flag) {
    known.list.assign(flag_values.begin(), flag_values.end());
    known.set = {flag_values.begin(), flag_values.end()};
  }
}

void learn_attributes(const Framework& framework, Words& words, Report& report) {
  std::unordered_set<std::string_view> declared;
  std::size_t count = builtin_attributes.size();
  for (std::size_t i = 0; i < framework.attributes.size(); ++i) {
    const Attribute& attribute = framework.attributes[i];
    const auto inside = report.at("attributes", i);
    if (!declared.insert(attribute.name).second) {
      report.at("name").error(messages::duplicate_attribute, {attribute.name});
      continue;
    }
    if (!find_builtin(attribute.name) && ++count > max_attributes) {
      inside.error(messages::too_many_attributes,
                   {attribute.name, std::to_string(count), std::to_string(max_attributes),
                    std::to_string(builtin_attributes.size())});
    }
    learn_values(attribute, words.attributes[attribute.name], report);
  }
  for (const BuiltinAttribute& builtin : builtin_attributes) {
    Words::Known& known = words.attributes[builtin.name];
    if (!builtin.flag || !known.list.empty()) continue;
    known.list.assign(flag_values.begin(), flag_values.end());
    known.set = {flag_values.begin(), flag_values.end()};
  }
}

}  // namespace

Words learn_words(const Framework& framework, Report& report) {
  Words words;
  learn_attributes(framework, words, report);
  for (std::size_t i = 0; i < framework.visit_attributes.size(); ++i) {
    const std::string& name = framework.visit_attributes[i].name;
    if (!words.visit_attributes.insert(name).second) {
      report.at("visit_attributes", i).error(messages::duplicate_visit_attribute, {name});
    }
  }
  for (std::size_t i = 0; i < framework.nodes.size(); ++i) words.nodes.emplace(framework.nodes[i].code, i);
  return words;
}

}  // namespace aedile::detail
