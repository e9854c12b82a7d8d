package ro.clickphone.portal.routing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import ro.clickphone.pbx.callflow.Destination;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.portal.error.Refusals;

/** Where calls go, in the user's language. */
@RequestScoped
public class DestinationWords {
    @Inject
    private Refusals words;

    public String of(Destination destination) {
        if (destination instanceof Destination.Extensions direct) {
            String numbers =
                    direct.extensions().stream().map(ExtensionNumber::toString).collect(Collectors.joining(", "));
            return words.text(
                    "routing.to.extensions",
                    List.of(numbers, direct.extensions().size()));
        }
        return words.text(destination instanceof Destination.Queue ? "routing.to.queue" : "routing.to.ivr", List.of());
    }
}
