package ro.clickphone.engine.media;

import ro.clickphone.engine.rtp.MediaLoop;

/** Whether something is called at its loop's ticks: only while there is something to do. */
final class Ticks {
    private final MediaLoop.Ticked task;
    private boolean running;

    Ticks(MediaLoop.Ticked task) {
        this.task = task;
    }

    void begin(MediaLoop loop) {
        if (!running) {
            running = true;
            loop.everyTick(task);
        }
    }

    void end(MediaLoop loop) {
        if (running) {
            running = false;
            loop.noTick(task);
        }
    }
}
