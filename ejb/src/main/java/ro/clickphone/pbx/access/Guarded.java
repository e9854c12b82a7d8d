package ro.clickphone.pbx.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A service that asks who calls it. On the class: what its methods need unless they say otherwise; on a method: what that
 * one needs. An {@link ro.clickphone.pbx.kernel.AccountId} as first argument must moreover be the caller's own account.
 * What a service calls in turn is not asked again: the door is where a request comes in.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Guarded {
    @Nonbinding
    Need value() default Need.CHANGE;
}
