package ro.clickphone.system;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A server that is started for the first test that needs it and ended with the JVM: where tests run in several JVMs, each
 * class comes to JUnit by itself, and JUnit's own root store would end the server after each.
 */
public final class OncePerJvm<T extends AutoCloseable> {
    private final Supplier<T> start;
    private T running;

    public OncePerJvm(Supplier<T> start) {
        this.start = start;
    }

    public synchronized T get() {
        if (running == null) {
            T started = start.get();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started), "end of the server under test"));
            running = started;
        }
        return running;
    }

    public synchronized Optional<T> running() {
        return Optional.ofNullable(running);
    }

    private void end(T server) {
        try {
            server.close();
        } catch (Exception e) {
            System.err.println("The server under test did not end: " + e);
        }
    }
}
