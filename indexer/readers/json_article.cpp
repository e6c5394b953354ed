#include "indexer/readers/json_article.h"

#include <cstdint>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "indexer/readers/limits.h"

namespace mahdar {
namespace {

/// Takes the known fields of the outermost object as the parser meets them; builds no tree.
class ArticleSax final : public nlohmann::json_sax<nlohmann::json> {
 public:
  JsonArticle article;
  std::string error;

  bool null() override { return at_scalar(); }
  bool boolean(bool /*value*/) override { return refuse_scalar(); }
  bool number_integer(std::int64_t value) override { return take_number(std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) override { return take_number(std::to_string(value)); }
  bool number_float(double /*value*/, const std::string& written) override { return take_number(written); }
  bool binary(binary_t& /*value*/) override { return refuse_scalar(); }

  bool string(std::string& value) override {
    if (!at_scalar()) return false;
    if (field_ == nullptr) return true;
    *field_ = std::move(value);
    if (field_ == &article.author) field_ = nullptr;  // the first of them
    return true;
  }

  bool start_object(std::size_t /*size*/) override {
    if (depth_ == 0) {
      depth_ = 1;
      return true;
    }
    return descend();
  }
  bool end_object() override { return ascend(); }
  bool start_array(std::size_t /*size*/) override { return depth_ == 0 ? fail("not an object") : descend(); }
  bool end_array() override { return ascend(); }

  bool key(std::string& name) override {
    if (depth_ != 1) return inner_key(name);
    key_ = name;
    in_author_ = name == "author";
    field_ = field_named(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& e) override {
    const std::string_view what = e.what();
    const auto detail = what.rfind(": ");
    return fail(fmt::format("not valid JSON at byte {}{}", position,
                            detail == std::string_view::npos ? "" : what.substr(detail)));
  }

 private:
  std::string* field_named(std::string_view name) {
    if (name == "id") return &article.id;
    if (name == "url") return &article.url;
    if (name == "title") return &article.title;
    if (name == "text") return &article.text;
    if (name == "html") return &article.html;
    if (name == "date") return &article.date;
    if (name == "source") return &article.source;
    if (name == "language") return &article.language;
    if (name == "author") return &article.author;
    for (const std::string_view changed : {"modified", "updated", "dateModified", "date_modified"})
      if (name == changed) return &article.version;
    return nullptr;
  }

  /// Of an author given as an object the name is taken.
  bool inner_key(std::string_view name) {
    if (in_author_) field_ = name == "name" && article.author.empty() ? &article.author : nullptr;
    return true;
  }

  /// Whether a value of another kind than a string is passed over.
  bool is_lenient() const { return in_author_ || field_ == &article.version; }

  bool fail(std::string what) {
    if (error.empty()) error = std::move(what);
    return false;
  }
  bool at_scalar() { return depth_ > 0 || fail("not an object"); }
  bool refuse_scalar() {
    if (!at_scalar()) return false;
    return depth_ != 1 || field_ == nullptr || is_lenient() ||
           fail(fmt::format("\"{}\" is not a string", key_));
  }
  bool take_number(std::string written) {
    if (!at_scalar()) return false;
    if (depth_ != 1 || field_ == nullptr || is_lenient()) return true;
    if (field_ != &article.id && field_ != &article.date) return refuse_scalar();
    *field_ = std::move(written);
    return true;
  }
  bool descend() {
    if (field_ == &article.version) field_ = nullptr;
    if (depth_ == 1 && field_ != nullptr && !in_author_)
      return fail(fmt::format("\"{}\" is not a string", key_));
    if (++depth_ > limits::kJsonDepth)
      return fail(fmt::format("nested deeper than {} levels", limits::kJsonDepth));
    return true;
  }
  bool ascend() {
    --depth_;
    return true;
  }

  int depth_ = 0;
  std::string key_;
  bool in_author_ = false;
  std::string* field_ = nullptr;  ///< where the value after the last key of the outermost object goes
};

}  // namespace

tl::expected<JsonArticle, std::string> parse_json_article(std::string_view json) {
  ArticleSax sax;
  if (!nlohmann::json::sax_parse(json.begin(), json.end(), &sax))
    return tl::unexpected(sax.error.empty() ? std::string("not valid JSON") : sax.error);
  return std::move(sax.article);
}

}  // namespace mahdar
