package ro.clickphone.engine.api;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One contact joined to an AOR (RFC 3261 10): where a registered device is reached, until when.
 *
 * @param who the AOR
 * @param key what makes the contact unique under its AOR: {@code +sip.instance} and {@code reg-id} where the device
 *     gives them (RFC 5626), its Contact URI otherwise
 * @param contact the Contact URI as the device wrote it
 * @param received where the REGISTER really came from, {@code address:port}; requests go there (NAT)
 * @param q preference from 0 to 1000 (the header's q times 1000)
 * @param path proxies to be passed on the way to the device (RFC 3327), in their order; mostly none
 * @param sipCallId the Call-ID of the REGISTER that made it
 * @param cseq the CSeq of the last REGISTER
 * @param lifetime what each REGISTER of the device is granted: by so much more a refresh moves the expiry
 */
public record Binding(
        SipIdentity who,
        String key,
        String contact,
        String received,
        Transport transport,
        int q,
        List<String> path,
        String sipCallId,
        long cseq,
        String userAgent,
        Instant registeredAt,
        Duration lifetime,
        Instant expiresAt)
        implements Serializable {
    public Binding {
        Objects.requireNonNull(who, "who");
        Checks.notBlank("key", key);
        Checks.notBlank("contact", contact);
        Checks.notBlank("received", received);
        Objects.requireNonNull(transport, "transport");
        Checks.between("q", q, 0, 1000);
        path = List.copyOf(path);
        Checks.notBlank("sipCallId", sipCallId);
        Objects.requireNonNull(userAgent, "userAgent");
        Objects.requireNonNull(registeredAt, "registeredAt");
        Checks.notNegative("lifetime", lifetime);
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** The same one, standing until then. */
    public Binding until(Instant end) {
        return new Binding(
                who,
                key,
                contact,
                received,
                transport,
                q,
                path,
                sipCallId,
                cseq,
                userAgent,
                registeredAt,
                lifetime,
                end);
    }
}
