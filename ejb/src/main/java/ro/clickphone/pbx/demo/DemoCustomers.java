package ro.clickphone.pbx.demo;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.account.NewUser;
import ro.clickphone.pbx.account.Users;
import ro.clickphone.pbx.callflow.Destination;
import ro.clickphone.pbx.callflow.RoutingService;
import ro.clickphone.pbx.catalogue.CatalogueService;
import ro.clickphone.pbx.catalogue.OrderId;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.ivr.IvrService;
import ro.clickphone.pbx.ivr.MenuDraft;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.RandomText;
import ro.clickphone.pbx.kernel.SecretFile;
import ro.clickphone.pbx.ledger.Book;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.Wording;
import ro.clickphone.pbx.number.NewTrunk;
import ro.clickphone.pbx.number.NumberService;
import ro.clickphone.pbx.prompt.PromptService;
import ro.clickphone.pbx.queue.QueueService;
import ro.clickphone.pbx.queue.QueueSettings;
import ro.clickphone.pbx.schedule.OpenInterval;
import ro.clickphone.pbx.schedule.OpeningHours;
import ro.clickphone.pbx.schedule.ScheduleService;

/**
 * The manual's example customer, and a second one, so that tenancy is real from the first day; with a trunk to the
 * carrier of the setting {@code PBX_DEMO_TRUNK_PEER}.
 */
@Stateless
@Guarded(Need.OPERATE)
public class DemoCustomers {
    private static final Logger LOG = Logger.getLogger(DemoCustomers.class.getName());
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final int EXTENSION_LIMIT = 5;
    private static final Money CREDIT = Money.ofCents(50_00);
    private static final int PASSWORD_LENGTH = 20;
    private static final AccountId EXAMPLE = new AccountId(53630);
    private static final AccountId SECOND = new AccountId(53631);

    @Inject
    private AccountService accounts;

    @Inject
    private Users users;

    @Inject
    private ExtensionService extensions;

    @Inject
    private LedgerService ledger;

    @Inject
    private CatalogueService catalogue;

    @Inject
    private NumberService numbers;

    @Inject
    private DemoBilling billing;

    @Inject
    private DemoRates rates;

    @Inject
    private ScheduleService schedules;

    @Inject
    private QueueService queues;

    @Inject
    private IvrService menus;

    @Inject
    private PromptService prompts;

    @Inject
    private RoutingService routing;

    @Inject
    @ConfigProperty(name = "PBX_DATA", defaultValue = "./data")
    private String data;

    @Inject
    @ConfigProperty(name = "PBX_DEMO_TRUNK_PEER", defaultValue = "127.0.0.1:26060")
    private String trunkPeer;

    /** All of it, or nothing; the passwords are on disk before the transaction ends. */
    public void create() {
        Passwords passwords = new Passwords();
        TrunkId trunk = numbers.addTrunk(trunk()).id();
        IntStream.rangeClosed(570, 589).forEach(last -> catalogue.stock(new E164("+40310050" + last), trunk));
        example(trunk, passwords);
        second(trunk, passwords);
        backOffice("finance@clickphone.example", "Contabilitate", Role.FINANCE, passwords);
        backOffice("finance2@clickphone.example", "Aprobare plăți", Role.FINANCE, passwords);
        billing.create(EXAMPLE, SECOND);
        rates.create();
        backOffice("operator@clickphone.example", "Operator", Role.OPERATOR, passwords);
        Path file = Path.of(data).resolve("demo-passwords.txt");
        SecretFile.write(file, passwords.toString());
        LOG.info("the demo customers' passwords lie in " + file);
    }

    private void example(TrunkId trunk, Passwords passwords) {
        customer(EXAMPLE, "Ionescu Consult SRL", "office@ionescu.example", passwords);
        Stream.of("100 IonescuPC", "101 Vanzari", "102 Sales", "103 Contabilitate", "104 Tehnic")
                .forEach(line -> extension(EXAMPLE, line, passwords));
        numbers.add(EXAMPLE, "0310050562", trunk);
        schedules.save(EXAMPLE, workingWeek());
        queues.save(EXAMPLE, QueueSettings.linear(List.of(new ExtensionNumber(100), new ExtensionNumber(104))));
        MenuDraft nothing = menus.draft(EXAMPLE);
        menus.save(EXAMPLE, new MenuDraft(ManualMenus.tree(), nothing.revision()));
        ManualMenus.messages().forEach((slot, words) -> prompts.useAnnouncement(EXAMPLE, slot, words));
        menus.apply(EXAMPLE);
        routing.route(EXAMPLE, new Destination.Ivr());
    }

    private void second(TrunkId trunk, Passwords passwords) {
        customer(SECOND, "Florescu Flori SRL", "office@florescu.example", passwords);
        Stream.of("100 Florescu", "101 Comenzi").forEach(line -> extension(SECOND, line, passwords));
        numbers.add(SECOND, "0310050563", trunk);
        routing.route(SECOND, new Destination.Extensions(List.of(new ExtensionNumber(100), new ExtensionNumber(101))));
    }

    private void customer(AccountId account, String name, String email, Passwords passwords) {
        accounts.create(account, new NewAccount(name, BUCHAREST, EXTENSION_LIMIT));
        String password = RandomText.of(PASSWORD_LENGTH);
        users.add(account, new NewUser(email, name, Role.OWNER, password));
        passwords.portal(email, password);
        shopping(account);
    }

    /** Credit from the operator, and what it buys: a package with a queue, and channels for a busy day. */
    private void shopping(AccountId account) {
        ledger.topUp(account, new TransferId("demo"), CREDIT, Book.GOODWILL, Wording.of("ledger.topUp.welcome"));
        Stream.of("HPBX5Q", "IN10", "OUT3").forEach(code -> catalogue.buy(account, new OrderId("demo-" + code), code));
    }

    private void backOffice(String email, String name, Role role, Passwords passwords) {
        String password = RandomText.of(PASSWORD_LENGTH);
        users.addToBackOffice(new NewUser(email, name, role, password));
        passwords.portal(email, password);
    }

    private void extension(AccountId account, String numberAndName, Passwords passwords) {
        String[] parts = numberAndName.split(" ", 2);
        ExtensionNumber number = new ExtensionNumber(Integer.parseInt(parts[0]));
        passwords.phone(extensions.add(account, number, parts[1]));
    }

    private static OpeningHours workingWeek() {
        return new OpeningHours(Stream.of(DayOfWeek.values())
                .filter(day -> day.compareTo(DayOfWeek.FRIDAY) <= 0)
                .map(day -> new OpenInterval(day, LocalTime.of(9, 0), LocalTime.of(17, 59)))
                .toList());
    }

    private NewTrunk trunk() {
        int colon = trunkPeer.lastIndexOf(':');
        if (colon < 1 || !trunkPeer.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("PBX_DEMO_TRUNK_PEER must look like host:port, it is " + trunkPeer);
        }
        String host = trunkPeer.substring(0, colon);
        return NewTrunk.to(
                "Demo",
                NewTrunk.Peer.of(host, Integer.parseInt(trunkPeer.substring(colon + 1)), Transport.UDP),
                List.of(addressOf(host)),
                TrunkConfig.NumberFormat.E164_PLUS);
    }

    private static String addressOf(String host) {
        try {
            return InetAddress.getByName(host).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("PBX_DEMO_TRUNK_PEER names an unknown host: " + host, e);
        }
    }
}
