#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the four alarm sounds beside this file: 44.1 kHz, mono, 16 bit.

They follow the custom of medical alarms: the worse it is, the more, the faster and the higher the pulses, so that a stage is known by its
rhythm alone. Every pulse is a tone with four overtones (easier to locate than a pure one) that swells and fades instead of clicking.
Usage: make_sounds.py"""

import math
import wave
from array import array
from pathlib import Path

RATE = 44_100
PEAK = 29_000  # of 32,767: louder players need not clip
OVERTONES = (1.0, 0.5, 0.35, 0.2, 0.1)
LEAD = 0.02  # silence before and after, for players that cut

# name: pulses of (pitch in Hz, length in s, pause after it in s), swell and fade in s
SOUNDS = {
    "notice": ([(392.0, 0.22, 0.10), (523.3, 0.30, 0.0)], 0.05),
    "call": ([(523.3, 0.18, 0.10), (659.3, 0.18, 0.10), (784.0, 0.26, 0.0)], 0.03),
    "critical": ([(659.3, 0.12, 0.06), (659.3, 0.12, 0.06), (880.0, 0.12, 0.16), (880.0, 0.12, 0.06), (1046.5, 0.20, 0.0)], 0.02),
    "liquidation": ([(880.0, 0.07, 0.035), (880.0, 0.07, 0.035), (880.0, 0.07, 0.07), (1174.7, 0.07, 0.035), (1174.7, 0.07, 0.12)] * 2, 0.015),
}


def pulse(pitch: float, length: float, ramp: float) -> list[float]:
    count = round(length * RATE)
    edge = round(ramp * RATE)
    samples = []
    for i in range(count):
        tone = sum(loud * math.sin(2 * math.pi * pitch * (n + 1) * i / RATE) for n, loud in enumerate(OVERTONES))
        gain = min(1.0, i / edge, (count - 1 - i) / edge)
        samples.append(tone * (0.5 - 0.5 * math.cos(math.pi * gain)))
    return samples


def silence(length: float) -> list[float]:
    return [0.0] * round(length * RATE)


def sound(pulses: list[tuple[float, float, float]], ramp: float) -> array:
    samples = silence(LEAD)
    for pitch, length, pause in pulses:
        samples += pulse(pitch, length, ramp) + silence(pause)
    samples += silence(LEAD)
    loudest = max(abs(value) for value in samples)
    return array("h", (round(value / loudest * PEAK) for value in samples))


def main() -> None:
    for name, (pulses, ramp) in SOUNDS.items():
        with wave.open(str(Path(__file__).with_name(f"{name}.wav")), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(sound(pulses, ramp).tobytes())


if __name__ == "__main__":
    main()
