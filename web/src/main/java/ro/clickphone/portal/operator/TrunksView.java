package ro.clickphone.portal.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import ro.clickphone.engine.api.TrunkState;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.callflow.EngineLine;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** The carriers' links as this node sees them: machines, registration, calls. */
@Named
@RequestScoped
@Guarded(Need.OPERATE)
public class TrunksView {
    @Inject
    private EngineLine engine;

    @Inject
    private Me me;

    @Inject
    private Language language;

    private List<TrunkState> trunks;

    public List<TrunkState> getTrunks() {
        if (trunks == null) {
            trunks = engine.trunkStates().stream()
                    .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                    .toList();
        }
        return trunks;
    }

    /** The colour of a machine's label. */
    public String tone(TrunkState.PeerState peer) {
        return switch (peer.reach()) {
            case UP -> "good";
            case DOWN -> "bad";
            case UNKNOWN -> "";
        };
    }

    /** The colour of a registration's label. */
    public String tone(TrunkState.LoginState login) {
        return switch (login.standing()) {
            case REGISTERED -> "good";
            case REFUSED, UNREACHABLE -> "bad";
            case TRYING -> "";
        };
    }

    public String moment(Instant moment) {
        return Moments.moment(moment, me.zone(), language.getLocale());
    }
}
