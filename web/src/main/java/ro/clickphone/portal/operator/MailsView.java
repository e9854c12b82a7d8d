package ro.clickphone.portal.operator;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.primefaces.model.LazyDataModel;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.notify.MailFilter;
import ro.clickphone.pbx.notify.MailState;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.notify.PostedMail;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.layout.Rows;

/** The outbox: what was posted, what was sent, and what the mail server said to the rest. */
@Named
@ViewScoped
public class MailsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Outbox outbox;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private Refusals refusals;

    private String to = "";
    private MailState state;
    private transient LazyDataModel<PostedMail> rows;
    private String subject = "";
    private String body = "";

    public LazyDataModel<PostedMail> getRows() {
        if (rows == null) {
            rows = new Rows<>(
                    page -> outbox.list(new MailFilter(state == null ? Set.of() : Set.of(state), to), page),
                    PostedMail::id);
        }
        return rows;
    }

    public boolean isServerConfigured() {
        return outbox.hasServer();
    }

    public void show(PostedMail mail) {
        subject = mail.subject();
        try {
            body = outbox.text(mail.id());
        } catch (Refusal refusal) {
            body = refusals.text(refusal);
        }
    }

    public String tone(PostedMail mail) {
        return switch (mail.state()) {
            case SENT -> "good";
            case GIVEN_UP -> "bad";
            case WAITING, SENDING -> "warn";
        };
    }

    public String moment(Instant moment) {
        return Moments.moment(moment, me.zone(), language.getLocale());
    }

    public MailState[] getStates() {
        return MailState.values();
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to == null ? "" : to;
    }

    public MailState getState() {
        return state;
    }

    public void setState(MailState state) {
        this.state = state;
    }

    public String getSubject() {
        return subject;
    }

    public String getBody() {
        return body;
    }
}
