package ro.clickphone.system.attack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.StreamSupport;
import ro.clickphone.system.Exchange;

/** Every endpoint of the REST API, as the product itself describes it. */
final class Endpoints {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String BASE = "/api/v1/";

    private Endpoints() {}

    /** @param path with its places in braces, relative to the API */
    record Endpoint(String method, String path, List<String> queries) {
        boolean isOfOneAccount() {
            return path.contains("{account}");
        }

        /** How many things its path names. */
        long places() {
            return path.chars().filter(one -> one == '{').count();
        }

        /** With the account in its place, and something foreign in all others. */
        String at(long account, String foreign) {
            String place = URLEncoder.encode(foreign, StandardCharsets.UTF_8).replace("+", "%20");
            return path.replace("{account}", Long.toString(account))
                    .replaceAll("\\{[a-zA-Z]+}", Matcher.quoteReplacement(place));
        }

        /** With the account in its place and something harmless in the others. */
        String at(long account) {
            return path.replace("{account}", Long.toString(account))
                    .replace("{extension}", "100")
                    .replace("{slot}", "QUEUE_WELCOME")
                    .replace("{when}", "ALWAYS")
                    .replace("{number}", "0310999999")
                    .replaceAll("\\{[a-z]+}", "1");
        }

        boolean hasBody() {
            return !method.equals("GET") && !method.equals("DELETE");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Endpoint> of(Exchange exchange) {
        List<Endpoint> found = new ArrayList<>();
        JsonObject paths =
                description(exchange.portal().resolve("/openapi?format=json")).getAsJsonObject("paths");
        for (String path : paths.keySet()) {
            JsonObject methods = paths.getAsJsonObject(path);
            List<String> shared = queries(methods);
            for (String method : methods.keySet()) {
                if (METHODS.contains(method) && path.startsWith(BASE)) {
                    List<String> queries = new ArrayList<>(shared);
                    queries.addAll(queries(methods.getAsJsonObject(method)));
                    found.add(new Endpoint(method.toUpperCase(Locale.ROOT), path.substring(BASE.length()), queries));
                }
            }
        }
        return found;
    }

    private static List<String> queries(JsonObject of) {
        JsonArray parameters = of.has("parameters") ? of.getAsJsonArray("parameters") : new JsonArray();
        return StreamSupport.stream(parameters.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(parameter -> parameter.get("in").getAsString().equals("query"))
                .map(parameter -> parameter.get("name").getAsString())
                .toList();
    }

    private static JsonObject description(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Accept", "application/json")
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return JsonParser.parseString(answer.body()).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
