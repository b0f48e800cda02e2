# SPDX-License-Identifier: GPL-3.0-or-later
# plimsoll_add_tests(<program> TESTS tst_a tst_b... LABELS a b LIBS target... [SOURCES file...] [TIMEOUT s] [PRECOMPILE kind]): one program for
#   the QtTest classes of a folder (tests/testlib/testprogram.h), and under the name of each file a test that runs its class alone.
# plimsoll_add_test(<file-without-.cpp> ...): a program of its own, where a test needs another main() or only few libraries.
# Where the machine has a file system in memory, with room and for programs too, temporary files go there: most of what tests wait for is the disk.
# All run with a pinned environment so that every machine sees the same locale, zone, hash order and no display.
set(PLIMSOLL_TEST_ENVIRONMENT
    "LC_ALL=C.UTF-8" "TZ=UTC" "QT_HASH_SEED=0" "QT_QPA_PLATFORM=offscreen" "QT_QUICK_BACKEND=software"
    "QT_LOGGING_RULES=qt.qpa.*=false" "PLIMSOLL_TEST=1"
    "PLIMSOLL_SHARED=${CMAKE_SOURCE_DIR}/../shared"
    "ASAN_OPTIONS=detect_leaks=1" "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/leaks.supp:print_suppressions=0" "UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1")

if(EXISTS /proc/mounts)
    file(STRINGS /proc/mounts memoryMount REGEX "^[^ ]+ /dev/shm tmpfs ")
    execute_process(COMMAND df -Pm /dev/shm OUTPUT_VARIABLE memorySpace ERROR_QUIET) # MiB; the fourth figure is what is free
    if(memoryMount AND NOT memoryMount MATCHES "noexec" AND memorySpace MATCHES "\n[^ ]+ +[0-9]+ +[0-9]+ +([0-9]+) " AND CMAKE_MATCH_1 GREATER 2000)
        list(APPEND PLIMSOLL_TEST_ENVIRONMENT "TMPDIR=/dev/shm")
    endif()
endif()

# A program with files that moc reads.
function(plimsoll_add_test_program program)
    add_executable(${program} ${ARG_SOURCES})
    set_target_properties(${program} PROPERTIES AUTOMOC ON)
    target_link_libraries(${program} PRIVATE plimsoll_options ${ARG_LIBS})
    if(NOT ARG_PRECOMPILE)
        set(ARG_PRECOMPILE qt)
    endif()
    plimsoll_precompile(${program} ${ARG_PRECOMPILE})
endfunction()

# The program is a required file: whoever builds for one test (tests/mutants) reads there what to build.
function(plimsoll_enter_test name program)
    set(quiet -silent) # what failed must not drown in what passed
    if("reference" IN_LIST ARG_LABELS)
        set(quiet "") # it says how much it read
    endif()
    add_test(NAME ${name} COMMAND ${program} ${ARGN} ${quiet})
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT} REQUIRED_FILES $<TARGET_FILE:${program}>
        ENVIRONMENT "${PLIMSOLL_TEST_ENVIRONMENT}")
endfunction()

function(plimsoll_add_tests program)
    cmake_parse_arguments(ARG "" "TIMEOUT;PRECOMPILE" "TESTS;LABELS;LIBS;SOURCES" ${ARGN})
    list(TRANSFORM ARG_TESTS APPEND .cpp OUTPUT_VARIABLE files)
    list(PREPEND ARG_SOURCES ${files})
    list(PREPEND ARG_LIBS plimsoll_testprogram)
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    plimsoll_add_test_program(${program})
    foreach(name ${ARG_TESTS})
        plimsoll_enter_test(${name} ${program} ${name})
    endforeach()
endfunction()

function(plimsoll_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT;PRECOMPILE" "LABELS;LIBS;SOURCES" ${ARGN})
    list(PREPEND ARG_SOURCES ${name}.cpp)
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    plimsoll_add_test_program(${name})
    plimsoll_enter_test(${name} ${name})
endfunction()
