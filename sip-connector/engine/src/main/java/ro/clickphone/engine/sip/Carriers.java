package ro.clickphone.engine.sip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.engine.api.TrunkProbe;
import ro.clickphone.engine.api.TrunkState;

/** All that we do at the carriers without a call: their machines watched, our registrations kept. */
final class Carriers implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Carriers.class.getName());

    private final ScheduledExecutorService names = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "clickphone-carrier-names");
        thread.setDaemon(true);
        return thread;
    });
    private final Trunks trunks;
    private final TrunkUse use;
    private final TrunkRegistration.Room room;
    private final Map<TrunkId, TrunkRegistration> registrations = new ConcurrentHashMap<>();

    @SuppressWarnings("FutureReturnValueIgnored") // what goes wrong is told where it does
    Carriers(Trunks trunks, TrunkUse use, TrunkRegistration.Room room) {
        this.trunks = trunks;
        this.use = use;
        this.room = room;
        names.scheduleWithFixedDelay(this::lookNamesUpAgain, 60, 60, TimeUnit.SECONDS);
    }

    /** The list is new: what is not in it any more, or is not the same, ends. */
    void load(List<TrunkConfig> configured) {
        trunks.load(configured);
        begin();
    }

    /** Once the ports are open. */
    synchronized void begin() {
        registrations.values().removeIf(registration -> {
            boolean goes = trunks.byId(registration.trunk().config().id())
                    .filter(registration.trunk()::equals)
                    .isEmpty();
            if (goes) {
                registration.end();
            }
            return goes;
        });
        look();
        trunks.all().forEach(this::register);
    }

    private void register(Trunks.Trunk trunk) {
        trunk.config()
                .login()
                .filter(login -> login.registration() == TrunkConfig.Registration.REGISTERS)
                .filter(login -> !registrations.containsKey(trunk.config().id()))
                .ifPresent(login -> {
                    TrunkRegistration registration = new TrunkRegistration(trunk, login, room);
                    registrations.put(trunk.config().id(), registration);
                    registration.begin();
                });
    }

    /** On a thread that may wait for name servers. */
    private void lookNamesUpAgain() {
        try {
            if (trunks.lookNamesUpAgain()) {
                begin();
            }
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "The carriers' names were not looked up", fault);
        }
    }

    void look() {
        room.watch().look(trunks.all());
    }

    /** By hand; waits as long as the watch does. */
    List<TrunkProbe> probe(TrunkId trunk) {
        List<CompletableFuture<TrunkProbe>> asked =
                trunks.byId(trunk).map(Trunks.Trunk::peers).orElse(List.of()).stream()
                        .map(room.watch()::probe)
                        .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    List<TrunkState> states() {
        return trunks.all().stream()
                .map(trunk -> new TrunkState(
                        trunk.config().id(),
                        trunk.config().name(),
                        room.watch().statesOf(trunk),
                        Optional.ofNullable(registrations.get(trunk.config().id()))
                                .map(TrunkRegistration::state),
                        use.of(trunk.config().id()),
                        trunk.config().channels()))
                .toList();
    }

    @Override
    public void close() {
        names.shutdownNow();
        registrations.values().forEach(TrunkRegistration::end);
        registrations.clear();
    }
}
