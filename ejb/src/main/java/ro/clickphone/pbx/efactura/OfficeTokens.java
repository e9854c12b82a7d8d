package ro.clickphone.pbx.efactura;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The access token, renewed by the refresh token (RFC 6749, section 6) when the tax office no longer takes it. */
final class OfficeTokens {
    private static final Duration WITHIN = Duration.ofSeconds(30);

    private final HttpClient http;
    private final OfficeSettings settings;
    private String current;

    OfficeTokens(HttpClient http, OfficeSettings settings) {
        this.http = http;
        this.settings = settings;
        this.current = settings.token();
    }

    synchronized String current() throws OfficeTrouble, InterruptedException {
        if (current.isEmpty()) {
            current = renewed();
        }
        return current;
    }

    /** @param refused the token that was not taken; another thread may have renewed it meanwhile */
    synchronized String after(String refused) throws OfficeTrouble, InterruptedException {
        if (current.equals(refused)) {
            current = renewed();
        }
        return current;
    }

    private String renewed() throws OfficeTrouble, InterruptedException {
        OfficeSettings.Client client = settings.client()
                .orElseThrow(() -> new OfficeTrouble("the token is not taken (any more), and nothing renews it"));
        String credentials = client.id() + ":" + client.secret();
        HttpRequest request = HttpRequest.newBuilder(settings.tokens())
                .timeout(WITHIN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=refresh_token&refresh_token="
                        + URLEncoder.encode(client.refreshToken(), StandardCharsets.UTF_8)))
                .build();
        try {
            HttpResponse<String> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new OfficeTrouble("the token is not renewed: " + answer.statusCode());
            }
            return token(answer.body());
        } catch (IOException e) {
            throw new OfficeTrouble("the token is not renewed: " + e, e);
        }
    }

    private static String token(String body) throws OfficeTrouble {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            String token = reader.readObject().getString("access_token", "");
            if (token.isEmpty()) {
                throw new OfficeTrouble("the token is not renewed: no access_token in the answer");
            }
            return token;
        } catch (JsonException e) {
            throw new OfficeTrouble("the token is not renewed: no JSON in the answer", e);
        }
    }
}
