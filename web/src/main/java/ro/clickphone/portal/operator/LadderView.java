package ro.clickphone.portal.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.TracedCall;
import ro.clickphone.engine.api.TracedMessage;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.callflow.EngineLine;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** The SIP messages of the latest calls on this node, for whoever looks for a fault; found by who called or was called. */
@Named
@RequestScoped
@Guarded(Need.OPERATE)
public class LadderView {
    private static final int SHOWN = 50;
    private static final DateTimeFormatter EXACTLY = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    @Inject
    private EngineLine engine;

    @Inject
    private Me me;

    @Inject
    private Language language;

    private String wanted = "";
    private String call = "";
    private List<TracedMessage> messages;

    /** What is looked for in callers and numbers: an account, an extension, digits. */
    public String getWanted() {
        return wanted;
    }

    public void setWanted(String text) {
        wanted = text == null ? "" : text.strip();
    }

    /** The call to be shown, empty for none. */
    public String getCall() {
        return call;
    }

    public void setCall(String id) {
        call = id == null ? "" : id;
    }

    public List<TracedCall> getCalls() {
        return engine.tracedCalls().stream()
                .filter(traced -> wanted.isEmpty()
                        || source(traced).contains(wanted)
                        || traced.arrival().dialled().contains(wanted))
                .limit(SHOWN)
                .toList();
    }

    public List<TracedMessage> getMessages() {
        if (messages == null) {
            messages = chosen().map(engine::trace).orElse(List.of());
        }
        return messages;
    }

    private Optional<CallId> chosen() {
        try {
            return call.isEmpty() ? Optional.empty() : Optional.of(CallId.parse(call));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String source(TracedCall traced) {
        return traced.arrival().source() instanceof Party.Extension extension
                ? extension.who().user()
                : ((Party.PublicNumber) traced.arrival().source()).number();
    }

    /** The first line, which says what it is. */
    public String title(TracedMessage message) {
        return message.text().lines().findFirst().orElse("");
    }

    public String moment(Instant moment) {
        return Moments.moment(moment, me.zone(), language.getLocale());
    }

    public String exactly(Instant moment) {
        ZoneId zone = me.zone();
        return EXACTLY.format(moment.atZone(zone));
    }
}
