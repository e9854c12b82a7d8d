package ro.clickphone.portal.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.ResourceBundle;
import ro.clickphone.engine.api.BlockedSource;
import ro.clickphone.pbx.callflow.EngineLine;
import ro.clickphone.pbx.security.SecurityLine;
import ro.clickphone.pbx.security.SecurityLog;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** Sources that the SIP door refuses, with reason and release; what happened at all doors lately. */
@Named
@RequestScoped
public class DoorView {
    private static final int SHOWN = 100;

    @Inject
    private EngineLine engine;

    @Inject
    private SecurityLog security;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private Refusals refusals;

    private List<BlockedSource> blocked;

    public List<BlockedSource> getBlocked() {
        if (blocked == null) {
            blocked = engine.blockedSources();
        }
        return blocked;
    }

    public List<SecurityLine> getLatest() {
        return security.latest().stream().limit(SHOWN).toList();
    }

    public String release(String address) {
        engine.release(address);
        blocked = null;
        refusals.done("door.released", address);
        return null;
    }

    /** In the reader's words; what has none stays as it stands in the log. */
    public String kind(SecurityLine line) {
        return words("door.kind." + line.kind(), line.kind());
    }

    public String detail(String logged) {
        return words("door.words." + logged.replace(' ', '.'), logged);
    }

    private String words(String key, String otherwise) {
        ResourceBundle texts = language.texts();
        return texts.containsKey(key) ? texts.getString(key) : otherwise;
    }

    public String moment(Instant moment) {
        return Moments.moment(moment, me.zone(), language.getLocale());
    }
}
