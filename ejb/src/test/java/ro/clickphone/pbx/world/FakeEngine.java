package ro.clickphone.pbx.world;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.CallSnapshot;
import ro.clickphone.engine.api.SipEngineConnection;
import ro.clickphone.engine.api.SipEngineConnectionFactory;

/** Takes the business's commands and remembers them. */
public final class FakeEngine {
    private final List<Command> commands = Collections.synchronizedList(new ArrayList<>());
    private volatile List<CallSnapshot> calls = List.of();
    private volatile boolean open = true;

    /** One command. @param name of the method */
    public record Command(String name, List<Object> arguments) {}

    public List<Command> commands(String name) {
        return List.copyOf(commands).stream()
                .filter(command -> command.name().equals(name))
                .toList();
    }

    public void callsInProgress(List<CallSnapshot> now) {
        calls = List.copyOf(now);
    }

    /** Its ports are not open: as the real one, it forgets what it is told. */
    public void closePorts() {
        open = false;
    }

    public void openPorts() {
        open = true;
    }

    SipEngineConnectionFactory factory() {
        return (SipEngineConnectionFactory) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SipEngineConnectionFactory.class},
                (proxy, method, args) -> method.getReturnType() == SipEngineConnection.class ? connection() : null);
    }

    private SipEngineConnection connection() {
        return (SipEngineConnection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SipEngineConnection.class},
                (proxy, method, args) -> given(method, args));
    }

    private Object given(Method method, Object[] arguments) {
        if (method.getName().equals("isOpen")) {
            return open;
        }
        if (open) {
            commands.add(new Command(method.getName(), arguments == null ? List.of() : List.of(arguments)));
        }
        if (method.getName().equals("calls")) {
            return calls;
        }
        Class<?> result = method.getReturnType();
        if (result == boolean.class) {
            return true;
        }
        if (result == Optional.class) {
            return Optional.empty();
        }
        return result == List.class ? List.of() : null;
    }
}
