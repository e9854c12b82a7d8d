package ro.clickphone.engine.call;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.media.Media;

/**
 * What every call works with.
 *
 * @param lamps shows a leg's news to colleagues; returns at once
 * @param ended returns at once
 * @param calls all calls in progress, for what concerns two of them
 */
public record CallServices(
        Media media,
        Outside outside,
        Decider decider,
        Tells tells,
        Consumer<LegSight> lamps,
        Consumer<CallRecord> ended,
        Wheel wheel,
        Clock clock,
        Path recordings,
        Duration askDeadline,
        Calls calls) {}
