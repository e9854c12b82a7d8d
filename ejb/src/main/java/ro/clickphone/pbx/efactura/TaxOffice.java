package ro.clickphone.pbx.efactura;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ro.clickphone.pbx.document.DocumentKind;

/**
 * The tax office's e-Factura service (ANAF, "Prezentare API E-Factura"): upload, state, list and download. Where the
 * office says nothing of what it did, neither do we: {@link UploadAnswer.Unknown}.
 */
final class TaxOffice {
    static final Duration WITHIN = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient http;
    private final OfficeTokens tokens;
    private final String service;

    TaxOffice(OfficeSettings settings) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.tokens = new OfficeTokens(http, settings);
        this.service = settings.service().toString().replaceAll("/+$", "");
    }

    private record Answer(int status, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** @throws OfficeTrouble when it has certainly not gone through */
    UploadAnswer upload(Sending document, String supplier, String xml) throws OfficeTrouble, InterruptedException {
        String door = document.company() ? "/upload" : "/uploadb2c";
        String standard = document.kind() == DocumentKind.CREDIT_NOTE ? "CN" : "UBL";
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(service + door + "?standard=" + standard + "&cif=" + supplier))
                .header("Content-Type", "application/xml; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(xml, StandardCharsets.UTF_8));
        try {
            Answer answer = send(request);
            return answer.status() >= SERVER_ERROR
                    ? new UploadAnswer.Unknown("the tax office answered " + answer.status())
                    : judged(answer);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new OfficeTrouble("the tax office cannot be reached: " + e, e);
        } catch (IOException e) {
            return new UploadAnswer.Unknown("the line broke: " + e);
        }
    }

    private static UploadAnswer judged(Answer answer) {
        if (answer.status() != OK) {
            return new UploadAnswer.NotTaken("the tax office answered " + answer.status());
        }
        try {
            OfficeXml xml = OfficeXml.parse(answer.text());
            return xml.id("index_incarcare")
                    .<UploadAnswer>map(UploadAnswer.Taken::new)
                    .orElseGet(() -> new UploadAnswer.NotTaken(xml.errorText()));
        } catch (IllegalArgumentException e) {
            return new UploadAnswer.Unknown("the tax office's answer cannot be read");
        }
    }

    /** @throws OfficeTrouble when it cannot be asked, or does not know the index (yet) */
    Judgement judgement(String uploadIndex) throws OfficeTrouble, InterruptedException {
        OfficeXml xml = xml(ask("/stareMesaj?id_incarcare=" + uploadIndex));
        String state = xml.attribute("stare").orElse("");
        Optional<String> message = xml.id("id_descarcare");
        return switch (state) {
            case "ok" -> new Judgement.Accepted(required(message));
            case "nok" -> new Judgement.Refused(required(message));
            case "in prelucrare" -> new Judgement.Pending();
            case "XML cu erori nepreluat de sistem" -> new Judgement.Unreadable(state);
            default -> throw new OfficeTrouble("the tax office says of " + uploadIndex + ": " + xml.errorText());
        };
    }

    private static String required(Optional<String> message) throws OfficeTrouble {
        return message.orElseThrow(() -> new OfficeTrouble("the tax office's answer has no id"));
    }

    /** The answers of the last days to documents that we sent, good and bad ones. */
    List<OfficeMessage> messages(String supplier, int days) throws OfficeTrouble, InterruptedException {
        Answer answer = ask("/listaMesajeFactura?zile=" + days + "&cif=" + supplier + "&filtru=T");
        try {
            return OfficeMessage.parse(answer.text());
        } catch (IllegalArgumentException e) {
            throw new OfficeTrouble("the tax office's list: " + e.getMessage(), e);
        }
    }

    SealedAnswer sealed(String messageId) throws OfficeTrouble, InterruptedException {
        Answer answer = ask("/descarcare?id=" + messageId);
        try {
            return SealedAnswer.read(answer.body());
        } catch (IllegalArgumentException e) {
            throw new OfficeTrouble("the tax office's answer " + messageId + ": " + e.getMessage(), e);
        }
    }

    private Answer ask(String what) throws OfficeTrouble, InterruptedException {
        try {
            Answer answer = send(HttpRequest.newBuilder(URI.create(service + what)));
            if (answer.status() != OK) {
                throw new OfficeTrouble("the tax office answered " + answer.status());
            }
            return answer;
        } catch (IOException e) {
            throw new OfficeTrouble("the tax office cannot be asked: " + e, e);
        }
    }

    private static OfficeXml xml(Answer answer) throws OfficeTrouble {
        try {
            return OfficeXml.parse(answer.text());
        } catch (IllegalArgumentException e) {
            throw new OfficeTrouble(e.getMessage(), e);
        }
    }

    /** With the token; once more with a new one when the office does not take it. */
    private Answer send(HttpRequest.Builder request) throws IOException, OfficeTrouble, InterruptedException {
        String token = tokens.current();
        Answer answer = sendWith(token, request);
        if (answer.status() == UNAUTHORIZED) {
            answer = sendWith(tokens.after(token), request);
        }
        return switch (answer.status()) {
            case UNAUTHORIZED, FORBIDDEN ->
                throw new OfficeTrouble("the tax office does not let us in: " + answer.status());
            case TOO_MANY -> throw new OfficeTrouble("the tax office wants us to ask less often");
            default -> answer;
        };
    }

    /** Within a time that counts the body too: a line that goes quiet in the middle must not hold up the others. */
    private Answer sendWith(String token, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest complete =
                request.copy().header("Authorization", "Bearer " + token).build();
        CompletableFuture<HttpResponse<byte[]>> response =
                http.sendAsync(complete, HttpResponse.BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> answer = response.get(WITHIN.toSeconds(), TimeUnit.SECONDS);
            return new Answer(answer.statusCode(), answer.body());
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new IOException("no answer within " + WITHIN.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException(String.valueOf(e.getCause()), e);
        }
    }
}
