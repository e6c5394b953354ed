#include "schema/corrections_json.h"

namespace mahdar {

nlohmann::ordered_json corrections_to_json(const std::vector<AppliedCorrection>& corrections, bool places) {
  auto json = nlohmann::ordered_json::array();
  for (const AppliedCorrection& c : corrections) {
    nlohmann::ordered_json& entry = json.emplace_back();
    entry = {
        {"field", c.field}, {"value", c.value}, {"detected", c.detected}, {"who", c.who}, {"why", c.why}};
    if (places) entry["place"] = c.place;
  }
  return json;
}

}  // namespace mahdar
