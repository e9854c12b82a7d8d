package ro.clickphone.pbx.world;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * A database that dies at a chosen step, as it looks to a server that is killed there: nothing more is said or heard, what
 * was not committed is gone. The step may be a commit that was done and whose answer never came.
 */
public final class MortalSource extends SourceBase {
    private static final Set<String> STEPS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate", "commit");

    private final AtomicLong steps = new AtomicLong();
    private DataSource real;
    private volatile long lastStep = Long.MAX_VALUE;

    /** For {@link World#on}. */
    public DataSource around(DataSource living) {
        real = living;
        return this;
    }

    /** It does so many more steps. */
    public void dieAfter(long many) {
        lastStep = steps.get() + many;
    }

    public void revive() {
        lastStep = Long.MAX_VALUE;
    }

    /** How many were done so far. */
    public long steps() {
        return steps.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        refuseIfDead();
        Connection living = real.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> ofConnection(living, method, arguments));
    }

    private Object ofConnection(Connection living, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("close") || method.getName().equals("rollback")) {
            return call(living, method, arguments);
        }
        Object result = step(living, method, arguments);
        return result instanceof PreparedStatement statement
                ? Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {PreparedStatement.class},
                        (proxy, inner, given) -> step(statement, inner, given))
                : result;
    }

    private Object step(Object target, Method method, Object[] arguments) throws Throwable {
        if (!STEPS.contains(method.getName())) {
            return call(target, method, arguments);
        }
        refuseIfDead();
        Object result = call(target, method, arguments);
        steps.incrementAndGet();
        refuseIfDead();
        return result;
    }

    private void refuseIfDead() throws SQLException {
        if (steps.get() >= lastStep) {
            throw new SQLNonTransientConnectionException("killed");
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
