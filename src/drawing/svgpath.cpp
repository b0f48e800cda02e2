// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/svgpath.h"

#include <QtCore/QLineF>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace plimsoll::drawing {

namespace {

// How many numbers belong to a command; -1 where there is no such command.
int argumentsOf(char16_t command)
{
    switch (QChar::toUpper(command)) {
    case u'M':
    case u'L': return 2;
    case u'H':
    case u'V': return 1;
    case u'C': return 6;
    case u'A': return 7;
    case u'Z': return 0;
    default: return -1;
    }
}

// Along the circle of this radius through both points; SVG 1.1, F.6.5, for a circle. Too small a radius grows.
void arcTo(QPainterPath &path, qreal radius, bool isLarge, bool isClockwise, QPointF end)
{
    const QLineF chord(path.currentPosition(), end);
    if (radius <= 0 || chord.length() == 0) {
        path.lineTo(end);
        return;
    }
    radius = std::max(radius, chord.length() / 2);
    const qreal height = std::sqrt(std::max(0.0, radius * radius - chord.length() * chord.length() / 4));
    const QPointF across(-chord.dy() / chord.length(), chord.dx() / chord.length());
    const QPointF centre = chord.center() + across * (isLarge == isClockwise ? -height : height);
    const qreal begin = QLineF(centre, chord.p1()).angle();
    qreal length = QLineF(centre, end).angle() - begin; // against the clock
    if (isClockwise && length > 0) {
        length -= 360;
    } else if (!isClockwise && length < 0) {
        length += 360;
    }
    path.arcTo(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), begin, length);
}

class Reader
{
public:
    explicit Reader(QStringView text)
        : m_text(text)
    {
    }

    std::optional<QPainterPath> read()
    {
        while (skip()) {
            if (m_text[m_at].isLetter()) {
                m_command = m_text[m_at++].unicode();
            } else if (argumentsOf(m_command) <= 0) {
                return std::nullopt;
            }
            const int count = argumentsOf(m_command);
            std::array<qreal, 7> numbers {};
            if (count < 0 || !std::all_of(numbers.begin(), numbers.begin() + count, [this](qreal &number) {
                    return readNumber(number);
                })) {
                return std::nullopt;
            }
            draw(numbers);
        }
        return m_path;
    }

private:
    bool skip() // to what comes next
    {
        while (m_at < m_text.size() && (m_text[m_at].isSpace() || m_text[m_at] == u',')) {
            ++m_at;
        }
        return m_at < m_text.size();
    }

    bool readNumber(qreal &number)
    {
        skip();
        const qsizetype begin = m_at;
        bool hasPoint = false;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            const bool isPoint = c == u'.' && !std::exchange(hasPoint, hasPoint || c == u'.');
            if (!c.isDigit() && !isPoint && (c != u'-' || m_at != begin)) {
                break;
            }
        }
        bool isNumber = false;
        number = m_text.sliced(begin, m_at - begin).toDouble(&isNumber);
        return isNumber;
    }

    void draw(const std::array<qreal, 7> &numbers)
    {
        const bool isRelative = QChar::isLower(m_command);
        const QPointF origin = isRelative ? m_path.currentPosition() : QPointF();
        const auto point = [&](std::size_t first) { return origin + QPointF(numbers[first], numbers[first + 1]); };
        switch (QChar::toUpper(m_command)) {
        case u'M':
            m_path.moveTo(point(0));
            m_command = isRelative ? u'l' : u'L'; // further points are lines
            break;
        case u'L': m_path.lineTo(point(0)); break;
        case u'H': m_path.lineTo(origin.x() + numbers[0], m_path.currentPosition().y()); break;
        case u'V': m_path.lineTo(m_path.currentPosition().x(), origin.y() + numbers[0]); break;
        case u'C': m_path.cubicTo(point(0), point(2), point(4)); break;
        case u'A': arcTo(m_path, numbers[0], numbers[3] != 0, numbers[4] != 0, point(5)); break;
        default: m_path.closeSubpath(); break;
        }
    }

    QStringView m_text;
    qsizetype m_at = 0;
    char16_t m_command = u' ';
    QPainterPath m_path;
};

} // namespace

std::optional<QPainterPath> svgPath(QStringView text)
{
    return Reader(text).read();
}

} // namespace plimsoll::drawing
