package ro.clickphone.pbx.prompt;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A slot that somebody is filling: {@code **500} records into it (manual, items 81 and 82).
 *
 * @param owner who opened it, and alone may decide on what was made
 * @param expiresAt from then on it is as if it had never been opened
 * @param draft the last that was made; the live message is another until the owner says so
 */
public record SlotOpening(
        PromptSlot slot, String owner, Instant openedAt, Instant expiresAt, Optional<MessageDraft> draft)
        implements Serializable {
    /** Each thing that happens to it lets it live on for so long. */
    public static final Duration LASTS = Duration.ofMinutes(15);

    public SlotOpening {
        Objects.requireNonNull(slot, "slot");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(draft, "draft");
    }

    public boolean openAt(Instant moment) {
        return moment.isBefore(expiresAt);
    }

    public Duration leftAt(Instant moment) {
        return openAt(moment) ? Duration.between(moment, expiresAt) : Duration.ZERO;
    }
}
