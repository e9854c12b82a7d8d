package ro.clickphone.pbx.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Actor;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.account.SignedIn;
import ro.clickphone.pbx.account.Users;
import ro.clickphone.pbx.catalogue.CatalogueService;
import ro.clickphone.pbx.catalogue.EntitlementService;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.NewTrunk;
import ro.clickphone.pbx.number.NumberService;
import ro.clickphone.pbx.world.World;

class SignUpTest {
    private static final String PASSWORD = "cinci cai galbeni 7";
    private static World world;
    private static TrunkId trunk;
    private static int strangers;
    private SignUp signUp;
    private String email;

    @BeforeAll
    static void open() {
        world = World.open();
        world.clock().setLocal("2015-10-05T10:00:00");
        trunk = world.the(NumberService.class)
                .addTrunk(NewTrunk.to(
                        "T",
                        NewTrunk.Peer.of("127.0.0.1", 5070, Transport.UDP),
                        List.of("127.0.0.1"),
                        TrunkConfig.NumberFormat.E164_PLUS))
                .id();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void nobodyWaits() {
        world.asked(db -> db.createNativeQuery("DELETE FROM sign_up").executeUpdate());
        world.asked(db -> db.createNativeQuery("DELETE FROM sign_up_source").executeUpdate());
    }

    @BeforeEach
    void stranger() {
        signUp = world.the(SignUp.class);
        email = "nou" + ++strangers + "@firma.example";
    }

    @Test
    void whoever_opens_the_link_has_an_account_a_base_phone_and_a_number_of_the_pool() {
        stock("+40310050571");
        signUp.order(order());
        assertThat(world.the(Users.class).signedIn(email)).isEmpty();
        assertThat(stocked()).isEqualTo(1);

        SignUp.Welcome welcome = signUp.confirm(token(), PASSWORD);

        assertThat(welcome.number()).contains(new E164("+40310050571"));
        assertThat(stocked()).isZero();
        assertThat(world.the(NumberService.class).list(welcome.account())).hasSize(1);
        assertThat(world.the(ExtensionService.class).list(welcome.account())).hasSize(1);
        assertThat(world.the(EntitlementService.class).of(welcome.account()).inbound())
                .isEqualTo(1);
        SignedIn owner = world.the(Users.class).signedIn(email).orElseThrow();
        assertThat(owner.account()).contains(welcome.account());
        assertThat(owner.role()).isEqualTo(Role.OWNER);
    }

    @Test
    void a_link_opens_once_and_for_a_day() {
        signUp.order(order());
        String token = token();
        signUp.confirm(token, PASSWORD);
        assertThatThrownBy(() -> signUp.confirm(token, PASSWORD)).hasMessageContaining("link.void");

        email = "alt" + email;
        signUp.order(order());
        String late = token();
        world.clock().advance(Duration.ofHours(24));
        assertThatThrownBy(() -> signUp.confirm(late, PASSWORD)).hasMessageContaining("link.void");
        assertThatThrownBy(() -> signUp.confirm("", PASSWORD)).hasMessageContaining("link.void");
    }

    @Test
    void a_weak_password_makes_nothing_and_the_link_stays() {
        stock("+40310050572");
        signUp.order(order());
        String token = token();

        assertThatThrownBy(() -> signUp.confirm(token, "parola")).isInstanceOf(Refusal.class);

        assertThat(stocked()).isEqualTo(1);
        assertThat(signUp.confirm(token, PASSWORD).number()).isPresent();
    }

    @Test
    void without_a_free_number_the_account_is_made_all_the_same() {
        assertThat(stocked()).isZero();
        signUp.order(order());
        assertThat(signUp.confirm(token(), PASSWORD).number()).isEmpty();
    }

    @Test
    void an_address_that_is_known_is_told_to_its_owner_alone() {
        signUp.order(order());
        signUp.confirm(token(), PASSWORD);

        signUp.order(order());

        assertThat(mails("signup.confirm")).isEqualTo(1);
        assertThat(mails("account.reset")).isEqualTo(1);
    }

    @Test
    void asked_twice_the_newer_link_counts() {
        signUp.order(order());
        String first = token();
        signUp.order(order());
        assertThatThrownBy(() -> signUp.confirm(first, PASSWORD)).hasMessageContaining("link.void");
    }

    @Test
    void what_is_no_company_no_name_and_no_address_is_refused() {
        for (String nothing : List.of("", "  ", "x".repeat(300), "a\nb")) {
            assertThatThrownBy(() -> new NewCustomer(nothing, "Om", email, "ro"))
                    .hasMessageContaining("account.name");
            assertThatThrownBy(() -> new NewCustomer("Firma", nothing, email, "ro"))
                    .hasMessageContaining("user.name");
            assertThatThrownBy(() -> new NewCustomer("Firma", "Om", nothing, "ro"))
                    .hasMessageContaining("user.email");
        }
    }

    @Test
    void strangers_do_not_fill_the_table() {
        world.asked(db -> db.createNativeQuery("INSERT INTO sign_up SELECT SHA2(seq, 256), CONCAT(seq, '@x.example'),"
                        + " 'x', 'x', 'ro', '2030-01-01' FROM seq_1_to_1000")
                .executeUpdate());
        assertThatThrownBy(() -> signUp.order(order())).hasMessageContaining("signup.busy");
        world.asked(db -> db.createNativeQuery("DELETE FROM sign_up").executeUpdate());
    }

    @Test
    void a_network_has_five_mails_an_hour_sent_and_others_are_not_hindered() {
        for (int order = 1; order <= 5; order++) {
            orderFrom("203.0.113." + order);
        }
        assertThatThrownBy(() -> orderFrom("203.0.113.77"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("signup.source"));
        assertThat(mails("signup.confirm")).as("of the refused one").isZero();

        orderFrom("203.0.114.1");
        world.clock().advance(Duration.ofHours(1));
        orderFrom("203.0.113.77");
    }

    @Test
    void a_household_s_many_addresses_of_ipv6_are_one_network() {
        for (int order = 1; order <= 5; order++) {
            orderFrom("2001:db8:0:1::" + order);
        }
        assertThatThrownBy(() -> orderFrom("2001:db8:0:1:ffff::1")).hasMessageContaining("signup.source");
        orderFrom("2001:db8:0:2::1");
    }

    private void orderFrom(String address) {
        stranger();
        try (Acting.Scope scope = Acting.as(new Actor.Stranger(address))) {
            signUp.order(order());
        }
    }

    @Test
    void orders_that_nobody_confirmed_are_forgotten() {
        signUp.order(order());
        assertThat(signUp.forgetExpired()).isZero();
        world.clock().advance(Duration.ofHours(24).plusSeconds(1));
        assertThat(signUp.forgetExpired()).isEqualTo(1);
    }

    private NewCustomer order() {
        return new NewCustomer("Firmă Nouă SRL", "Ștefan Nou", email, "ro");
    }

    private String token() {
        String body = world.asked(db -> (String) db.createNativeQuery(
                        "SELECT body FROM mail WHERE kind = 'signup.confirm' AND recipient = ?1 ORDER BY mail_id DESC LIMIT 1")
                .setParameter(1, email)
                .getSingleResult());
        Matcher link = Pattern.compile("token=(\\S+)").matcher(body);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private long mails(String kind) {
        return world.number("SELECT COUNT(*) FROM mail WHERE kind = '" + kind + "' AND recipient = '" + email + "'");
    }

    private static long stocked() {
        return world.number("SELECT COUNT(*) FROM number_stock");
    }

    private static void stock(String number) {
        world.the(CatalogueService.class).stock(new E164(number), trunk);
    }
}
