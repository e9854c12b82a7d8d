package ro.clickphone.pbx.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Actor;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.billing.BillingService;
import ro.clickphone.pbx.billing.SupplierDesk;
import ro.clickphone.pbx.document.CiusRo;
import ro.clickphone.pbx.document.SampleDocuments;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.invoice.InvoiceService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.ledger.LedgerCheck;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.payment.CreditAmount;
import ro.clickphone.pbx.payment.PaymentService;
import ro.clickphone.pbx.payment.Proforma;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.TaxTables;
import ro.clickphone.pbx.world.World;

/** Both payment services on the loopback, and customers who pay by card; notices come from a stranger, as they do. */
final class CardShop implements AutoCloseable {
    static final String PRICE = "123.11";
    private static final AtomicLong ACCOUNTS = new AtomicLong(65_000);

    final NetopiaSimulator netopia;
    final EuPlatescSimulator euPlatesc;
    final World world;
    final CardTill till;
    final CardBook book;
    private AccountId account;

    CardShop() {
        netopia = new NetopiaSimulator();
        euPlatesc = new EuPlatescSimulator();
        // the first one takes seconds: not while eight notices wait for one another
        CiusRo.prepare();
        world = World.with(Map.ofEntries(
                Map.entry("PBX_PORTAL_URL", "https://pbx.example/"),
                Map.entry("PBX_NETOPIA_URL", netopia.service().toString()),
                Map.entry("PBX_NETOPIA_API_KEY", NetopiaSimulator.API_KEY),
                Map.entry("PBX_NETOPIA_POS", NetopiaSimulator.POS),
                Map.entry("PBX_NETOPIA_PUBLIC_KEY", netopia.publicKey().toString()),
                Map.entry("PBX_EUPLATESC_MERCHANT", EuPlatescSimulator.MERCHANT),
                Map.entry("PBX_EUPLATESC_KEY", EuPlatescSimulator.KEY),
                Map.entry("PBX_EUPLATESC_DESK_URL", euPlatesc.desk().toString()),
                Map.entry("PBX_EUPLATESC_USER_KEY", EuPlatescSimulator.STAFF.key()),
                Map.entry("PBX_EUPLATESC_USER_API", EuPlatescSimulator.STAFF.secret())));
        world.clock().setLocal("2026-02-03T11:45:42");
        world.the(SupplierDesk.class).save(SampleDocuments.SUPPLIER);
        world.the(TaxTables.class).add(new EuroRate(LocalDate.parse("2026-02-03"), new BigDecimal("5.0873")));
        till = world.the(CardTill.class);
        book = world.the(CardBook.class);
    }

    @Override
    public void close() {
        assertThat(world.the(LedgerCheck.class).run()).isEmpty();
        world.close();
        netopia.close();
        euPlatesc.close();
    }

    AccountId newCustomer() {
        account = new AccountId(ACCOUNTS.incrementAndGet());
        world.the(AccountService.class).create(account, new NewAccount("Probe SRL", ZoneId.of("Europe/Bucharest"), 5));
        world.the(BillingService.class).save(account, SampleDocuments.COMPANY);
        return account;
    }

    CardOrderId order(CardWay way) {
        Proforma proforma = world.the(PaymentService.class).order(account, CreditAmount.parse("20"));
        return till.order(account, proforma.reference(), way, "ro");
    }

    void notice(CardWay way, SignedPost post) {
        try (Acting.Scope stranger = Acting.as(new Actor.Stranger("127.0.0.1"))) {
            book.take(way, post);
        }
    }

    void nothingCame(CardOrderId order) {
        assertThat(credit()).isEqualTo(Money.ZERO);
        assertThat(invoices()).isEmpty();
        assertThat(book.find(account, order).state()).isEqualTo(CardState.OPEN);
    }

    Money credit() {
        return world.the(LedgerService.class).balance(account).total();
    }

    List<Invoice> invoices() {
        return world.the(InvoiceService.class)
                .list(account, PageRequest.first(5))
                .items();
    }

    List<Proforma> proformas() {
        return world.the(PaymentService.class)
                .list(account, PageRequest.first(5))
                .items();
    }
}
