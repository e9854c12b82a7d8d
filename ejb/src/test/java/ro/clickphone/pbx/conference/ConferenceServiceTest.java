package ro.clickphone.pbx.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.world.World;

class ConferenceServiceTest {
    private static final AccountId ACCOUNT = new AccountId(64_700);
    private static final AccountId NEIGHBOUR = new AccountId(64_701);
    private static World world;
    private static ConferenceService conferences;

    @BeforeAll
    static void open() {
        world = World.open();
        world.clock().setLocal("2026-11-26T18:00:00");
        for (AccountId account : new AccountId[] {ACCOUNT, NEIGHBOUR}) {
            world.the(AccountService.class)
                    .create(account, new NewAccount("Flori SRL", ZoneId.of("Europe/Bucharest"), 5));
        }
        conferences = world.the(ConferenceService.class);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void nine_conferences_each_in_the_lowest_free_room_and_its_code_sealed_item_44() {
        Conference first = conferences.create(ACCOUNT, " Luni ", ConferenceService.Door.CODE);
        assertThat(first.number()).isEqualTo("*601");
        assertThat(first.name()).isEqualTo("Luni");
        assertThat(first.code()).matches("[0-9]{6}");
        assertThat(world.number("SELECT COUNT(*) FROM conference WHERE code LIKE '%" + first.code() + "%'"))
                .isZero();
        for (int room = 2; room <= ConferenceService.MOST; room++) {
            conferences.create(ACCOUNT, "Sala " + room, ConferenceService.Door.OPEN);
        }
        assertThatThrownBy(() -> conferences.create(ACCOUNT, "A zecea", ConferenceService.Door.OPEN))
                .isInstanceOf(Refusal.class);
        conferences.delete(ACCOUNT, 4);
        assertThat(conferences
                        .create(ACCOUNT, "Iar patru", ConferenceService.Door.OPEN)
                        .room())
                .isEqualTo(4);
        String second =
                conferences.setDoor(ACCOUNT, 1, ConferenceService.Door.CODE).code();
        assertThat(conferences.list(ACCOUNT).get(0).code()).isEqualTo(second).isNotEqualTo(first.code());
        assertThat(conferences.setDoor(ACCOUNT, 1, ConferenceService.Door.OPEN).isAskingForCode())
                .isFalse();
        assertThat(conferences.list(NEIGHBOUR)).isEmpty();
        assertThatThrownBy(() -> conferences.delete(NEIGHBOUR, 1)).isInstanceOf(NotFound.class);
    }

    @Test
    void conference_without_a_name_is_refused() {
        assertThatThrownBy(() -> conferences.create(NEIGHBOUR, "  ", ConferenceService.Door.OPEN))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> conferences.create(NEIGHBOUR, "x".repeat(65), ConferenceService.Door.OPEN))
                .isInstanceOf(Refusal.class);
    }
}
