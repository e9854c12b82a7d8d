package ro.clickphone.pbx.number;

import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** What a person meant by the digits dialled. */
public sealed interface Dialled {
    /** 112 and 116xxx: before every rule, at any time. @param number as it is to be dialled */
    record Emergency(String number) implements Dialled {}

    /** A code of the exchange, {@code **500}. */
    record FeatureCode(String code) implements Dialled {}

    /** One of the account's extensions. */
    record Internal(ExtensionNumber extension) implements Dialled {}

    /** A free service of the exchange itself, {@code 329}. */
    record Service(String number) implements Dialled {}

    /** A short number of the public network, which has no E.164 form. */
    record ShortNumber(String number, NumberClass numberClass) implements Dialled {}

    record PublicNumber(E164 number, NumberClass numberClass) implements Dialled {}

    /** Nothing that can be called. */
    record Invalid(String dialled) implements Dialled {}
}
