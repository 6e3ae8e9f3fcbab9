#include "visit_record.h"

#include <utility>

#include "messages.h"

namespace py = pybind11;

namespace aedile::python {
namespace {

/// As UTF-8; nothing for a text that holds a lone surrogate.
std::optional<std::string> utf8_of(const py::handle& text) {
  py::ssize_t size = 0;
  const char* const bytes = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
  if (bytes == nullptr) {
    PyErr_Clear();
    return std::nullopt;
  }
  return std::string(bytes, static_cast<std::size_t>(size));
}

/// What Python shows of a value, shortened; always ASCII.
std::string shown(const py::handle& value) {
  constexpr std::size_t most = 60;
  const py::object ascii = py::reinterpret_steal<py::object>(PyObject_ASCII(value.ptr()));
  if (!ascii) throw py::error_already_set();
  auto text = ascii.cast<std::string>();
  if (text.size() > most) text = text.substr(0, most) + "…";
  return text;
}

std::string escaped(std::string_view key) {
  std::string result;
  for (const char c : key) {
    if (c == '~') {
      result += "~0";
    } else if (c == '/') {
      result += "~1";
    } else {
      result += c;
    }
  }
  return result;
}

bool is_several(const py::handle& value) {
  return py::isinstance<py::list>(value) || py::isinstance<py::tuple>(value) || py::isinstance<py::dict>(value) ||
         py::isinstance<py::set>(value);
}

/// One dictionary: its keys are taken out, and what is left are attributes.
class Row {
 public:
  Row(const py::handle& given, std::string pointer, Diagnostics& problems)
      : values_(py::dict(py::reinterpret_borrow<py::object>(given)).attr("copy")()),
        pointer_(std::move(pointer)),
        problems_(problems) {}

  /// None where the key is missing.
  py::object take(const char* key) { return values_.attr("pop")(key, py::none()); }

  std::string text(const char* key) {
    const py::object value = take(key);
    return value.is_none() ? std::string() : text_of(value, key);
  }

  std::uint32_t count() {
    const py::object value = take("count");
    if (value.is_none()) return 1;
    if (PyIndex_Check(value.ptr()) != 0) {
      const long long number = PyLong_AsLongLong(value.ptr());
      const bool failed = number == -1 && PyErr_Occurred() != nullptr;
      if (failed) PyErr_Clear();
      if (!failed && number >= 0 && number <= 0xFFFFFFFFll) return static_cast<std::uint32_t>(number);
    }
    error("count", messages::bad_count, shown(value));
    return 1;
  }

  std::optional<Date> date() {
    py::object value = take("date");
    if (value.is_none()) return std::nullopt;
    if (const std::optional<std::string> text = utf8_of(day_of(value))) {
      const Result<Date> parsed = Date::parse(*text);
      if (parsed) return *parsed;
      if (text->empty()) return std::nullopt;
    }
    error("date", messages::bad_date, shown(value));
    return std::nullopt;
  }

  CheckResult result() {
    const py::object value = take("result");
    const std::optional<std::string> text = py::isinstance<py::str>(value) ? utf8_of(value) : std::nullopt;
    if (const std::optional<CheckResult> parsed = parse_check_result(text.value_or(""))) return *parsed;
    error("result", messages::bad_check_result, shown(value));
    return CheckResult::error;
  }

  std::vector<Row> rows(const char* key) {
    std::vector<Row> result;
    const py::object list = take(key);
    if (list.is_none()) return result;
    for (const py::handle given : list) {
      result.emplace_back(given, pointer_ + "/" + key + "/" + std::to_string(result.size()), problems_);
    }
    return result;
  }

  AttributeTexts rest() {
    AttributeTexts texts;
    for (const auto& [key, value] : values_) {
      if (value.is_none()) continue;
      const std::optional<std::string> name = utf8_of(py::str(key));
      if (!name) {
        problems_.error({{}, 0, 0, pointer_}, messages::bad_text, {shown(key)});
        continue;
      }
      texts.emplace_back(*name, text_of(value, *name));
    }
    return texts;
  }

 private:
  void error(std::string_view key, const Message& message, std::string argument) {
    problems_.error({{}, 0, 0, pointer_ + "/" + escaped(key)}, message, {std::move(argument)});
  }

  std::string text_of(const py::handle& value, std::string_view key) {
    if (py::isinstance<py::bool_>(value)) return value.cast<bool>() ? "yes" : "no";
    if (py::isinstance<py::float_>(value))
      throw py::type_error("a float is not exact: give an int, a str or a decimal.Decimal");
    if (is_several(value)) {
      error(key, messages::bad_value, std::string(Py_TYPE(value.ptr())->tp_name));
      return {};
    }
    std::optional<std::string> text = utf8_of(py::str(value));
    if (!text) error(key, messages::bad_text, shown(value));
    return std::move(text).value_or("");
  }

  /// The day as text: of a datetime, its date; of a numpy.datetime64 of any unit, its day. Anything else as it is.
  static py::object day_of(const py::object& value) {
    if (py::isinstance<py::str>(value)) return value;
    if (py::isinstance(value, py::module_::import("numpy").attr("datetime64"))) {
      return py::str(value.attr("astype")("datetime64[D]"));
    }
    const py::module_ datetime = py::module_::import("datetime");
    if (py::isinstance(value, datetime.attr("datetime"))) return value.attr("date")().attr("isoformat")();
    if (py::isinstance(value, datetime.attr("date"))) return value.attr("isoformat")();
    return py::str("?");  // no date
  }

  py::dict values_;
  std::string pointer_;
  Diagnostics& problems_;
};

}  // namespace

VisitRecord read_visit(const py::dict& given, Diagnostics& problems) {
  Row visit(given, "", problems);
  VisitRecord record;
  for (Row& finding : visit.rows("findings")) {
    FindingRecord& row = record.findings.emplace_back();
    row.item = finding.text("item");
    row.count = finding.count();
    row.evidence = finding.text("evidence");
    row.note = finding.text("note");
    row.attributes = finding.rest();
  }
  for (Row& reading : visit.rows("readings")) {
    ReadingRecord& row = record.readings.emplace_back();
    row.item = reading.text("item");
    row.name = reading.text("name");
    row.value = reading.text("value");
    row.attributes = reading.rest();
  }
  for (Row& check : visit.rows("checks")) {
    CheckRecord& row = record.checks.emplace_back();
    row.item = check.text("item");
    row.criterion = check.text("criterion");
    row.result = check.result();
    row.attributes = check.rest();
  }
  record.id = visit.text("id");
  record.site = visit.text("site");
  record.site_class = visit.text("site_class");
  record.mode = visit.text("mode");
  record.edition = visit.text("edition");
  record.date = visit.date();
  record.attributes = visit.rest();
  return record;
}

}  // namespace aedile::python
