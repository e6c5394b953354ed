// Runs a fuzz target on files instead of on generated input: every file of the given folders, and of each
// file also prefixes and versions with one byte changed, so that a replay covers more than the seeds
// themselves.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

int replay(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string input{std::istreambuf_iterator<char>(in), {}};
  run(input);
  constexpr std::size_t kVariants = 64;
  const std::size_t step = input.size() / kVariants + 1;
  int runs = 1;
  for (std::size_t at = 0; at < input.size(); at += step, runs += 2) {
    run(input.substr(0, at));
    std::string changed = input;
    changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
    run(changed);
  }
  return runs;
}

}  // namespace

int main(int argc, char** argv) {
  int files = 0;
  int runs = 0;
  for (int i = 1; i < argc; ++i)
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i]))
      if (entry.is_regular_file()) {
        runs += replay(entry.path());
        ++files;
      }
  std::printf("%d seeds, %d runs\n", files, runs);
  return files > 0 ? 0 : 1;
}
