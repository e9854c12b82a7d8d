package ro.clickphone.pbx.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/**
 * Romania's numbering plan (ANCOM decision 375/2013 with 1069/2018 and 71/2023): what was dialled, normalised once. Own
 * table first, libphonenumber after it, since the library does not know 065–069 and calls 037 a UAN.
 */
public final class NumberPlan {
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final String REGION = "RO";
    private static final int ROMANIA = 40;
    private static final int LONGEST_INPUT = 40;

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s().-]");
    private static final Pattern EMERGENCY = Pattern.compile("(?:\\+40|0040)?(112|116[0-9]{3})");
    private static final Pattern FEATURE_CODE = Pattern.compile("[*#][0-9*#]{1,15}");
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{1,18}");
    /** Public-interest short numbers, 1921, 1931, 1958; what a call to others costs is unknown. */
    private static final Pattern SHORT_NUMBER = Pattern.compile("1[0-9]{3}");
    /** Area code and a local short number: 6 digits after the 0, {@code 0219361}, {@code 0248956}. */
    private static final Pattern LOCAL_SHORT = Pattern.compile("(?:[23]19[0-9]{3}|[23][3-7][0-9]9[0-9]{2})");

    private static final Set<String> SERVICES = Set.of("329");

    /** National significant numbers, 9 digits, by their first digits; the longest match wins. */
    private static final Map<String, NumberClass> ROMANIAN = Map.ofEntries(
            Map.entry("65", NumberClass.MOBILE),
            Map.entry("66", NumberClass.MOBILE),
            Map.entry("67", NumberClass.MOBILE),
            Map.entry("68", NumberClass.MOBILE),
            Map.entry("69", NumberClass.MOBILE),
            Map.entry("37", NumberClass.NATIONAL),
            Map.entry("800", NumberClass.FREEPHONE),
            Map.entry("801", NumberClass.NATIONAL),
            Map.entry("802", NumberClass.SPECIAL),
            Map.entry("803", NumberClass.NATIONAL),
            Map.entry("805", NumberClass.SPECIAL),
            Map.entry("806", NumberClass.SPECIAL),
            Map.entry("807", NumberClass.SPECIAL),
            Map.entry("808", NumberClass.FREEPHONE),
            Map.entry("87", NumberClass.SPECIAL),
            Map.entry("90", NumberClass.PREMIUM));

    /** Satellites and networks of no country (ITU-T E.164.1), where calls cost as much as premium ones. */
    private static final Set<Integer> NO_COUNTRY = Set.of(870, 878, 881, 882, 883, 888);

    private NumberPlan() {}

    /** What was dialled by somebody who has no extensions: a forward, a form, an operator. */
    public static Dialled classify(String dialled) {
        return classify(dialled, extension -> false);
    }

    /**
     * What was dialled.
     *
     * @param isOwn whether the caller's account has that extension; extensions come before short numbers
     */
    public static Dialled classify(String dialled, Predicate<ExtensionNumber> isOwn) {
        if (dialled.length() > LONGEST_INPUT) {
            return new Dialled.Invalid(dialled.substring(0, LONGEST_INPUT));
        }
        String digits = BETWEEN_DIGITS.matcher(dialled).replaceAll("");
        var emergency = EMERGENCY.matcher(digits);
        if (emergency.matches()) {
            return new Dialled.Emergency(emergency.group(1));
        }
        if (FEATURE_CODE.matcher(digits).matches()) {
            return new Dialled.FeatureCode(digits);
        }
        if (SERVICES.contains(digits)) {
            return new Dialled.Service(digits);
        }
        Optional<ExtensionNumber> extension = ExtensionNumber.parse(digits).filter(isOwn);
        if (extension.isPresent()) {
            return new Dialled.Internal(extension.get());
        }
        return SHORT_NUMBER.matcher(digits).matches() ? shortNumber(digits) : publicNumber(digits);
    }

    /** Numbers that no extension may have, since dialling them means something else. */
    public static boolean isReserved(ExtensionNumber extension) {
        String digits = extension.toString();
        return SERVICES.contains(digits) || EMERGENCY.matcher(digits).matches();
    }

    /** A number as a carrier writes it: {@code +40…}, {@code 0040…}, {@code 40…} or {@code 0…}. */
    public static Optional<E164> fromCarrier(String number) {
        if (number.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        Optional<E164> asWritten = e164(number);
        return asWritten.isPresent() || number.startsWith("+") || number.startsWith("0")
                ? asWritten
                : e164("+" + number);
    }

    /** As people in Romania write it: {@code 0310050562}, {@code 0037322123456}. */
    public static String asDialled(E164 number) {
        String digits = number.value().substring(1);
        return digits.startsWith("40") ? "0" + digits.substring(2) : "00" + digits;
    }

    /** A number that anybody may be forwarded to: neither short nor special nor premium. */
    public static Optional<E164> ordinary(String written) {
        return classify(written.replaceAll("[\\s().-]", "")) instanceof Dialled.PublicNumber dialled
                        && dialled.numberClass().isOrdinary()
                ? Optional.of(dialled.number())
                : Optional.empty();
    }

    private static Optional<E164> e164(String number) {
        return publicNumber(BETWEEN_DIGITS.matcher(number).replaceAll("")) instanceof Dialled.PublicNumber known
                ? Optional.of(known.number())
                : Optional.empty();
    }

    private static Dialled shortNumber(String digits) {
        return digits.startsWith("19")
                ? new Dialled.ShortNumber(digits, NumberClass.SPECIAL)
                : new Dialled.ShortNumber(digits, NumberClass.PREMIUM);
    }

    private static Dialled publicNumber(String digits) {
        if (!DIGITS.matcher(digits).matches()) {
            return new Dialled.Invalid(digits);
        }
        try {
            PhoneNumber parsed = LIBRARY.parse(digits, REGION);
            String written = LIBRARY.format(parsed, PhoneNumberFormat.E164);
            return classOf(parsed)
                    .filter(known -> written.matches("\\+[1-9][0-9]{2,14}"))
                    .<Dialled>map(numberClass -> new Dialled.PublicNumber(new E164(written), numberClass))
                    .orElseGet(() -> new Dialled.Invalid(digits));
        } catch (NumberParseException e) {
            return new Dialled.Invalid(digits);
        }
    }

    private static Optional<NumberClass> classOf(PhoneNumber number) {
        if (NO_COUNTRY.contains(number.getCountryCode())) {
            return Optional.of(NumberClass.SPECIAL);
        }
        if (number.getCountryCode() != ROMANIA) {
            return LIBRARY.isValidNumber(number) ? Optional.of(abroad(number)) : Optional.empty();
        }
        String national = LIBRARY.getNationalSignificantNumber(number);
        if (LOCAL_SHORT.matcher(national).matches()) {
            return Optional.of(NumberClass.NATIONAL);
        }
        return national.length() == 9 ? romanian(national, number) : Optional.empty();
    }

    private static Optional<NumberClass> romanian(String national, PhoneNumber number) {
        for (int length = 3; length >= 2; length--) {
            NumberClass own = ROMANIAN.get(national.substring(0, length));
            if (own != null) {
                return Optional.of(own);
            }
        }
        return switch (LIBRARY.getNumberType(number)) {
            case FIXED_LINE, FIXED_LINE_OR_MOBILE, UAN, VOIP -> Optional.of(NumberClass.NATIONAL);
            case MOBILE, PAGER, PERSONAL_NUMBER -> Optional.of(NumberClass.MOBILE);
            case TOLL_FREE -> Optional.of(NumberClass.FREEPHONE);
            case PREMIUM_RATE -> Optional.of(NumberClass.PREMIUM);
            case SHARED_COST, VOICEMAIL -> Optional.of(NumberClass.SPECIAL);
            case UNKNOWN -> Optional.empty();
        };
    }

    private static NumberClass abroad(PhoneNumber number) {
        return switch (LIBRARY.getNumberType(number)) {
            case PREMIUM_RATE, SHARED_COST -> NumberClass.PREMIUM;
            case TOLL_FREE -> NumberClass.FREEPHONE;
            default -> NumberClass.INTERNATIONAL;
        };
    }
}
