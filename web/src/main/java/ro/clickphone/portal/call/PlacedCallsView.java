package ro.clickphone.portal.call;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ro.clickphone.pbx.call.CallDetail;
import ro.clickphone.pbx.call.CallDetailService;
import ro.clickphone.pbx.call.CallSort;
import ro.clickphone.pbx.call.Direction;
import ro.clickphone.pbx.catalogue.CatalogueService;
import ro.clickphone.pbx.catalogue.EntitlementService;
import ro.clickphone.pbx.catalogue.Family;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;

/** The report of calls placed (manual, items 177 to 183). */
@Named
@ViewScoped
public class PlacedCallsView extends CallReport {
    private static final long serialVersionUID = 1L;

    /** Above it a package of minutes is worth a thought (manual, item 22). */
    private static final Duration MUCH_TALK = Duration.ofMinutes(500);

    @Inject
    private EntitlementService entitlements;

    @Inject
    private CatalogueService catalogue;

    /** How many calls may go out at once (manual, item 179). */
    public int getChannels() {
        return entitlements.of(me().id()).outbound();
    }

    /** Whether a package of minutes would be cheaper, maybe: much was said in this month, and there is none yet. */
    public boolean isManyMinutes() {
        return getTotals().talk().compareTo(MUCH_TALK) > 0
                && catalogue.subscriptions(me().id()).stream()
                        .noneMatch(one -> one.product().family() == Family.MINUTES);
    }

    /** The price; {@code Gratuit} for a talk that cost nothing (manual, item 181). */
    public String cost(CallDetail call) {
        boolean free = call.price().amount().equals(Money.ZERO) && !call.talk().isZero();
        if (free) {
            return text(call.price().includedSeconds() > 0 ? "call.included" : "call.free");
        }
        return money(call.price().amount());
    }

    @Override
    Set<Direction> directions() {
        return EnumSet.of(Direction.PLACED);
    }

    @Override
    String fileStem() {
        return "placed";
    }

    @Override
    Page<CallDetail> page(CallDetailService service, CallSort sort, PageRequest page) {
        return service.placed(me().id(), getFilter().asCallFilter(), sort, page);
    }

    @Override
    List<String> columns() {
        return List.of("call.date", "call.extension", "call.destination", "call.duration", "call.price");
    }

    @Override
    List<?> cells(CallDetail call) {
        return List.of(
                moment(call.startedAt()),
                call.source(),
                call.destination(),
                duration(call.talk()),
                new BigDecimal(call.price().amount().fourDecimals()));
    }
}
