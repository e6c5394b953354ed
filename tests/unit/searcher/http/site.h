#pragma once

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "../test_index.h"
#include "searcher/http/router.h"

namespace mahdar::test {

inline const std::string kScript = "<script>alert(1)</script>";

inline std::vector<Sample> site_samples() {
  return {{"a7",
           "وفد روسيا في أستانا",
           "قال لافرنتيف إن موسكو تدعم تبادل المعتقلين بين الطرفين.",
           {7},
           {"RU"},
           "russia",
           {"detainees_exchange"},
           "sana",
           "2017-10-30"},
          {"b7",
           "تركيا تنتظر الجولة السابعة",
           "بحث الوفد التركي ملف المعتقلين في أستانا.",
           {7},
           {"TR"},
           "turkey",
           {"detainees_exchange"},
           "النهار، بيروت",
           "2017-10"},
          {"c/8",
           kScript + " انطلاق الجولة الثامنة",
           "حضرت الوفود \"كلها\" & " + kScript + " في أستانا.",
           {8},
           {},
           "none",
           {},
           kScript,
           "2017-12-21"},
          {"d0", "مؤتمر عن الزراعة", "ناقش الخبراء زراعة القمح.", {}, {}, "none", {}, "", ""}};
}

/// A server without sockets over a small index.
struct Site {
  TestIndex index{site_samples()};
  Searcher searcher{index.root()};
  HostList hosts{{}};
  Metrics metrics;
  RouteContext context{searcher, hosts, metrics, nullptr, {}};

  HttpResponse ask(HttpRequest request) {
    if (request.host.empty()) request.host = "localhost:8080";
    return route(request, context);
  }
  HttpResponse get(const std::string& target) {
    HttpRequest request;
    request.target = target;
    return ask(request);
  }
  nlohmann::json get_json(const std::string& target, int status = 200) {
    const HttpResponse response = get(target);
    CHECK(response.status() == status);
    CHECK(response.header("Content-Type") == "application/json; charset=utf-8");
    return nlohmann::json::parse(response.body());
  }
};

}  // namespace mahdar::test
