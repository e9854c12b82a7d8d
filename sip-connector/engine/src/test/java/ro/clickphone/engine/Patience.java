package ro.clickphone.engine;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** How long a test waits for what must come: longer than a busy machine takes, since waiting costs only one that fails. */
public final class Patience implements BeforeAllCallback {
    static final Duration USUAL = Duration.ofSeconds(30);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(USUAL);
    }
}
