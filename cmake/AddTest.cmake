# SPDX-License-Identifier: GPL-3.0-or-later
# plimsoll_add_test(<file-without-.cpp> LABELS a b LIBS target...): one QtTest program per file, run with a pinned
# environment so that every machine sees the same locale, zone, hash order and no display.
set(PLIMSOLL_TEST_ENVIRONMENT
    "LC_ALL=C.UTF-8" "TZ=UTC" "QT_HASH_SEED=0" "QT_QPA_PLATFORM=offscreen" "QT_QUICK_BACKEND=software"
    "QT_LOGGING_RULES=qt.qpa.*=false" "PLIMSOLL_TEST=1"
    "PLIMSOLL_SHARED=${CMAKE_SOURCE_DIR}/../shared"
    "ASAN_OPTIONS=detect_leaks=1" "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/leaks.supp:print_suppressions=0" "UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1")
function(plimsoll_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "LABELS;LIBS;SOURCES" ${ARGN})
    get_filename_component(target ${name} NAME)
    add_executable(${target} ${name}.cpp ${ARG_SOURCES})
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    target_link_libraries(${target} PRIVATE plimsoll_options ${ARG_LIBS})
    plimsoll_precompile(${target} qt)
    add_test(NAME ${target} COMMAND ${target})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set_tests_properties(${target} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "${PLIMSOLL_TEST_ENVIRONMENT}")
endfunction()
