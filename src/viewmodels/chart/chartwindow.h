// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

namespace plimsoll::viewmodels {

/// Which part of a history a chart shows: [from, to] within [first, last], all ms since 1970 UTC as doubles for pixels.
/// A window whose end is the last moment follows it as time goes on. GUI thread.
class ChartWindow : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the chart")
    Q_PROPERTY(double from READ from NOTIFY changed FINAL)
    Q_PROPERTY(double to READ to NOTIFY changed FINAL)
    Q_PROPERTY(double first READ first NOTIFY changed FINAL)
    Q_PROPERTY(double last READ last NOTIFY changed FINAL)
    /// Its end is now, and stays so.
    Q_PROPERTY(bool followsEnd READ followsEnd NOTIFY changed FINAL)

public:
    static constexpr double kShortest = 10'000; ///< two polls

    using QObject::QObject;

    [[nodiscard]] double from() const { return m_from; }
    [[nodiscard]] double to() const { return m_to; }
    [[nodiscard]] double first() const { return m_first; }
    [[nodiscard]] double last() const { return m_last; }
    [[nodiscard]] bool followsEnd() const { return m_followsEnd; }
    [[nodiscard]] double span() const { return m_to - m_from; }

    void setWhole(double first, double last); ///< what there is; one that follows the end moves with it
    void showLast(double span); ///< what came last, following it; it may begin before there was a history. 0: all of it

    /// What lies outside the history is moved into it.
    Q_INVOKABLE void show(double from, double to);
    /// `factor` < 1 shows less time; the moment at `share` (0 = left edge, 1 = right edge) stays where it is.
    Q_INVOKABLE void zoom(double factor, double share);
    Q_INVOKABLE void pan(double share); ///< of the time shown; > 0 goes towards the end
    Q_INVOKABLE void toStart();
    Q_INVOKABLE void toEnd();

Q_SIGNALS:
    void changed();
    void moved(); ///< by a person, after changed()

private:
    void set(double from, double to);

    double m_from = 0;
    double m_to = 1;
    double m_first = 0;
    double m_last = 1;
    bool m_followsEnd = true;
    bool m_showsAll = false;
};

} // namespace plimsoll::viewmodels
