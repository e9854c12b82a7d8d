package ro.clickphone.pbx.access;

/**
 * On whose behalf this thread works. Whatever comes by HTTP is somebody or a stranger from the first filter on; a thread
 * of which nobody said anything is the exchange's own: a call, a job, the start.
 */
public final class Acting {
    private static final Actor EXCHANGE = new Actor.Exchange();
    private static final ThreadLocal<Actor> ACTOR = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> INSIDE = new ThreadLocal<>();

    private Acting() {}

    public static Actor now() {
        Actor actor = ACTOR.get();
        return actor == null ? EXCHANGE : actor;
    }

    /** From here to the end of the returned scope it is this actor. */
    public static Scope as(Actor actor) {
        Scope scope = new Scope(ACTOR.get(), INSIDE.get());
        ACTOR.set(actor);
        INSIDE.remove();
        return scope;
    }

    /** Whether a guarded service has let this request in already. */
    static boolean isInside() {
        return Boolean.TRUE.equals(INSIDE.get());
    }

    static Scope inside() {
        Scope scope = new Scope(ACTOR.get(), INSIDE.get());
        INSIDE.set(Boolean.TRUE);
        return scope;
    }

    /** Ends what {@link #as} began. */
    public static final class Scope implements AutoCloseable {
        private final Actor before;
        private final Boolean wasInside;

        private Scope(Actor before, Boolean wasInside) {
            this.before = before;
            this.wasInside = wasInside;
        }

        @Override
        public void close() {
            restore(ACTOR, before);
            restore(INSIDE, wasInside);
        }

        private static <T> void restore(ThreadLocal<T> local, T value) {
            if (value == null) {
                local.remove();
            } else {
                local.set(value);
            }
        }
    }
}
