# SPDX-License-Identifier: GPL-3.0-or-later
# Headers that nearly every file reads are parsed once per kind of target: "core" with Boost and without Qt, "qt" with Qt Core, "views"
# with what the screens and their tests are made from. Of ours only what three quarters of a kind's files read anyway: a change builds the
# whole kind anew. Qt Test's are not among them: a definition of every single program changes them.
#   plimsoll_precompile(<target> core|qt|views)
option(PLIMSOLL_PCH "Precompile the headers of the standard library, Boost and Qt" ON)
set(CMAKE_CXX_COMPILE_OPTIONS_PIE -fPIC) # programs as libraries: a precompiled header fits one way of compiling only

set(PLIMSOLL_CORE_HEADERS <algorithm> <array> <cstdint> <functional> <map> <memory> <optional> <set> <string> <string_view> <unordered_map>
    <utility> <vector>)
set(PLIMSOLL_QT_HEADERS <QtCore/QCoreApplication> <QtCore/QAbstractListModel> <QtCore/QByteArray> <QtCore/QDateTime> <QtCore/QFuture>
    <QtCore/QHash> <QtCore/QJsonDocument> <QtCore/QJsonObject> <QtCore/QLocale> <QtCore/QMetaEnum> <QtCore/QObject> <QtCore/QProcess> <QtCore/QPromise>
    <QtCore/QString> <QtCore/QStringList> <QtCore/QTemporaryFile> <QtCore/QTimer> <QtCore/QUrl> <QtCore/QUuid> <QtCore/QVariant>)

function(plimsoll_add_precompiled kind)
    cmake_parse_arguments(ARG "" "" "HEADERS;LIBS" ${ARGN})
    file(CONFIGURE OUTPUT pch_${kind}.cpp CONTENT "// made by Precompile.cmake\n")
    add_library(plimsoll_pch_${kind} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/pch_${kind}.cpp)
    target_link_libraries(plimsoll_pch_${kind} PRIVATE plimsoll_options ${ARG_LIBS})
    target_precompile_headers(plimsoll_pch_${kind} PRIVATE ${ARG_HEADERS})
endfunction()

if(PLIMSOLL_PCH)
    plimsoll_add_precompiled(core HEADERS ${PLIMSOLL_CORE_HEADERS} <boost/multiprecision/cpp_int.hpp> LIBS Boost::headers)
    if(PLIMSOLL_QT)
        plimsoll_add_precompiled(qt HEADERS ${PLIMSOLL_CORE_HEADERS} ${PLIMSOLL_QT_HEADERS} LIBS Boost::headers Qt6::Core)
        if(PLIMSOLL_GUI)
            plimsoll_add_precompiled(views HEADERS ${PLIMSOLL_CORE_HEADERS} ${PLIMSOLL_QT_HEADERS} "\"ports/snapshot.h\"" "\"wording/displayformat.h\""
                LIBS plimsoll_wording)
        endif()
    endif()
endif()

function(plimsoll_precompile target kind)
    if(PLIMSOLL_PCH)
        target_precompile_headers(${target} REUSE_FROM plimsoll_pch_${kind})
    endif()
endfunction()
