package ro.clickphone.pbx.payment;

import static org.assertj.core.api.Assertions.assertThat;

import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.pbx.world.World;

/** What holds after whatever a test has done. */
final class Books {
    private Books() {}

    /** The ledger proves itself, and no number of an invoice was left out. */
    static void areWhole(World world) {
        assertThat(world.the(LedgerCheck.class).run()).isEmpty();
        assertThat(world.number("SELECT MAX(invoice_number) - COUNT(*) FROM invoice"))
                .as("numbers left out")
                .isZero();
    }
}
