package ro.clickphone.pbx.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that the test sets. */
public final class TestClock extends Clock {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private volatile Instant now = Instant.parse("2015-10-01T08:00:00Z");

    public void set(Instant moment) {
        now = moment;
    }

    /** {@code setLocal("2015-10-05T11:33:20")}, as a clock in Bucharest shows it. */
    public void setLocal(String moment) {
        now = LocalDateTime.parse(moment).atZone(BUCHAREST).toInstant();
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
