package ro.clickphone.portal.rest;

import java.time.DateTimeException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Function;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;

/** How a request's values become ours: what is missing or wrong is refused by the name of its field. */
final class Input {
    private Input() {}

    /** @throws Refusal {@code input.missing} */
    static <T> T required(String field, T value) {
        return Optional.ofNullable(value).orElseThrow(() -> new Refusal("input.missing", field));
    }

    /** @throws Refusal {@code input.missing}, or {@code input.wrong} with the reason when the value cannot be that */
    static <T, R> R as(String field, T value, Function<T, R> conversion) {
        try {
            return conversion.apply(required(field, value));
        } catch (Refusal refusal) {
            throw refusal;
        } catch (DateTimeException e) {
            throw wrong(field, value, "it is written as ISO 8601 and the time zone database have it");
        } catch (RuntimeException e) {
            throw wrong(field, value, String.valueOf(e.getMessage()));
        }
    }

    /** @throws Refusal {@code input.missing}, or {@code input.wrong} with the values that it can have */
    static <E extends Enum<E>> E oneOf(String field, String value, Class<E> choice) {
        String wanted = required(field, value);
        return EnumSet.allOf(choice).stream()
                .filter(one -> one.name().equals(wanted))
                .findAny()
                .orElseThrow(() -> wrong(field, value, "it is one of " + EnumSet.allOf(choice)));
    }

    /** @throws Refusal {@code input.missing}, or {@code input.wrong} when it is no whole number */
    static long whole(String field, String value) {
        try {
            return Long.parseLong(required(field, value).strip());
        } catch (NumberFormatException e) {
            throw wrong(field, value, "it is a whole number");
        }
    }

    private static Refusal wrong(String field, Object value, String why) {
        return new Refusal("input.wrong", field, value, why);
    }

    /** An account that cannot be, is not. @throws NotFound {@code account.unknown} */
    static AccountId account(long id) {
        if (id < 1) {
            throw new NotFound("account.unknown", id);
        }
        return new AccountId(id);
    }

    /** @throws NotFound {@code extension.unknown} */
    static ExtensionNumber extension(int number) {
        return ExtensionNumber.parse(Integer.toString(number))
                .orElseThrow(() -> new NotFound("extension.unknown", number));
    }

    static PageRequest page(int offset, int size) {
        return new PageRequest(offset, size);
    }
}
