package ro.clickphone.system;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** A customer made for one test, by the REST API, as an operator makes one. */
public final class Customer {
    private final OperatorApi api;
    private final long id;
    private final Map<Integer, String> sipPasswords = new TreeMap<>();

    private Customer(OperatorApi api, long id) {
        this.api = api;
        this.id = id;
    }

    /** A new customer with these extensions. */
    public static Customer with(Exchange exchange, int... extensions) {
        OperatorApi api = exchange.api();
        JsonObject account = api.post("accounts", Map.of("name", "Probe SRL", "extensionLimit", 50))
                .getAsJsonObject();
        Customer customer = new Customer(api, account.get("id").getAsLong());
        for (int extension : extensions) {
            customer.addExtension(extension);
        }
        return customer;
    }

    /** The demo's customer of the manual, with the passwords that its first start wrote down. */
    public static Customer demo(Exchange exchange) {
        Customer customer = new Customer(exchange.api(), 53630);
        DemoPasswords passwords = exchange.demoPasswords();
        for (int extension = 100; extension <= 104; extension++) {
            customer.sipPasswords.put(extension, passwords.of("53630-" + extension));
        }
        return customer;
    }

    /** Somebody who became a customer by the portal. */
    public static Customer known(Exchange exchange, long id) {
        return new Customer(exchange.api(), id);
    }

    /** The password that the portal showed once. */
    public void knows(int extension, String sipPassword) {
        sipPasswords.put(extension, sipPassword);
    }

    public long id() {
        return id;
    }

    public String sipUser(int extension) {
        return id + "-" + extension;
    }

    public String sipPassword(int extension) {
        return sipPasswords.get(extension);
    }

    public void addExtension(int number) {
        JsonObject made = api.post(path("extensions"), Map.of("number", number, "name", "Ext" + number))
                .getAsJsonObject();
        sipPasswords.put(number, made.get("sipPassword").getAsString());
    }

    /** Gives it a public number that comes in by the demo's trunk. */
    public void addNumber(String number) {
        long trunk = api.get("trunks")
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsLong();
        api.post(path("numbers"), Map.of("number", number, "trunk", trunk));
    }

    public void routeTo(String destination, List<Integer> extensions) {
        api.put(path("routing"), Map.of("to", destination, "extensions", extensions));
    }

    public void openAlways() {
        hours(List.of());
    }

    /** It opens on the day three days from now, so that neither yesterday's night nor tomorrow's morning is near. */
    public void closeForToday() {
        String day = LocalDate.now(ZoneId.of("Europe/Bucharest"))
                .plusDays(3)
                .getDayOfWeek()
                .name();
        hours(List.of(Map.of("day", day, "from", "09:00", "until", "17:59")));
    }

    /** Adds somebody who may sign in to the portal. */
    public void addUser(String email, String password) {
        api.post(path("users"), Map.of("email", email, "name", "Ana Probă", "role", "OWNER", "password", password));
    }

    /** Registered devices. */
    public List<JsonObject> registrations() {
        return items(api.get(path("registrations")).getAsJsonObject());
    }

    /** This month's call records, newest first; and last month's, should a test run over midnight of the last day. */
    public List<JsonObject> records() {
        YearMonth month = YearMonth.now(ZoneOffset.UTC);
        List<JsonObject> now = recordsOf(month);
        return now.isEmpty() ? recordsOf(month.minusMonths(1)) : now;
    }

    /** The newest record of a call to this destination. */
    public Optional<JsonObject> recordTo(String destination) {
        return records().stream()
                .filter(call -> call.get("destination").getAsString().equals(destination))
                .findFirst();
    }

    public OperatorApi api() {
        return api;
    }

    /** A path of the API under this customer. */
    public String path(String what) {
        return "accounts/" + id + "/" + what;
    }

    private void hours(List<Map<String, String>> intervals) {
        api.put(path("schedule"), Map.of("intervals", intervals));
    }

    private List<JsonObject> recordsOf(YearMonth month) {
        return items(api.get(path("cdrs?zone=UTC&month=" + month)).getAsJsonObject());
    }

    private static List<JsonObject> items(JsonObject page) {
        JsonArray items = page.getAsJsonArray("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.getAsJsonObject())
                .toList();
    }
}
