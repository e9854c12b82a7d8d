package ro.clickphone.engine.media;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A call that notes what its leg's audio tells it. */
final class Ears implements MediaEvents {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Override
    public void digit(char digit) {
        told.add("digit " + digit);
    }

    @Override
    public void played() {
        told.add("played");
    }

    @Override
    public void recorded(Duration length, RecordingEnd end) {
        told.add("recorded " + end);
    }

    String next() throws InterruptedException {
        String event = told.poll(30, TimeUnit.SECONDS);
        return event == null ? "nothing" : event;
    }

    /** What came and was not asked for yet. */
    java.util.List<String> rest() {
        return java.util.List.copyOf(told);
    }
}
