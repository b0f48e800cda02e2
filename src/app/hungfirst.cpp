// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hungfirst.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace plimsoll::app {

namespace {

using Role = desktop::SingleInstance::Role;

void say(const char *text)
{
    std::fputs((std::string("plimsoll: ") + text + "\n").c_str(), stderr);
}

bool hasPerson()
{
    return QGuiApplication::platformName() != u"offscreen"_s; // nobody could answer there
}

// Whoever started it from a menu does not see standard error.
bool mayEnd(qint64 process)
{
    QMessageBox box(
        QMessageBox::Warning, QObject::tr("Plimsoll does not answer"),
        QObject::tr("Plimsoll runs already (process %1), but does not answer. It may not be watching your accounts.")
            .arg(process));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(QObject::tr("If you end it, nothing that was booked is lost, and Plimsoll starts here."));
    const QPushButton *end = box.addButton(QObject::tr("End it and start"), QMessageBox::AcceptRole);
    box.addButton(QObject::tr("Leave it"), QMessageBox::RejectRole);
    box.exec();
    return box.clickedButton() == end;
}

void tellThatItStays()
{
    QMessageBox box(QMessageBox::Critical, QObject::tr("Plimsoll does not answer"),
                    QObject::tr("Plimsoll runs already, does not answer, and could not be ended from here."));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(QObject::tr(
        "End it with the system's own means, or restart the computer. It may not be watching your accounts."));
    box.exec();
}

} // namespace

std::optional<int> claim(desktop::SingleInstance &instance, bool replace)
{
    const Role role = instance.claim();
    if (role != Role::Unanswered) {
        return role == Role::First ? std::nullopt : std::optional(0);
    }
    say("it runs already, but does not answer");
    const bool isKnown = instance.unanswering() > 0;
    if (!replace && isKnown && !(hasPerson() && mayEnd(instance.unanswering()))) {
        return kRunsAlready;
    }
    if (isKnown && instance.replace()) {
        say("it was ended; this one takes its place");
        return std::nullopt;
    }
    say("it could not be ended");
    if (hasPerson()) {
        tellThatItStays();
    }
    return kRunsAlready;
}

} // namespace plimsoll::app
