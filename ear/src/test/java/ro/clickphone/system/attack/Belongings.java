package ro.clickphone.system.attack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import ro.clickphone.system.Customer;
import ro.clickphone.system.OperatorApi.Answer;

/** What tells one customer's things from another's: all identifiers that the API itself tells the operator of them. */
final class Belongings {
    private static final Set<String> KEYS = Set.of(
            "id", "call", "number", "extension", "invoice", "reference", "email", "user", "name", "document", "source");

    private final Map<String, Set<String>> byKind = new TreeMap<>();

    private Belongings() {}

    /** @param endpoints those of the product; lists of one account are asked */
    static Belongings of(Customer customer, List<Endpoints.Endpoint> endpoints) {
        Belongings found = new Belongings();
        endpoints.stream()
                .filter(one -> one.method().equals("GET") && one.places() == 1 && one.isOfOneAccount())
                .forEach(one -> {
                    Answer answer = customer.api().send("GET", one.at(customer.id()), Optional.empty());
                    if (answer.status() == 200) {
                        found.collect("", answer.body());
                    }
                });
        return found;
    }

    private void collect(String key, JsonElement element) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(one -> collect(key, one));
        } else if (element.isJsonObject()) {
            JsonObject object = element.getAsJsonObject();
            object.keySet().forEach(name -> collect(name, object.get(name)));
        } else if (element.isJsonPrimitive()
                && KEYS.contains(key)
                && !element.getAsString().isBlank()) {
            byKind.computeIfAbsent(key, kind -> new TreeSet<>()).add(element.getAsString());
        }
    }

    Set<String> all() {
        Set<String> all = new TreeSet<>();
        byKind.values().forEach(all::addAll);
        return all;
    }

    /** Those that only this customer has, a few of each kind. */
    Set<String> fewBut(Belongings others, int ofEach) {
        Set<String> few = new TreeSet<>();
        for (Set<String> kind : byKind.values()) {
            kind.stream()
                    .filter(one -> !others.all().contains(one))
                    .limit(ofEach)
                    .forEach(few::add);
        }
        return few;
    }

    /** What would give this customer away in an answer, beside what was asked for. */
    static List<String> betrayed(String text, Set<String> foreign, String asked) {
        return foreign.stream()
                .filter(one -> one.length() >= 6 && !one.equals(asked) && !asked.contains(one) && text.contains(one))
                .toList();
    }
}
