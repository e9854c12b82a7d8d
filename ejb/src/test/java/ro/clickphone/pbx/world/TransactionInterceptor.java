package ro.clickphone.pbx.world;

import jakarta.annotation.Priority;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;

@InTransaction
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class TransactionInterceptor {
    @Inject
    private Transactions transactions;

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        TransactionAttributeType attribute = Optional.ofNullable(
                        call.getMethod().getAnnotation(TransactionAttribute.class))
                .or(() -> Optional.ofNullable(
                        call.getMethod().getDeclaringClass().getAnnotation(TransactionAttribute.class)))
                .map(TransactionAttribute::value)
                .orElse(TransactionAttributeType.REQUIRED);
        return transactions.run(attribute, call::proceed);
    }
}
