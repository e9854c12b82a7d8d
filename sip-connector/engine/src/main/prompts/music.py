"""Composes the music on hold: our own, so nobody's rights are touched; its tails run over the end into the beginning, so
that it repeats without a seam. Soft, slow, and between 200 and 3,000 Hz, which is what a telephone carries well."""
import array
import math
import random
import sys
import wave

RATE = 16000


def hertz(note):
    return 440 * 2 ** ((note - 69) / 12)


class Loop:
    def __init__(self, seconds):
        self.samples = [0.0] * int(seconds * RATE)

    def add(self, at, seconds, tone):
        start = int(at * RATE)
        size = len(self.samples)
        for i in range(int(seconds * RATE)):
            self.samples[(start + i) % size] += tone(i / RATE)

    def room(self, echoes):
        dry = list(self.samples)
        size = len(dry)
        for seconds, gain in echoes:
            late = int(seconds * RATE)
            for i in range(size):
                self.samples[(i + late) % size] += gain * dry[i]

    def write(self, path):
        loudest = max(abs(s) for s in self.samples)
        scale = 0.5 * 32767 / loudest
        with wave.open(path, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(array.array("h", [int(s * scale) for s in self.samples]).tobytes())


def piano(frequency, loud):
    """Struck, bright at first, then round."""
    w = 2 * math.pi * frequency

    def tone(t):
        body = math.sin(w * t + 0.9 * math.exp(-5 * t) * math.sin(2 * w * t))
        shine = 0.25 * math.exp(-7 * t) * math.sin(4 * w * t)
        return loud * min(1, t / 0.006) * math.exp(-2.2 * t) * (body + shine)

    return tone


def pad(frequency, loud, seconds):
    """Comes and goes slowly, two voices a little apart."""
    one, other = 2 * math.pi * frequency * 0.998, 2 * math.pi * frequency * 1.002

    def tone(t):
        swell = math.sin(math.pi * t / seconds) ** 2
        return loud * swell * (math.sin(one * t) + math.sin(other * t) + 0.3 * math.sin(2 * one * t))

    return tone


def compose(path, chords, scale, beat, seed):
    chance = random.Random(seed)
    bar = 4 * beat
    loop = Loop(bar * len(chords))
    melody = scale[len(scale) // 2]
    for index, chord in enumerate(chords):
        start = index * bar
        for note in chord:
            loop.add(start - bar / 4, 1.5 * bar, pad(hertz(note), 0.07, 1.5 * bar))
        for step, pick in enumerate((0, 2, 1, 3, 2, 1, 3, 2)):
            loop.add(start + step * beat / 2, 2.0, piano(hertz(chord[pick] + 12), 0.22 if step else 0.3))
        for step in range(0, 8, 2):
            if chance.random() < (0.75 if step % 4 == 0 else 0.45):
                near = [n for n in scale if abs(n - melody) <= 4 and n % 12 in {c % 12 for c in chord} | {melody % 12}]
                melody = chance.choice(near or scale)
                loop.add(start + step * beat / 2, 2.4, piano(hertz(melody), 0.36))
    loop.room([(0.11, 0.22), (0.19, 0.16), (0.31, 0.11), (0.47, 0.07)])
    loop.write(path)


C, AM, F, G, EM, DM = (48, 55, 60, 64), (45, 52, 60, 64), (53, 57, 60, 64), (43, 55, 59, 62), (52, 55, 59, 64), (50, 57, 60, 65)
PENTATONIC = [67, 69, 72, 74, 76, 79, 81, 84]

folder = sys.argv[1]
compose(folder + "/default.wav", [C, AM, F, G, C, EM, F, G, AM, EM, F, C, DM, G, C, G], PENTATONIC, 0.68, 7)
compose(folder + "/calm.wav", [AM, F, C, G, AM, DM, EM, AM], [n - 3 for n in PENTATONIC], 0.9, 21)
