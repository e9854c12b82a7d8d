package ro.clickphone.portal.rest;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;

/** A query's number that is none is refused by its name; JAX-RS of itself would say that the whole address is unknown. */
@Provider
public class NumbersInAddresses implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked") // T is int or Long, asked just before
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type != int.class && type != Long.class) {
            return null;
        }
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(query -> ((QueryParam) query).value())
                .map(field -> (ParamConverter<T>) (type == int.class ? new Bounded(field) : new Whole(field)))
                .findAny()
                .orElse(null);
    }

    private record Whole(String field) implements ParamConverter<Long> {
        @Override
        public Long fromString(String value) {
            return value == null ? null : (Long) Input.whole(field, value);
        }

        @Override
        public String toString(Long value) {
            return value.toString();
        }
    }

    /** What is beyond an int is its end: whoever bounds the number refuses it in words of its own. */
    private record Bounded(String field) implements ParamConverter<Integer> {
        @Override
        public Integer fromString(String value) {
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Input.whole(field, value)));
        }

        @Override
        public String toString(Integer value) {
            return value.toString();
        }
    }
}
