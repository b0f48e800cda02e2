// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtQml/qqmlregistration.h>

namespace plimsoll::viewmodels {

/// What the bar above the reference example drives; implemented where the program is put together, over the example's
/// price source. Lives on the GUI thread. Days are counted from 0 ("day N").
class ExampleControl : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// From 0 to dayCount - 1.
    Q_PROPERTY(int dayIndex READ dayIndex NOTIFY changed FINAL)
    Q_PROPERTY(int dayCount READ dayCount CONSTANT FINAL)
    /// "day N+2".
    Q_PROPERTY(QString dayTitle READ dayTitle NOTIFY changed FINAL)
    Q_PROPERTY(bool playing READ playing NOTIFY changed FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] virtual int dayIndex() const = 0;
    [[nodiscard]] virtual int dayCount() const = 0;
    [[nodiscard]] virtual QString dayTitle() const = 0; ///< "day N+2"
    [[nodiscard]] virtual bool playing() const = 0;

    Q_INVOKABLE virtual void next() = 0;
    Q_INVOKABLE virtual void previous() = 0;
    Q_INVOKABLE virtual void play() = 0;
    Q_INVOKABLE virtual void pause() = 0;

Q_SIGNALS:
    void changed();
};

} // namespace plimsoll::viewmodels
