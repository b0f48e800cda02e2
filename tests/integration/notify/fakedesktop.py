#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A notification service, and a logind that can sleep, on the session bus, steered by lines on the standard input.

Commands: "caps WORD...", "fail on|off", "pause INTERFACE PROPERTY on|off", "action ID KEY", "close ID REASON", "sleep 0|1". Each is answered
with "done". Every Notify is told on the standard output as one line of JSON, every CloseNotification as "closed ID"; the first line of
all is "ready". Ends with its input."""

import json
import sys

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

NAME = "org.freedesktop.Notifications"
LOGIND = "org.freedesktop.login1"


def say(line: str) -> None:
    print(line, flush=True)


class Refused(dbus.DBusException):
    _dbus_error_name = "org.example.Refused"


class Service(dbus.service.Object):
    def __init__(self, bus):
        super().__init__(bus, "/org/freedesktop/Notifications")
        self.capabilities = ["body", "body-markup", "actions"]
        self.last = 0
        self.fails = False
        self.properties = {}

    @dbus.service.method(dbus.PROPERTIES_IFACE, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        if (interface, name) not in self.properties:
            raise dbus.exceptions.DBusException("no such property", name="org.freedesktop.DBus.Error.InvalidArgs")
        return self.properties[interface, name]

    @dbus.service.method(NAME, in_signature="u", out_signature="")
    def CloseNotification(self, number):
        say(f"closed {int(number)}")
        self.NotificationClosed(number, dbus.UInt32(3))

    @dbus.service.method(NAME, in_signature="", out_signature="as")
    def GetCapabilities(self):
        say("asked")
        return self.capabilities

    @dbus.service.method(NAME, in_signature="susssasa{sv}i", out_signature="u")
    def Notify(self, app, replaces, icon, summary, body, actions, hints, expire):
        if self.fails:
            raise Refused("the screen is <gone>\nfor good")
        self.last += 0 if replaces else 1
        number = int(replaces) or self.last
        say(json.dumps({
            "id": number, "app": str(app), "replaces": int(replaces), "summary": str(summary), "body": str(body),
            "actions": [str(action) for action in actions], "expire": int(expire), "urgency": int(hints["urgency"]),
            "isByte": isinstance(hints["urgency"], dbus.Byte), "suppress": bool(hints.get("suppress-sound", False)),
            "entry": str(hints.get("desktop-entry", "")), "transient": bool(hints.get("transient", False))}))
        return dbus.UInt32(number)

    @dbus.service.signal(NAME, signature="us")
    def ActionInvoked(self, number, key):
        pass

    @dbus.service.signal(NAME, signature="uu")
    def NotificationClosed(self, number, reason):
        pass


class Logind(dbus.service.Object):
    @dbus.service.signal(LOGIND + ".Manager", signature="b")
    def PrepareForSleep(self, begins):
        pass


def obey(words: list[str], service: Service, logind: Logind) -> None:
    match words:
        case ["caps", *capabilities]:
            service.capabilities = dbus.Array(capabilities, signature="s")
        case ["fail", state]:
            service.fails = state == "on"
        case ["pause", interface, name, state]:
            service.properties[interface, name] = dbus.Boolean(state == "on")
        case ["action", number, key]:
            service.ActionInvoked(dbus.UInt32(int(number)), key)
        case ["close", number, reason]:
            service.NotificationClosed(dbus.UInt32(int(number)), dbus.UInt32(int(reason)))
        case ["sleep", state]:
            logind.PrepareForSleep(state == "1")
        case _:
            sys.exit(f"unknown command {words}")
    say("done")


def main() -> None:
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    bus = dbus.SessionBus()
    service = Service(bus)
    logind = Logind(bus, "/org/freedesktop/login1")
    names = [dbus.service.BusName(name, bus, do_not_queue=True) for name in (NAME, LOGIND)]
    loop = GLib.MainLoop()

    def read(source, condition) -> bool:
        line = source.readline()
        if not line:
            loop.quit()
            return False
        obey(line.split(), service, logind)
        return True

    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, read)
    assert len(names) == 2
    say("ready")
    loop.run()


if __name__ == "__main__":
    main()
