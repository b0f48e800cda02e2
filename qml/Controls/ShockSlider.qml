// SPDX-License-Identifier: GPL-3.0-or-later
// A move of a price in percent, to both sides of nothing.
AppSlider {
    marksMiddle: true
}
