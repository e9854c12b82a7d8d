package ro.clickphone.pbx.account;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "portal_session")
class SessionEntity {
    /** Idle for longer it is over; so it is after {@link #LONGEST}, however busy (OWASP ASVS 5.0, 7.3.1 and 7.3.2). */
    static final Duration IDLE = Duration.ofMinutes(30);

    static final Duration LONGEST = Duration.ofHours(12);
    /** Written no more often. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private static final int LONGEST_BROWSER = 200;

    @Id
    @Column(name = "session_sha256")
    private String sha256;

    @Column(name = "user_id")
    private long user;

    @Column(name = "started_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant startedAt;

    @Column(name = "seen_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant seenAt;

    private String address;
    private String browser;

    protected SessionEntity() {}

    SessionEntity(String sha256, long user, String address, String browser, Instant now) {
        String line = browser.replaceAll("\\p{Cntrl}", "?");
        this.sha256 = sha256;
        this.user = user;
        this.startedAt = now;
        this.seenAt = now;
        this.address = address;
        this.browser = line.length() <= LONGEST_BROWSER ? line : line.substring(0, LONGEST_BROWSER);
    }

    boolean isAlive(Instant now) {
        return now.isBefore(seenAt.plus(IDLE)) && now.isBefore(startedAt.plus(LONGEST));
    }

    boolean wantsWriting(Instant now) {
        return now.isAfter(seenAt.plus(PRECISION));
    }

    void seen(Instant now) {
        seenAt = now;
    }

    long user() {
        return user;
    }

    PortalSession asSession() {
        return new PortalSession(sha256, startedAt, seenAt, address, browser);
    }
}
