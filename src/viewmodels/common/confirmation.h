// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <string>

namespace plimsoll::viewmodels {

/// The way from a click to the answer, for every form that books or stores something. The operation id is made when
/// the form opens: a repeat after an unclear failure can therefore never book twice, and an answer that comes after the
/// form was opened anew is recognised as not its own. A second click while an answer is on its way begins nothing. A
/// question ("once more?") is answered on a control of its own, so that a double click cannot answer it. A value; GUI
/// thread.
class Confirmation
{
public:
    void restart(); ///< the form was opened: a fresh id, nothing on its way
    void stop(); ///< nothing is on its way any more, nothing is asked; the failure stays to be read
    bool begin(); ///< false where an answer is on its way or a question is open
    void ask(const QString &question);
    bool agree(); ///< goes on after a question; false where none is open
    void decline(); ///< takes the question back; what is on its way stays so
    void fail(const QString &reason);

    [[nodiscard]] const std::string &id() const { return m_id; }
    [[nodiscard]] bool busy() const { return m_state == State::Busy; }
    [[nodiscard]] bool asks() const { return m_state == State::Asking; }
    [[nodiscard]] const QString &question() const { return m_question; }
    [[nodiscard]] const QString &failure() const { return m_failure; } ///< empty since the last begin()

private:
    enum class State { Idle, Busy, Asking };

    std::string m_id;
    State m_state = State::Idle;
    QString m_question;
    QString m_failure;
};

/// A random UUID, for what must be told apart for ever.
std::string freshId();
/// 8 random hexadecimal digits, for the end of a readable id.
std::string freshIdTail();

} // namespace plimsoll::viewmodels
