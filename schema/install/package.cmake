# The Debian package: `make package`, or `cpack -G DEB` in the build folder. It installs below /usr whatever the build's own
# prefix is, and adds to what `make install` does the line for cron, copyright and changelog.
set(MAHDAR_MAINTAINER "Mahdar maintainers <maintainers@mahdar.example>" CACHE STRING "Maintainer of the Debian package")

set(debian ${PROJECT_SOURCE_DIR}/schema/install/debian)
mahdar_install_filled(schema/install/debian/copyright share/doc/mahdar PACKAGE_ONLY)
mahdar_install_filled(CHANGELOG.md share/doc/mahdar NAME changelog GZIP PACKAGE_ONLY)
mahdar_install_filled(schema/install/debian/changelog share/doc/mahdar NAME changelog.Debian GZIP PACKAGE_ONLY)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME mahdar)
set(CPACK_PACKAGE_VENDOR Mahdar)
set(CPACK_PACKAGE_CONTACT "${MAHDAR_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "full-text search engine and indexer for archives of Arabic news")
set(CPACK_PACKAGE_DESCRIPTION "Mahdar indexes folders of articles (text, saved web pages, JSON Lines, feeds,
web archives) and searches them from the command line, in a terminal and on a
web page.
.
It knows Arabic: spellings, clitics, broken plurals and names in all their
forms; and it knows what an article is about: the round of negotiations it
reports, the state that acts in it, countries, people, topics, date and
source, each as a filter with exact counts. Its first archive is the press
record of the Astana talks on Syria.")
set(CPACK_STRIP_FILES ON)
# An install with DESTDIR, so that units and cron's line name the place where the programs will be.
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_CMAKE_PROJECTS
  "${PROJECT_BINARY_DIR};mahdar;ALL;/" "${PROJECT_BINARY_DIR};mahdar;debian;/")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "bash-completion, cron | systemd")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${debian}/conffiles ${debian}/postinst ${debian}/prerm ${debian}/postrm)
include(CPack)
