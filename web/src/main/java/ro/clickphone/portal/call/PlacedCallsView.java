package ro.clickphone.portal.call;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ro.clickphone.pbx.call.CallDetail;
import ro.clickphone.pbx.call.CallDetailService;
import ro.clickphone.pbx.call.CallSort;
import ro.clickphone.pbx.call.Direction;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;

/** The report of calls placed (manual, items 177 to 183). */
@Named
@ViewScoped
public class PlacedCallsView extends CallReport {
    private static final long serialVersionUID = 1L;

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
