package ro.clickphone.rar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.BindingChange;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Transport;

/** What a phone's REGISTERs lead to. */
final class Bindings {
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private Bindings() {}

    static BindingChange stored(int extension) {
        return new BindingChange.Stored(binding(extension, NOW.plusSeconds(600)));
    }

    static BindingChange refreshed(int extension, Instant expiresAt) {
        return new BindingChange.Refreshed(who(extension), "phone", expiresAt);
    }

    static BindingChange removed(int extension) {
        return new BindingChange.Removed(who(extension), "phone", BindingChange.Why.UNREGISTERED);
    }

    static Binding binding(int extension, Instant expiresAt) {
        return new Binding(
                who(extension),
                "phone",
                "sip:53630-" + extension + "@192.0.2.7:5062",
                "192.0.2.7:5062",
                Transport.UDP,
                1000,
                List.of(),
                "registers@192.0.2.7",
                1,
                "Zoiper",
                NOW,
                Duration.ofSeconds(600),
                expiresAt);
    }

    private static SipIdentity who(int extension) {
        return new SipIdentity("53630-" + extension, "pbx.clickphone.ro");
    }
}
