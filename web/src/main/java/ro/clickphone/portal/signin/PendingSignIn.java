package ro.clickphone.portal.signin;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Between the right password and the code: whose it was, for five minutes. */
@SessionScoped
public class PendingSignIn implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Duration VALID = Duration.ofMinutes(5);

    private String email;
    private Instant until;

    void begin(String who, Instant now) {
        email = who;
        until = now.plus(VALID);
    }

    Optional<String> email(Instant now) {
        return Optional.ofNullable(email).filter(known -> now.isBefore(until));
    }

    void end() {
        email = null;
    }
}
