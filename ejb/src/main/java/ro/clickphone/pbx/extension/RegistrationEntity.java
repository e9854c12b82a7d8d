package ro.clickphone.pbx.extension;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "registration")
class RegistrationEntity {
    private static final int LONGEST_USER_AGENT = 200;

    @EmbeddedId
    private RegistrationKey key;

    @Column(name = "binding_key")
    private String bindingKey;

    private String domain;
    private String contact;
    private String received;

    @Enumerated(EnumType.STRING)
    private Transport transport;

    private int q;

    /** URIs one after another, a space between them: a URI has none. */
    private String path;

    @Column(name = "sip_call_id")
    private String sipCallId;

    private long cseq;

    @Column(name = "user_agent")
    private String userAgent;

    @Column(name = "registered_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant registeredAt;

    @Column(name = "lifetime_seconds")
    private long lifetimeSeconds;

    /** Of the last change; refreshes since then are not written. */
    @Column(name = "expires_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant expiresAt;

    protected RegistrationEntity() {}

    RegistrationEntity(RegistrationKey key) {
        this.key = key;
    }

    void store(Binding binding) {
        this.bindingKey = binding.key();
        this.domain = binding.who().domain();
        this.contact = binding.contact();
        this.received = binding.received();
        this.transport = binding.transport();
        this.q = binding.q();
        this.path = String.join(" ", binding.path());
        this.sipCallId = binding.sipCallId();
        this.cseq = binding.cseq();
        String agent = binding.userAgent();
        this.userAgent = agent.substring(0, Math.min(agent.length(), LONGEST_USER_AGENT));
        this.registeredAt = binding.registeredAt();
        this.lifetimeSeconds = binding.lifetime().toSeconds();
        this.expiresAt = binding.expiresAt();
    }

    /** It may have been refreshed as late as at that moment. */
    void aliveAt(Instant lastRefresh) {
        Instant end = lastRefresh.plusSeconds(lifetimeSeconds);
        if (end.isAfter(expiresAt)) {
            this.expiresAt = end;
        }
    }

    boolean isOver(Instant now) {
        return !expiresAt.isAfter(now);
    }

    Registration asRegistration() {
        SipUser user = key.user();
        return new Registration(
                user.account(),
                user.extension(),
                new Binding(
                        user.at(domain),
                        bindingKey,
                        contact,
                        received,
                        transport,
                        q,
                        path.isEmpty() ? List.of() : List.of(path.split(" ")),
                        sipCallId,
                        cseq,
                        userAgent,
                        registeredAt,
                        Duration.ofSeconds(lifetimeSeconds),
                        expiresAt));
    }
}
