package ro.clickphone.pbx.live;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What an extension is doing.
 *
 * @param devices where it is registered, the last registered first; empty when offline
 */
public record Presence(State state, List<Device> devices) {
    public static final Presence OFFLINE = new Presence(State.OFFLINE, List.of());

    public Presence {
        Objects.requireNonNull(state, "state");
        devices = List.copyOf(devices);
    }

    public boolean online() {
        return !devices.isEmpty();
    }

    /** The busiest of what its legs do. A registered extension without a leg is {@link #ONLINE}. */
    public enum State {
        OFFLINE,
        ONLINE,
        RINGING,
        TALKING
    }

    /** @param address where the device's packets come from, {@code address:port} */
    public record Device(String userAgent, String address, Instant registeredAt, Instant expiresAt) {}
}
