package ro.clickphone.pbx.rating;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A price list as people search it: by destination, and by country in either language. Immutable once built. */
final class Destinations {
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final int LONGEST_COUNTRY_CODE = 3;

    private final List<Entry> entries;

    /** @param words what it is found by, without accents and capitals */
    private record Entry(PricedDestination destination, String words) {}

    Destinations(List<Tariff> tariffs) {
        Map<Tariff, List<String>> prefixes = new LinkedHashMap<>();
        tariffs.forEach(tariff -> prefixes.computeIfAbsent(withoutPrefix(tariff), same -> new ArrayList<>())
                .add(tariff.prefix()));
        Map<String, String> countries = new HashMap<>();
        entries = prefixes.entrySet().stream()
                .map(entry -> new PricedDestination(entry.getKey(), entry.getValue()))
                .map(one -> new Entry(one, words(one, countries)))
                .sorted(Comparator.comparing(Entry::words))
                .toList();
    }

    /** In the order of their names. */
    List<PricedDestination> search(String text, int most) {
        String wanted = plain(text);
        return entries.stream()
                .filter(entry -> entry.words().contains(wanted))
                .limit(most)
                .map(Entry::destination)
                .toList();
    }

    private static String words(PricedDestination one, Map<String, String> countries) {
        return plain(one.tariff().destination())
                + '\n'
                + countries.computeIfAbsent(region(one.prefixes().get(0)), Destinations::country);
    }

    private static String country(String region) {
        Locale locale = new Locale("", region);
        return plain(locale.getDisplayCountry(Locale.forLanguageTag("ro")))
                + '\n'
                + plain(locale.getDisplayCountry(Locale.ENGLISH));
    }

    private static String region(String prefix) {
        for (int length = 1; length <= Math.min(LONGEST_COUNTRY_CODE, prefix.length()); length++) {
            String region = LIBRARY.getRegionCodeForCountryCode(Integer.parseInt(prefix.substring(0, length)));
            if (region.matches("[A-Y][A-Z]")) {
                return region;
            }
        }
        return "";
    }

    private static Tariff withoutPrefix(Tariff tariff) {
        return new Tariff(
                "",
                tariff.destination(),
                tariff.numberClass(),
                tariff.perMinute(),
                tariff.connection(),
                tariff.increments());
    }

    /** People type {@code elvetia}. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
