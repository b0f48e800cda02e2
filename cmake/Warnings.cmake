# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries what every target of ours is compiled with.
option(PLIMSOLL_WERROR "Treat warnings as errors" ON)
add_library(plimsoll_options INTERFACE)
target_compile_options(plimsoll_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual $<$<BOOL:${PLIMSOLL_WERROR}>:-Werror>
    -Wno-restrict # GCC 12 reports string concatenation at -O3 falsely (its bug 105651)
    "$<$<CONFIG:Release,RelWithDebInfo>:-Wno-stringop-overflow;-Wno-array-bounds>" # the same falsehood where headers are precompiled
    -fstack-protector-strong)
target_compile_definitions(plimsoll_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    $<$<CONFIG:Release,RelWithDebInfo>:_FORTIFY_SOURCE=2>)
target_link_options(plimsoll_options INTERFACE -Wl,-z,relro,-z,now)
find_program(MOLD_LINKER mold)
if(MOLD_LINKER)
    target_link_options(plimsoll_options INTERFACE -fuse-ld=mold)
endif()
