package ro.clickphone.portal.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import ro.clickphone.pbx.fraud.Network;

/**
 * How many wrong passwords one network address (of IPv6 one household's /64) may try: {@value #TRIES} in {@link #WINDOW}. The account's own lock
 * (AccountService) guards a single user against many addresses; this guards many users against a single address.
 */
@ApplicationScoped
public class SignInThrottle {
    static final int TRIES = 20;
    static final Duration WINDOW = Duration.ofMinutes(10);
    /** Addresses remembered; the one longest silent is forgotten first. */
    static final int MOST_ADDRESSES = 10_000;

    @Inject
    private Clock clock;

    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    protected SignInThrottle() {}

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    public synchronized boolean mayTry(String address) {
        Deque<Instant> known = failures.get(household(address));
        if (known == null) {
            return true;
        }
        Instant since = clock.instant().minus(WINDOW);
        while (!known.isEmpty() && !known.peekFirst().isAfter(since)) {
            known.removeFirst();
        }
        if (known.isEmpty()) {
            failures.remove(household(address));
        }
        return known.size() < TRIES;
    }

    public synchronized void failed(String address) {
        Deque<Instant> known = failures.computeIfAbsent(household(address), same -> new ArrayDeque<>());
        if (known.size() < TRIES) {
            known.addLast(clock.instant());
        }
    }

    /** With IPv6 each customer of a provider has 2^64 addresses, and may come from another one each time. */
    private static String household(String address) {
        boolean isOfIpv6 = address.indexOf(':') >= 0;
        return isOfIpv6 ? Network.around(address).map(Network::text).orElse(address) : address;
    }
}
