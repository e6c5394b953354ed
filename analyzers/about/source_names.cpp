#include "analyzers/about/source_names.h"

#include <algorithm>
#include <vector>

#include "analyzers/about/line_key.h"

namespace mahdar {

namespace {

std::vector<std::size_t> word_begins(std::string_view key) {
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < key.size(); ++i)
    if (key[i] != ' ' && (i == 0 || key[i - 1] == ' ')) begins.push_back(i);
  return begins;
}

}  // namespace

SourceNames::SourceNames(const Taxonomy& taxonomy) {
  for (const Entity& entity : taxonomy.entities()) {
    if (entity.kind != EntityKind::kSource) continue;
    const auto add = [&](std::string_view name) {
      if (std::string key = line_key(name); !key.empty()) by_name_.emplace(std::move(key), &entity);
    };
    add(entity.id);
    add(entity.label_ar);
    add(entity.label_en);
    for (const std::string& name : entity.names) add(name);
    for (const std::string& name : entity.datelines) add(name);
    for (const std::string& host : entity.hosts) by_host_.emplace(host_of(host), &entity);
  }
}

const Entity* SourceNames::in_line(std::string_view line) const {
  constexpr std::size_t kLongestName = 6;  // words
  const std::string key = line_key(line);
  const std::vector<std::size_t> begins = word_begins(key);
  for (std::size_t words = std::min(kLongestName, begins.size()); words > 0; --words) {
    for (std::size_t first = 0; first + words <= begins.size(); ++first) {
      const std::size_t next = first + words;
      std::size_t end = next < begins.size() ? begins[next] : key.size();
      while (end > begins[first] && key[end - 1] == ' ') --end;
      const auto found = by_name_.find(key.substr(begins[first], end - begins[first]));
      if (found != by_name_.end()) return found->second;
    }
  }
  return nullptr;
}

const Entity* SourceNames::at_url(std::string_view url) const {
  std::string host = host_of(url);
  while (!host.empty()) {
    if (const auto found = by_host_.find(host); found != by_host_.end()) return found->second;
    const std::size_t dot = host.find('.');
    host.erase(0, dot == std::string::npos ? host.size() : dot + 1);
  }
  return nullptr;
}

std::string host_of(std::string_view url) {
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos)
    url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t user = url.rfind('@'); user != std::string_view::npos) url.remove_prefix(user + 1);
  url = url.substr(0, url.find(':'));
  std::string host;
  for (const char c : url) host += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

}  // namespace mahdar
