package ro.clickphone.portal.call;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.List;
import ro.clickphone.pbx.call.CallDetail;
import ro.clickphone.pbx.call.CallDetailService;
import ro.clickphone.pbx.call.CallSort;
import ro.clickphone.pbx.call.CallStatus;
import ro.clickphone.pbx.call.Direction;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;

/** The report of calls received (manual, items 184 to 190). */
@Named
@ViewScoped
public class ReceivedCallsView extends CallReport {
    private static final long serialVersionUID = 1L;

    @Override
    Direction direction() {
        return Direction.RECEIVED;
    }

    @Override
    Page<CallDetail> page(CallDetailService service, CallSort sort, PageRequest page) {
        return service.received(me().id(), getFilter().asCallFilter(), sort, page);
    }

    @Override
    List<String> columns() {
        return List.of("call.date", "call.source", "call.name", "call.destination", "call.duration", "call.status");
    }

    @Override
    List<String> cells(CallDetail call) {
        return List.of(
                moment(call.startedAt()),
                call.source(),
                call.sourceName(),
                call.destination(),
                talk(call),
                text("call.status." + call.status()));
    }

    /** Empty for a lost call (item 188). */
    public String talk(CallDetail call) {
        return call.status() == CallStatus.TAKEN ? duration(call.talk()) : "";
    }
}
