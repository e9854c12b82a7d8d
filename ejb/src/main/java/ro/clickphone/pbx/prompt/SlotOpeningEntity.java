package ro.clickphone.pbx.prompt;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ro.clickphone.pbx.kernel.InstantAsUtc;

/** A slot that is being filled. */
@Entity
@Table(name = "prompt_opening")
@IdClass(PromptSlotEntity.Key.class)
class SlotOpeningEntity {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    private String slot;

    private String owner;

    @Column(name = "opened_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant openedAt;

    @Column(name = "expires_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant expiresAt;

    private String sha256;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant madeAt;

    protected SlotOpeningEntity() {}

    /** Anew for this owner; what another one left is forgotten. */
    void begin(String wanted, Instant now) {
        if (!wanted.equals(owner) || !openAt(now)) {
            owner = wanted;
            openedAt = now;
            sha256 = null;
            origin = null;
            madeBy = null;
            madeAt = null;
        }
        prolong(now);
    }

    void prolong(Instant now) {
        expiresAt = now.plus(SlotOpening.LASTS);
    }

    void made(String hash, Origin how, String by, Instant now) {
        sha256 = hash;
        origin = how;
        madeBy = by;
        madeAt = now;
        prolong(now);
    }

    boolean openAt(Instant moment) {
        return moment.isBefore(expiresAt);
    }

    String owner() {
        return owner;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Optional<String> recording() {
        return Optional.ofNullable(sha256);
    }

    PromptSlot slot() {
        return new PromptSlot(slot);
    }

    /** @param length of what was made; without meaning when nothing was */
    SlotOpening opening(Duration length) {
        return new SlotOpening(
                slot(),
                owner,
                openedAt,
                expiresAt,
                recording().map(hash -> new MessageDraft(hash, length, origin, madeBy, madeAt)));
    }
}
