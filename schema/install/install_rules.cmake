include(GNUInstallDirs)
find_program(GZIP gzip)

# mahdar_install_filled(FILE DESTINATION [NAME name] [GZIP] [PACKAGE_ONLY])
#
# Installs a file with @bindir@, @version@ and @maintainer@ filled in. That is done when it is installed: `cmake --install --prefix`
# and CPack choose the prefix after the build. DESTINATION is absolute or below the prefix. GZIP: compressed, where there
# is gzip. PACKAGE_ONLY: part of the Debian package alone.
function(mahdar_install_filled file destination)
  cmake_parse_arguments(PARSE_ARGV 2 ARG "GZIP;PACKAGE_ONLY" "NAME" "")
  if(NOT ARG_NAME)
    cmake_path(GET file FILENAME ARG_NAME)
  endif()
  set(filled ${CMAKE_CURRENT_BINARY_DIR}/filled/${ARG_NAME})
  # Made here, so that it belongs to whoever builds and not to the root who installs.
  file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/filled)
  set(component)
  if(ARG_PACKAGE_ONLY)
    set(component COMPONENT debian EXCLUDE_FROM_ALL)
  endif()
  set(compress)
  set(installed ${filled})
  if(ARG_GZIP AND GZIP)
    set(installed ${filled}.gz)
    set(compress "file(REMOVE \"${installed}\")
      execute_process(COMMAND \"${GZIP}\" -9nc INPUT_FILE \"${filled}\" OUTPUT_FILE \"${installed}\"
        COMMAND_ERROR_IS_FATAL ANY)")
  endif()
  install(CODE "
    set(bindir \"${CMAKE_INSTALL_BINDIR}\")
    set(version \"${PROJECT_VERSION}\")
    set(maintainer \"${MAHDAR_MAINTAINER}\")
    cmake_path(ABSOLUTE_PATH bindir BASE_DIRECTORY \"\${CMAKE_INSTALL_PREFIX}\" NORMALIZE)
    set(folder \"${destination}\")
    cmake_path(ABSOLUTE_PATH folder BASE_DIRECTORY \"\${CMAKE_INSTALL_PREFIX}\" NORMALIZE)
    file(REMOVE \"${filled}\")
    configure_file(\"${CMAKE_CURRENT_SOURCE_DIR}/${file}\" \"${filled}\" @ONLY NO_SOURCE_PERMISSIONS)
    ${compress}
    file(INSTALL \"${installed}\" DESTINATION \"\${folder}\")" ${component})
endfunction()

# A page of the manual; its section is its ending.
function(mahdar_install_manual page)
  cmake_path(GET page EXTENSION LAST_ONLY section)
  string(SUBSTRING "${section}" 1 -1 section)
  mahdar_install_filled(${page} ${CMAKE_INSTALL_MANDIR}/man${section} GZIP)
endfunction()

# Completion for bash, installed under the program's name.
function(mahdar_install_completion script program)
  install(FILES ${script} DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ${program})
endfunction()

# Where systemd looks for units below any prefix.
set(MAHDAR_UNIT_DIR lib/systemd/system)
