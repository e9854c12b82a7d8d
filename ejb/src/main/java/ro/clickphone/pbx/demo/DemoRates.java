package ro.clickphone.pbx.demo;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.rating.Deck;
import ro.clickphone.pbx.rating.RateService;

/** A price list for the demo, Romania and the world, with figures of our own. */
@Stateless
@Guarded(Need.OPERATE)
public class DemoRates {
    private static final String FILE = "demo-rates.csv";

    @Inject
    private RateService rates;

    public void create() {
        Deck deck = rates.stage("Demo", Optional.empty(), file()).staged().orElseThrow();
        rates.apply(deck.id());
    }

    private static byte[] file() {
        try (InputStream in = RateService.class.getResourceAsStream(FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's price list cannot be read", e);
        }
    }
}
