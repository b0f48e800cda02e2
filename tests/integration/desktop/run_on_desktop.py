#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program on a desktop of its own: Xvfb, the window manager openbox and the tray trayer, without a session bus.

Usage: run_on_desktop.py PROGRAM [ARGUMENTS]. Exit code of the program; 77 with a message where a part of that desktop is not installed."""
import os
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
NEEDED = ("Xvfb", "openbox", "trayer")
LIMIT_S = 110


def start(command, environment, **more):
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)


def start_display(environment):
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    server = start(command, environment, pass_fds=[write_end])
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        number = answer.readline().strip()
    return server, f":{number}"


def end(processes):
    for process in reversed(processes):
        process.terminate()
    for process in reversed(processes):
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def main():
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        print(f"skipped: not installed here: {', '.join(missing)}")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, HOME=folder, XDG_CONFIG_HOME=folder, XDG_CACHE_HOME=folder)
        environment.update(QT_QPA_PLATFORM="xcb", QT_QUICK_BACKEND="software", DBUS_SESSION_BUS_ADDRESS="disabled:")
        environment.pop("WAYLAND_DISPLAY", None)
        processes = []
        try:
            server, display = start_display(environment)
            processes.append(server)
            if display == ":":
                print("the display could not be started")
                return 1
            environment["DISPLAY"] = display
            processes.append(start(["openbox"], environment))
            tray = start(["trayer", "--edge", "top", "--align", "right", "--height", "32", "--widthtype", "request"], environment)
            processes.append(tray)
            environment["PLIMSOLL_TEST_TRAY_PID"] = str(tray.pid)
            return subprocess.run(sys.argv[1:], env=environment, timeout=LIMIT_S, check=False).returncode
        finally:
            end(processes)


if __name__ == "__main__":
    sys.exit(main())
