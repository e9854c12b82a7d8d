package ro.clickphone.system;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The REST API as an operator's program uses it. */
public final class OperatorApi {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Gson GSON = new Gson();

    private final URI base;
    private final String key;

    OperatorApi(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    /** An answer of any status. */
    public record Answer(int status, String contentType, JsonElement body) {}

    public JsonElement get(String path) {
        return succeeded(path, send("GET", path, Optional.empty()));
    }

    public JsonElement post(String path, Object body) {
        return succeeded(path, send("POST", path, Optional.of(body)));
    }

    public JsonElement put(String path, Object body) {
        return succeeded(path, send("PUT", path, Optional.of(body)));
    }

    public JsonElement patch(String path, Object body) {
        return succeeded(path, send("PATCH", path, Optional.of(body)));
    }

    public void delete(String path) {
        succeeded(path, send("DELETE", path, Optional.empty()));
    }

    /** What is no JSON: sound. */
    public byte[] bytes(String path) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .build();
        try {
            HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " was answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the exchange was asked for " + path, e);
        }
    }

    /** What is not JSON, whatever its status. */
    public String text(String path) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the exchange was asked for " + path, e);
        }
    }

    /** For tests of refusals: the answer, whatever it is. */
    public Answer send(String method, String path, Optional<Object> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json");
        body.ifPresent(any -> request.header("Content-Type", "application/json"));
        request.method(
                method,
                body.map(any -> HttpRequest.BodyPublishers.ofString(GSON.toJson(any)))
                        .orElseGet(HttpRequest.BodyPublishers::noBody));
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    answer.statusCode(),
                    type,
                    type.contains("json") ? JsonParser.parseString(answer.body()) : JsonNull.INSTANCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the exchange was asked for " + path, e);
        }
    }

    private static JsonElement succeeded(String path, Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new AssertionError(path + " was answered " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }
}
