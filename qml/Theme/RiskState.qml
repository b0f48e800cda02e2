// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

// The states of an account, in the order of the C++ enumeration of the same name.
QtObject {
    enum Value {
        NoDebt,
        Normal,
        EarlyWarning,
        MarginCall,
        Liquidation,
        Liquidated,
        Unknown
    }
}
