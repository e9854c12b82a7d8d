package ro.clickphone.pbx.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.world.World;

/** Customers and their numbers. */
class AccountServiceTest {
    private static final int AT_ONCE = 8;

    @Test
    void those_who_become_customers_in_the_same_moment_each_get_a_number_of_their_own() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(AT_ONCE);
        try (World world = World.open()) {
            AccountService accounts = world.the(AccountService.class);
            NewAccount order = new NewAccount("Client", ZoneId.of("Europe/Bucharest"), 1);
            accounts.create(order);
            Callable<Account> becomes = () -> accounts.create(order);
            Set<AccountId> numbers = new HashSet<>();
            for (Future<Account> made : many.invokeAll(List.copyOf(Collections.nCopies(3 * AT_ONCE, becomes)))) {
                numbers.add(made.get().id());
            }
            assertThat(numbers).hasSize(3 * AT_ONCE);
        } finally {
            many.shutdownNow();
        }
    }
}
