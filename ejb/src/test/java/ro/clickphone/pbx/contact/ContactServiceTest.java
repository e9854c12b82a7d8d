package ro.clickphone.pbx.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.world.World;

class ContactServiceTest {
    private static World world;
    private static long accounts = 63_000;

    private final AccountId account = new AccountId(++accounts);
    private final AccountId neighbour = new AccountId(++accounts);
    private ContactService contacts;

    @BeforeAll
    static void open() {
        world = World.open();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void customers() {
        world.clock().setLocal("2026-11-26T18:00:00");
        List.of(account, neighbour).forEach(id -> world.the(AccountService.class)
                .create(id, new NewAccount("Flori SRL", ZoneId.of("Europe/Bucharest"), 5)));
        contacts = world.the(ContactService.class);
    }

    @Test
    void number_is_known_however_it_is_written_and_only_to_its_owner() {
        contacts.save(account, "021 658 34 56", "Construct SA");
        assertThat(contacts.names(account)).containsEntry(new E164("+40216583456"), "Construct SA");
        contacts.save(account, "+40216583456", "Construct SRL");
        assertThat(contacts.names(account)).containsOnlyKeys(new E164("+40216583456"));
        assertThat(contacts.names(neighbour)).isEmpty();
    }

    @Test
    void part_of_a_name_or_number_finds_it_and_wildcards_find_nothing_else() {
        contacts.save(account, "0216583456", "Construct SA");
        contacts.save(account, "0212105786", "Florescu 100%");
        assertThat(found("struct")).containsExactly("Construct SA");
        assertThat(found("5786")).containsExactly("Florescu 100%");
        assertThat(found("%")).hasSize(2);
        assertThat(found("c_nstruct")).isEmpty();
    }

    @Test
    void file_is_taken_whole_or_not_at_all() {
        assertThat(contacts.importLines(account, "nume;numar\r\nConstruct SA;0216583456\n\nFlorescu,0212105786\n"))
                .isEqualTo(2);
        assertThatThrownBy(() -> world.inTransaction(() -> contacts.importLines(account, "Nou;0723456789\nGreșit;abc")))
                .isInstanceOf(Refusal.class);
        assertThat(found("")).containsExactly("Construct SA", "Florescu");
    }

    @Test
    void quoted_name_with_a_comma_is_one_name() {
        assertThat(contacts.importLines(account, "Nume,Număr\r\n\"Popescu, Ion\",0723456789\r\n"))
                .isEqualTo(1);
        assertThat(found("")).containsExactly("Popescu, Ion");
    }

    @Test
    void cards_of_a_telephone_are_taken_as_far_as_they_can_be_called() {
        String cards = """
                BEGIN:VCARD
                VERSION:3.0
                FN:Construct\\, SA
                item1.TEL;TYPE=WORK,VOICE:021 658 34 56
                TEL;TYPE=CELL:+40 723 456
                  789
                END:VCARD
                begin:vcard
                version:4.0
                N:Florescu;Ana;;;
                TEL;VALUE=uri:tel:+40212105786
                end:vcard
                BEGIN:VCARD
                FN:Fără număr
                TEL:*100#
                END:VCARD
                """;
        assertThat(contacts.importLines(account, cards)).isEqualTo(3);
        assertThat(contacts.names(account))
                .containsEntry(new E164("+40216583456"), "Construct, SA")
                .containsEntry(new E164("+40723456789"), "Construct, SA")
                .containsEntry(new E164("+40212105786"), "Florescu Ana")
                .hasSize(3);
    }

    @Test
    void extension_and_nonsense_are_no_contacts() {
        assertThatThrownBy(() -> contacts.save(account, "101", "Coleg")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> contacts.save(account, "0723456789", "<b>")).isInstanceOf(Refusal.class);
    }

    private List<String> found(String text) {
        return contacts.list(account, text, PageRequest.first(50)).items().stream()
                .map(Contact::name)
                .toList();
    }
}
