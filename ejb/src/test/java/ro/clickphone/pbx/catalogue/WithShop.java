package ro.clickphone.pbx.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.pbx.world.World;

/** A customer on the day of the manual's first purchase, and months that nobody has charged; the books are proved after each test. */
abstract class WithShop {
    static World world;

    Shop customer;
    MonthlyRun run;

    @BeforeAll
    static void open() {
        world = World.open();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void customer() {
        at("2015-10-05T11:30:00");
        world.asked(db -> db.createNativeQuery("DELETE FROM monthly_run").executeUpdate());
        customer = new Shop(world);
        run = world.the(MonthlyRun.class);
    }

    @AfterEach
    void the_proof_holds() {
        assertThat(world.the(LedgerCheck.class).run()).isEmpty();
    }

    static void at(String moment) {
        world.clock().setLocal(moment);
    }
}
