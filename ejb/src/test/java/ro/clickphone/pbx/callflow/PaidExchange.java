package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.demo.DemoRates;
import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.pbx.number.NewTrunk;
import ro.clickphone.pbx.number.NumberService;
import ro.clickphone.pbx.world.World;

/**
 * An exchange with a carrier and a price list, on the day on which the manual's customer begins: one for a class's tests, each
 * of which starts in the morning and leaves a ledger that is right.
 */
final class PaidExchange implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    /** 0.0450 a minute, by the second. */
    static final String MOBILE = "+40723456789";

    private static final AtomicLong ACCOUNTS = new AtomicLong(94_000);

    World world;
    EngineEvents events;
    TrunkId trunk;

    @Override
    public void beforeAll(ExtensionContext tests) {
        world = World.open();
        morning();
        world.the(DemoRates.class).create();
        events = world.the(EngineEvents.class);
        trunk = world.the(NumberService.class)
                .addTrunk(NewTrunk.to(
                        "T",
                        NewTrunk.Peer.of("127.0.0.1", 5070, Transport.UDP),
                        List.of("127.0.0.1"),
                        TrunkConfig.NumberFormat.E164_PLUS))
                .id();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        morning();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        assertThat(the(LedgerCheck.class).run()).isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        world.close();
    }

    <T> T the(Class<T> service) {
        return world.the(service);
    }

    private void morning() {
        world.clock().setLocal("2015-10-05T10:00:00");
    }

    /** Somebody new, with so many extensions from 100 on, and no credit. */
    PayingCustomer customer(int extensions) {
        return new PayingCustomer(this, ACCOUNTS.incrementAndGet(), extensions);
    }
}
