package ro.clickphone.pbx.notify;

import java.time.Instant;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * A line of the outbox.
 *
 * @param account empty when it is to the operator
 * @param problem why it is not sent yet, as the mail server said it; empty when nothing went wrong
 */
public record PostedMail(
        long id,
        Optional<AccountId> account,
        String kind,
        String to,
        String subject,
        Secrecy secrecy,
        MailState state,
        int attempts,
        Instant createdAt,
        Optional<Instant> sentAt,
        String problem) {}
