package ro.clickphone.pbx.catalogue;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.ledger.Book;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.WalletFilter;
import ro.clickphone.pbx.ledger.WalletRow;
import ro.clickphone.pbx.ledger.Wording;
import ro.clickphone.pbx.world.World;

/** A customer who buys. */
final class Shop {
    private static final AtomicLong NUMBERS = new AtomicLong(71_000);

    final AccountId account = new AccountId(NUMBERS.incrementAndGet());
    private final World world;

    Shop(World world) {
        this.world = world;
        world.the(AccountService.class).create(account, new NewAccount("Client SRL", ZoneId.of("Europe/Bucharest"), 5));
    }

    WalletRow topUp(String euro) {
        return world.the(LedgerService.class)
                .topUp(account, TransferId.random(), Money.ofEuro(euro), Book.BANK, Wording.of("ledger.topUp.bank"));
    }

    Subscription buy(String product) {
        return buy(OrderId.random(), product);
    }

    Subscription buy(OrderId order, String product) {
        return world.the(CatalogueService.class).buy(account, order, product);
    }

    Subscription thePackage() {
        return world.the(CatalogueService.class).subscriptions(account).stream()
                .filter(one -> one.product().family() == Family.PACKAGE)
                .findFirst()
                .orElseThrow();
    }

    Entitlements may() {
        return world.the(EntitlementService.class).of(account);
    }

    String balance() {
        return world.the(LedgerService.class).balance(account).total().cents();
    }

    List<WalletRow> rows() {
        return world.the(LedgerService.class)
                .rows(account, WalletFilter.withoutCalls(), PageRequest.first(100))
                .items();
    }

    /** Several do the same at once. */
    static void together(int many, IntFunction<?> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Object>> all = IntStream.range(0, many)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return (Object) act.apply(number);
                    }))
                    .toList();
            start.countDown();
            for (Future<Object> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
