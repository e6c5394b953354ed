# mahdar_embed(TARGET FILE...): links data files into TARGET, so that the programs need no
# installed data. Each FILE of the calling folder becomes a std::string_view found by its
# name in mahdar::embedded::<target>(), declared in schema/embedded.h.
function(mahdar_embed target)
  set(blobs "")
  set(rows "")
  set(index 0)
  foreach(file IN LISTS ARGN)
    get_filename_component(path ${file} ABSOLUTE)
    get_filename_component(name ${file} NAME)
    set(symbol "mahdar_embedded_${target}_${index}")
    string(APPEND blobs
      "asm(\".section .rodata\\n.balign 16\\n${symbol}:\\n.incbin \\\"${path}\\\"\\n${symbol}_end:\\n.byte 0\\n.text\\n\");\n"
      "extern \"C\" const char ${symbol}[] __asm__(\"${symbol}\");\n"
      "extern \"C\" const char ${symbol}_end[] __asm__(\"${symbol}_end\");\n")
    string(APPEND rows "    {\"${name}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
    math(EXPR index "${index} + 1")
    list(APPEND paths ${path})
  endforeach()
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_${target}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT
"#include \"schema/embedded.h\"

${blobs}
namespace mahdar::embedded {
std::span<const File> ${target}() {
  static const File files[] = {
${rows}  };
  return files;
}
}  // namespace mahdar::embedded
")
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE ${source})
endfunction()
