// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/displayformat.h"

#include <QtCore/QString>

#include <optional>

namespace plimsoll::viewmodels {

/// A price that follows the market until the person types one. A value.
class PriceField
{
public:
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isTyped() const { return m_isTyped; }
    [[nodiscard]] QString typed() const
    {
        return m_isTyped ? m_text : QString();
    } ///< empty while it follows the market
    /// False where nothing changed.
    bool type(const QString &text)
    {
        if (text == m_text) {
            return false;
        }
        m_text = text;
        m_isTyped = true;
        return true;
    }
    void release() { m_isTyped = false; } ///< it is about something else now: the market counts again
    /// Nothing: the market has no price.
    void follow(const std::optional<margin::Decimal> &market, const DisplayFormat &format)
    {
        if (!m_isTyped) {
            m_text = market ? format.editablePrice(*market) : QString();
        }
    }

private:
    QString m_text;
    bool m_isTyped = false;
};

} // namespace plimsoll::viewmodels
