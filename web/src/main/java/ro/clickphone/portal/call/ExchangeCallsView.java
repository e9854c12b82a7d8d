package ro.clickphone.portal.call;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ro.clickphone.pbx.call.CallDetail;
import ro.clickphone.pbx.call.CallDetailService;
import ro.clickphone.pbx.call.CallSort;
import ro.clickphone.pbx.call.CallStatus;
import ro.clickphone.pbx.call.Direction;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;

/** All calls of the exchange, those between extensions too, each with its way (manual, item 49). */
@Named
@ViewScoped
public class ExchangeCallsView extends CallReport {
    private static final long serialVersionUID = 1L;

    @Override
    Set<Direction> directions() {
        return EnumSet.allOf(Direction.class);
    }

    @Override
    String fileStem() {
        return "cdr";
    }

    @Override
    Page<CallDetail> page(CallDetailService service, CallSort sort, PageRequest page) {
        return service.all(me().id(), getFilter().asCallFilter(), sort, page);
    }

    @Override
    List<String> columns() {
        return List.of(
                "call.date",
                "call.direction",
                "call.source",
                "call.destination",
                "call.takenBy",
                "call.duration",
                "call.status",
                "call.path");
    }

    @Override
    List<?> cells(CallDetail call) {
        return List.of(
                moment(call.startedAt()),
                text("call.direction." + call.direction()),
                call.source(),
                call.destination(),
                call.takenBy(),
                talk(call),
                text("call.status." + call.status()),
                call.path());
    }

    /** Empty for a lost call. */
    public String talk(CallDetail call) {
        return call.status() == CallStatus.TAKEN ? duration(call.talk()) : "";
    }
}
