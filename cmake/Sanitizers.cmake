# SPDX-License-Identifier: GPL-3.0-or-later
set(PLIMSOLL_SANITIZE "" CACHE STRING "Sanitizers for -fsanitize=, for instance address,undefined or thread")
if(PLIMSOLL_SANITIZE)
    target_compile_options(plimsoll_options INTERFACE
        -fsanitize=${PLIMSOLL_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(plimsoll_options INTERFACE -fsanitize=${PLIMSOLL_SANITIZE})
endif()
