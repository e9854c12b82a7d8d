package ro.clickphone.portal.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.engine.api.TrunkState;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.callflow.EngineLine;
import ro.clickphone.pbx.number.NumberService;
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
    private NumberService numbers;

    @Inject
    private Me me;

    @Inject
    private Language language;

    private List<Row> rows;

    /** A trunk and, when the exchange knows it already, how it is doing. */
    public record Row(TrunkConfig trunk, Optional<TrunkState> now) {
        public long getId() {
            return trunk.id().value();
        }

        public String getName() {
            return trunk.name();
        }

        public TrunkConfig getTrunk() {
            return trunk;
        }

        public List<TrunkState.PeerState> getPeers() {
            return now.map(TrunkState::peers).orElse(List.of());
        }

        /** Of one just saved, which the exchange takes up in a moment: where it leads. */
        public List<TrunkConfig.Peer> getPlanned() {
            return now.isPresent() ? List.of() : trunk.peers();
        }

        public boolean isAwaited() {
            return now.isEmpty() && trunk.registers();
        }

        public Optional<TrunkState.LoginState> getLogin() {
            return now.flatMap(TrunkState::login);
        }

        public int getCalls() {
            return now.map(TrunkState::calls).orElse(0);
        }
    }

    /** After a change: what was read before it is old. */
    void readAgain() {
        rows = null;
    }

    public List<Row> getRows() {
        if (rows == null) {
            Map<TrunkId, TrunkState> states =
                    engine.trunkStates().stream().collect(Collectors.toMap(TrunkState::id, Function.identity()));
            rows = numbers.trunks().stream()
                    .map(trunk -> new Row(trunk, Optional.ofNullable(states.get(trunk.id()))))
                    .sorted(Comparator.comparing(Row::getName, String.CASE_INSENSITIVE_ORDER))
                    .toList();
        }
        return rows;
    }

    /** Who takes the trunk's calls when it does not; empty when nobody does. */
    public String reserve(Row row) {
        return row.trunk()
                .reserve()
                .flatMap(id -> getRows().stream()
                        .filter(other -> other.trunk().id().equals(id))
                        .findFirst())
                .map(Row::getName)
                .orElse("");
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

    public String codecs(Row row) {
        return String.join(", ", row.trunk().codecs());
    }

    public String moment(Instant moment) {
        return Moments.moment(moment, me.zone(), language.getLocale());
    }
}
