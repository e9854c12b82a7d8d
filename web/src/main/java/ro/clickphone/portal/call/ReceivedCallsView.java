package ro.clickphone.portal.call;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ro.clickphone.pbx.call.CallDetail;
import ro.clickphone.pbx.call.CallDetailService;
import ro.clickphone.pbx.call.CallSort;
import ro.clickphone.pbx.call.CallStatus;
import ro.clickphone.pbx.call.Direction;
import ro.clickphone.pbx.contact.ContactService;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.number.NumberPlan;

/** The report of calls received (manual, items 184 to 190). */
@Named
@ViewScoped
public class ReceivedCallsView extends CallReport {
    private static final long serialVersionUID = 1L;

    @Inject
    private ContactService contacts;

    private transient Map<E164, String> names;

    @Override
    Set<Direction> directions() {
        return EnumSet.of(Direction.RECEIVED);
    }

    @Override
    String fileStem() {
        return "received";
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
    List<?> cells(CallDetail call) {
        return List.of(
                moment(call.startedAt()),
                call.source(),
                name(call),
                call.destination(),
                talk(call),
                text("call.status." + call.status()));
    }

    /** Of the address book, or else what the caller's phone says (item 186). */
    public String name(CallDetail call) {
        if (names == null) {
            names = contacts.names(me().id());
        }
        return NumberPlan.fromCarrier(call.source()).map(names::get).orElse(call.sourceName());
    }

    /** Empty for a lost call (item 188). */
    public String talk(CallDetail call) {
        return call.status() == CallStatus.TAKEN ? duration(call.talk()) : "";
    }
}
