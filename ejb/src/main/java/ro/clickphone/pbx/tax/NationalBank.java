package ro.clickphone.pbx.tax;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.notify.Pace;

/**
 * The euro, fetched from the National Bank where its address is set; elsewhere finance types it in. Either way the operator
 * is told before the known rate is too old for an invoice.
 */
@ApplicationScoped
public class NationalBank {
    private static final Logger LOG = Logger.getLogger(NationalBank.class.getName());
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final int LARGEST = 200_000;
    private static final int OK = 200;
    /** A long weekend is no alarm. */
    private static final int WORRYING_DAYS = 5;

    @Inject
    @ConfigProperty(name = "PBX_BNR_URL")
    private Optional<String> address;

    @Inject
    private TaxTables tax;

    @Inject
    private Outbox outbox;

    /** May be told twice. */
    public void run() {
        address.filter(text -> !text.isBlank()).ifPresent(this::fetch);
        LocalDate today = tax.today();
        Optional<LocalDate> latest = tax.euroRates().stream().findFirst().map(EuroRate::day);
        boolean fresh = latest.filter(day -> !day.isBefore(today.minusDays(WORRYING_DAYS)))
                .isPresent();
        if (!fresh) {
            outbox.postToOperator(
                    "tax.euro.stale",
                    new Pace.Once(today.toString(), Duration.ofDays(1)),
                    latest.map(LocalDate::toString).orElse("-"),
                    TaxTables.OLDEST_EURO_RATE_DAYS);
        }
    }

    private void fetch(String from) {
        try {
            EuroRate rate = BnrTable.read(download(from));
            tax.add(rate);
        } catch (IOException | IllegalArgumentException | Refusal e) {
            // said by a person already, or to be asked again at the next turn
            LOG.log(Level.WARNING, "the National Bank''s rate was not taken: {0}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] download(String from) throws IOException, InterruptedException {
        URI uri = URI.create(from.strip());
        if (!"https".equals(uri.getScheme()) && !"127.0.0.1".equals(uri.getHost())) {
            throw new IllegalArgumentException("only https, not " + uri);
        }
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(uri).timeout(WITHIN).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != OK) {
                throw new IOException("it answered " + answer.statusCode());
            }
            return body.readNBytes(LARGEST);
        }
    }
}
