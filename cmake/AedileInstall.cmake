# Installs the library with its headers, for find_package(aedile) and for pkg-config.
include(CMakePackageConfigHelpers)

if(NOT DEFINED BUILD_SHARED_LIBS)
  set(BUILD_SHARED_LIBS OFF)
endif()

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/aedile)
install(TARGETS aedile EXPORT aedileTargets FILE_SET HEADERS)
install(EXPORT aedileTargets NAMESPACE aedile:: DESTINATION ${package_dir})

configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/aedileConfig.cmake.in aedileConfig.cmake
                              INSTALL_DESTINATION ${package_dir})
# Until 1.0 a minor version may change the interface.
write_basic_package_version_file(aedileConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/aedileConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/aedileConfigVersion.cmake
              ${PROJECT_SOURCE_DIR}/cmake/Findutf8proc.cmake
        DESTINATION ${package_dir})

# The .pc file finds its prefix from its own place, so that an installed tree can be moved.
# What a static library links is linked by its users.
if(NOT BUILD_SHARED_LIBS)
  set(AEDILE_LINKED_LIBRARIES " -ldate-tz -lsqlite3 -lutf8proc -lcrypto")
endif()
file(RELATIVE_PATH prefix_from_pc ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(${PROJECT_SOURCE_DIR}/cmake/aedile.pc.in aedile.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/aedile.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
