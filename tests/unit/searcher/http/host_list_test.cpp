#include "searcher/http/host_list.h"

#include <doctest/doctest.h>

using namespace mahdar;

TEST_CASE("only the names of the list are answered to") {
  const HostList hosts({"Archive.example.org", "other.example:81"});
  for (const char* host : {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:9", "[::1]", "[::1]:8080",
                           "archive.example.org", "archive.example.org:443", "other.example:81"})
    CHECK_MESSAGE(hosts.allows(host), host);
  for (const char* host :
       {"", "example.org", "localhost.example.org", "127.0.0.1.example.org", "other.example",
        "other.example:82", "localhost:8080@evil", "localhost:", "::1", "localhost ", "[::1"})
    CHECK_MESSAGE(!hosts.allows(host), host);
}
