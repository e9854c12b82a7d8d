package ro.clickphone.system.server;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts the server for a class whose tests run inside it. The class is run a second time there, with this beside it: then
 * it has nothing to do, and knows nothing that the server lacks.
 */
public final class ServerBesideTheTest implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        boolean insideTheServer = System.getProperty("pbx.scratch") == null;
        if (!insideTheServer) {
            PayaraServer.domain();
        }
    }
}
