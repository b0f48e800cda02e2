// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Plimsoll
import Plimsoll.Test

// A test of the main window over fakes: makes it, finds what is in it by objectName, and presses it.
TestCase {
    id: suite

    property var window: null

    Component { id: mainType; Main {} }

    function cleanup() {
        suite.closeWindow()
        TestWorld.stop()
    }

    // Whoever is held by nobody is collected piece by piece while events still reach it: let go of the window only when it is gone.
    function closeWindow(): void {
        suite.window?.destroy()
        gc() // so that whoever does not see to it fails everywhere, not only where the machine is slow
        wait(0) // the window goes before what it shows
        suite.window = null
    }

    function show(): void {
        suite.window = mainType.createObject(null, { app: TestWorld.app })
        verify(suite.window !== null)
        verify(waitForRendering(suite.window.contentItem))
    }

    function startAt(eth: string, bch: string): void {
        TestWorld.start(eth, bch)
        suite.show()
    }

    function root(): var {
        return suite.window.contentItem.parent
    }

    function item(name: string): var {
        const found = findChild(suite.root(), name)
        verify(found !== null, name + " is there")
        return found
    }

    function press(name: string): void {
        const target = suite.item(name)
        verify(target.visible && target.enabled, name + " can be pressed")
        suite.click(target)
    }

    // Until an item has its place, its neighbours lie over it: not before everything around it was laid out.
    function click(target: var): void {
        tryVerify(() => {
            for (let at = target; at !== null; at = at.parent)
                if (isPolishScheduled(at))
                    return false
            return true
        })
        mouseClick(target)
    }

    // Every text that is shown in an item, tool tips included where it is the root.
    function shownTexts(item: var): var {
        if (!item.visible)
            return []
        let found = item.textFormat !== undefined && item.text !== undefined ? [item.text] : []
        for (let i = 0; i < (item.children?.length ?? 0); ++i)
            found = found.concat(suite.shownTexts(item.children[i]))
        return found
    }

    function dialog(name: string): var {
        return findChild(suite.window, name)
    }
}
