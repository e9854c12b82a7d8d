package ro.clickphone.pbx.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.world.World;

/** A trunk that takes the calls of another one. */
class TrunkReserveRulesTest {
    private static World world;
    private static NumberService numbers;

    @BeforeAll
    static void open() {
        world = World.open();
        numbers = world.the(NumberService.class);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static NewTrunk order(String name, String source, Optional<TrunkId> reserve) {
        return new NewTrunk(
                name,
                List.of(NewTrunk.Peer.of("127.0.0.1", 5070, Transport.UDP)),
                List.of(source),
                TrunkConfig.NumberFormat.E164_PLUS,
                Optional.empty(),
                List.of(),
                0,
                TrunkConfig.CallerRules.USUAL,
                TrunkConfig.Watch.BY_CALLS,
                reserve);
    }

    @Test
    void two_trunks_relieve_each_other_and_neither_can_be_removed_meanwhile() {
        TrunkId one =
                numbers.addTrunk(order("One", "192.0.2.1", Optional.empty())).id();
        TrunkId two =
                numbers.addTrunk(order("Two", "192.0.2.2", Optional.of(one))).id();
        numbers.changeTrunk(one, order("One", "192.0.2.1", Optional.of(two)));
        assertThat(numbers.trunk(one).reserve()).contains(two);
        assertThat(numbers.trunk(two).reserve()).contains(one);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> numbers.removeTrunk(one));
        assertThat(refusal.code()).isEqualTo("trunk.relieves");
        assertThat(refusal.arguments()).isEqualTo(List.of("Two"));
        numbers.changeTrunk(two, order("Two", "192.0.2.2", Optional.empty()));
        numbers.removeTrunk(one);
        assertThat(numbers.trunks())
                .extracting(TrunkConfig::name)
                .contains("Two")
                .doesNotContain("One");
    }

    @Test
    void trunk_relieves_neither_itself_nor_is_relieved_by_one_that_is_not_there() {
        TrunkId one =
                numbers.addTrunk(order("Own", "192.0.2.3", Optional.empty())).id();
        for (TrunkId impossible : List.of(one, new TrunkId(987_654))) {
            Refusal refusal = catchThrowableOfType(
                    Refusal.class, () -> numbers.changeTrunk(one, order("Own", "192.0.2.3", Optional.of(impossible))));
            assertThat(refusal.code()).isEqualTo("trunk.reserve");
            assertThat(refusal.field()).isEqualTo("reserve");
        }
        numbers.removeTrunk(one);
    }
}
