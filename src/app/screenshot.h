// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/program.h"

namespace plimsoll::app {

/// Brings one page of the running program onto the screen, waits until it is drawn, writes it to a PNG file and ends
/// the program; 0 where that worked. Used by ./dev shots. GUI thread.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    Screenshot(Program &program, QString file, QString page);

    static QStringList pageNames();

    void begin();

private:
    void evaluate() const;
    void show();
    void grab();
    void save();

    Program &m_program;
    const QString m_file;
    const QString m_page;
};

} // namespace plimsoll::app
