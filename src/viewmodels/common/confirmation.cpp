// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/confirmation.h"

#include <QtCore/QUuid>

namespace plimsoll::viewmodels {

void Confirmation::restart()
{
    *this = {};
    m_id = freshId();
}

void Confirmation::stop()
{
    m_state = State::Idle;
}

bool Confirmation::begin()
{
    if (m_state != State::Idle) {
        return false;
    }
    m_state = State::Busy;
    m_failure.clear();
    return true;
}

void Confirmation::ask(const QString &question)
{
    m_state = State::Asking;
    m_question = question;
}

bool Confirmation::agree()
{
    const bool asked = asks();
    decline();
    return asked && begin();
}

void Confirmation::decline()
{
    if (m_state == State::Asking) {
        m_state = State::Idle;
    }
}

void Confirmation::fail(const QString &reason)
{
    m_state = State::Idle;
    m_failure = reason;
}

std::string freshId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

std::string freshIdTail()
{
    return QUuid::createUuid().toString(QUuid::Id128).left(8).toStdString();
}

} // namespace plimsoll::viewmodels
