package ro.clickphone.pbx.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ro.clickphone.pbx.kernel.AccountId;

/** Asks whoever comes to a guarded service for the role that the method needs, and for the account. */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class Doorkeeper {
    /** Annotations are looked up once: that took as long as the shortest services do. */
    private static final Map<Method, Need> NEEDS = new ConcurrentHashMap<>();

    @AroundInvoke
    Object admit(InvocationContext call) throws Exception {
        if (Acting.isInside()) {
            return call.proceed();
        }
        Actor actor = Acting.now();
        actor.meet(NEEDS.computeIfAbsent(call.getMethod(), Doorkeeper::needOf));
        Object[] arguments = call.getParameters();
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof AccountId account) {
            actor.meet(account);
        }
        try (Acting.Scope inside = Acting.inside()) {
            return call.proceed();
        }
    }

    static Need needOf(Method method) {
        Guarded own = method.getAnnotation(Guarded.class);
        Guarded ofClass = method.getDeclaringClass().getAnnotation(Guarded.class);
        if (own == null && ofClass == null) {
            throw new IllegalStateException(method + " is not guarded");
        }
        return own == null ? ofClass.value() : own.value();
    }
}
