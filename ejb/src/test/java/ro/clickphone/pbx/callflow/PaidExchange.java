package ro.clickphone.pbx.callflow;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.demo.DemoRates;
import ro.clickphone.pbx.number.NewTrunk;
import ro.clickphone.pbx.number.NumberService;
import ro.clickphone.pbx.world.World;

/** An exchange with a carrier and a price list, on the day on which the manual's customer begins. */
final class PaidExchange implements AutoCloseable {
    /** 0.0450 a minute, by the second. */
    static final String MOBILE = "+40723456789";

    private static final AtomicLong ACCOUNTS = new AtomicLong(94_000);

    final World world = World.open();
    final EngineEvents events;
    final TrunkId trunk;

    PaidExchange() {
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

    void morning() {
        world.clock().setLocal("2015-10-05T10:00:00");
    }

    /** Somebody new, with so many extensions from 100 on, and no credit. */
    PayingCustomer customer(int extensions) {
        return new PayingCustomer(this, ACCOUNTS.incrementAndGet(), extensions);
    }

    @Override
    public void close() {
        world.close();
    }
}
