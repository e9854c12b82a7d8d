package ro.clickphone.pbx.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;

class DoorkeeperTest {
    private static final AccountId OWN = new AccountId(53630);
    private static final AccountId OTHER = new AccountId(53631);

    /** A service as the others write it. */
    @Guarded
    static class Service {
        @Guarded(Need.READ)
        public void show(AccountId account) {}

        public void change(AccountId account) {}

        @Guarded(Need.OPERATE)
        public void operate() {}

        @Guarded(Need.NOTHING)
        public void signIn() {}
    }

    @Test
    void another_customers_account_looks_like_one_that_does_not_exist() {
        assertThatThrownBy(() -> as(person(Role.OWNER), "show", OTHER)).isInstanceOf(NotFound.class);
        assertThatCode(() -> as(person(Role.OWNER), "show", OWN)).doesNotThrowAnyException();
    }

    @Test
    void who_may_only_look_changes_nothing() {
        assertThatCode(() -> as(person(Role.READ_ONLY), "show", OWN)).doesNotThrowAnyException();
        assertThatThrownBy(() -> as(person(Role.READ_ONLY), "change", OWN)).isInstanceOf(Refusal.class);
    }

    @Test
    void finance_sees_no_calls_and_the_owner_operates_nothing() {
        Actor finance = new Actor.Person(Optional.empty(), "finance@x.example", Role.FINANCE, "127.0.0.1");
        assertThatThrownBy(() -> as(finance, "show", OWN)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(person(Role.OWNER), "operate")).isInstanceOf(Refusal.class);
    }

    @Test
    void a_stranger_may_sign_in_and_nothing_else() {
        Actor stranger = new Actor.Stranger("192.0.2.1");
        assertThatCode(() -> as(stranger, "signIn")).doesNotThrowAnyException();
        assertThatThrownBy(() -> as(stranger, "show", OWN)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_key_opens_what_its_scopes_say_in_its_own_account() {
        Actor key = new Actor.Program(Optional.of(OWN), "crm", Set.of(Need.READ), "192.0.2.1");
        assertThatCode(() -> as(key, "show", OWN)).doesNotThrowAnyException();
        assertThatThrownBy(() -> as(key, "show", OTHER)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(key, "change", OWN)).isInstanceOf(Refusal.class);
    }

    @Test
    void what_a_service_calls_in_turn_is_not_asked_again_and_the_next_request_is() throws Exception {
        as(person(Role.READ_ONLY), () -> admit("show", () -> admit("operate", () -> null), OWN));
        assertThatThrownBy(() -> as(person(Role.READ_ONLY), "operate")).isInstanceOf(Refusal.class);
    }

    @Test
    void a_thread_of_which_nobody_said_anything_is_the_exchanges_own() {
        assertThat(Acting.now()).isInstanceOf(Actor.Exchange.class);
        assertThatCode(() -> admit("operate", () -> null)).doesNotThrowAnyException();
    }

    private static Actor person(Role role) {
        return new Actor.Person(Optional.of(OWN), "ana@x.example", role, "192.0.2.1");
    }

    private static Object as(Actor actor, String method, Object... arguments) throws Exception {
        return as(actor, () -> admit(method, () -> null, arguments));
    }

    private static Object as(Actor actor, Callable<Object> work) throws Exception {
        try (Acting.Scope scope = Acting.as(actor)) {
            return work.call();
        }
    }

    private static Object admit(String method, Callable<Object> onward, Object... arguments) throws Exception {
        Method called = java.util.Arrays.stream(Service.class.getDeclaredMethods())
                .filter(one -> one.getName().equals(method))
                .findFirst()
                .orElseThrow();
        return new Doorkeeper().admit(new Call(called, arguments, onward));
    }

    private record Call(Method method, Object[] arguments, Callable<Object> onward) implements InvocationContext {
        @Override
        public Object getTarget() {
            return new Service();
        }

        @Override
        public Object getTimer() {
            return null;
        }

        @Override
        public Method getMethod() {
            return method;
        }

        @Override
        public Constructor<?> getConstructor() {
            return null;
        }

        @Override
        public Object[] getParameters() {
            return arguments;
        }

        @Override
        public void setParameters(Object[] params) {}

        @Override
        public Map<String, Object> getContextData() {
            return Map.of();
        }

        @Override
        public Object proceed() throws Exception {
            return onward.call();
        }
    }
}
