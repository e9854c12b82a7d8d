package ro.clickphone.portal.rest;

import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.engine.api.TrunkState;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.NewTrunk;

/** What trunks look like in requests and answers. */
final class TrunkBodies {
    private TrunkBodies() {}

    /** One of the carrier's machines. */
    public record PeerBody(String host, Integer port, String transport, Integer priority, Integer weight) {
        static PeerBody of(TrunkConfig.Peer peer) {
            return new PeerBody(peer.host(), peer.port(), peer.transport().name(), peer.priority(), peer.weight());
        }

        NewTrunk.Peer order() {
            return new NewTrunk.Peer(
                    Input.required("host", host),
                    Input.required("port", port),
                    Input.oneOf("transport", Optional.ofNullable(transport).orElse("UDP"), Transport.class),
                    Optional.ofNullable(priority).orElse(1),
                    Optional.ofNullable(weight).orElse(1));
        }
    }

    /** Our account at the carrier; the password goes in and never comes out. */
    public record LoginBody(String user, String password, String registration) {
        static LoginBody of(TrunkConfig.Login login) {
            return new LoginBody(login.user(), null, login.registration().name());
        }

        NewTrunk.Login order() {
            return new NewTrunk.Login(
                    Input.required("login.user", user),
                    Optional.ofNullable(password),
                    Input.oneOf(
                            "login.registration",
                            Optional.ofNullable(registration).orElse("REGISTERS"),
                            TrunkConfig.Registration.class));
        }
    }

    /** How the caller is shown to the carrier. */
    public record CallerBody(String header, String from, String fallback) {
        static CallerBody of(TrunkConfig.CallerRules rules) {
            return new CallerBody(
                    rules.asserted().name(),
                    rules.from().name(),
                    rules.fallback().orElse(""));
        }

        TrunkConfig.CallerRules order() {
            return new TrunkConfig.CallerRules(
                    Input.oneOf(
                            "caller.header",
                            Optional.ofNullable(header).orElse("P_ASSERTED_IDENTITY"),
                            TrunkConfig.Asserted.class),
                    Input.oneOf("caller.from", Optional.ofNullable(from).orElse("CALLER"), TrunkConfig.FromUser.class),
                    Optional.ofNullable(fallback).filter(number -> !number.isBlank()));
        }
    }

    /** A trunk; host, port and transport are the first machine's. */
    public record TrunkBody(
            long id,
            String name,
            String host,
            int port,
            String transport,
            List<PeerBody> peers,
            List<String> sources,
            String format,
            LoginBody login,
            List<String> codecs,
            int channels,
            CallerBody caller,
            String watch,
            Long reserve) {
        static TrunkBody of(TrunkConfig trunk) {
            TrunkConfig.Peer first = trunk.peers().get(0);
            return new TrunkBody(
                    trunk.id().value(),
                    trunk.name(),
                    first.host(),
                    first.port(),
                    first.transport().name(),
                    trunk.peers().stream().map(PeerBody::of).toList(),
                    trunk.sources(),
                    trunk.format().name(),
                    trunk.login().map(LoginBody::of).orElse(null),
                    trunk.codecs(),
                    trunk.channels(),
                    CallerBody.of(trunk.caller()),
                    trunk.watch().name(),
                    trunk.reserve().map(TrunkId::value).orElse(null));
        }
    }

    /**
     * The order of one: either {@code peers}, or host, port and transport of the only one. Transport UDP and format
     * E164_PLUS unless said otherwise; several machines are watched unless said otherwise.
     */
    public record NewTrunkBody(
            String name,
            String host,
            Integer port,
            String transport,
            List<PeerBody> peers,
            List<String> sources,
            String format,
            LoginBody login,
            List<String> codecs,
            Integer channels,
            CallerBody caller,
            String watch,
            Long reserve) {
        NewTrunk order() {
            List<PeerBody> machines =
                    Optional.ofNullable(peers).orElseGet(() -> List.of(new PeerBody(host, port, transport, 1, 1)));
            String usually = machines.size() > 1 ? "BY_OPTIONS" : "BY_CALLS";
            return new NewTrunk(
                    Input.required("name", name),
                    machines.stream().map(PeerBody::order).toList(),
                    Input.required("sources", sources),
                    Input.oneOf(
                            "format", Optional.ofNullable(format).orElse("E164_PLUS"), TrunkConfig.NumberFormat.class),
                    Optional.ofNullable(login).map(LoginBody::order),
                    Optional.ofNullable(codecs).orElse(List.of()),
                    Optional.ofNullable(channels).orElse(0),
                    Optional.ofNullable(caller).map(CallerBody::order).orElse(TrunkConfig.CallerRules.USUAL),
                    Input.oneOf("watch", Optional.ofNullable(watch).orElse(usually), TrunkConfig.Watch.class),
                    Optional.ofNullable(reserve).map(NewTrunkBody::known));
        }

        private static TrunkId known(long reserve) {
            if (reserve < 1) {
                throw new Refusal("trunk.reserve", "reserve");
            }
            return new TrunkId(reserve);
        }
    }

    /** How one of the carrier's machines is doing. */
    public record PeerStateBody(String address, String transport, String reach, String since, long roundTripMillis) {
        static PeerStateBody of(TrunkState.PeerState peer) {
            return new PeerStateBody(
                    peer.address(),
                    peer.transport().name(),
                    peer.reach().name(),
                    peer.since().toString(),
                    peer.roundTripMillis());
        }
    }

    /** How our registration is doing. */
    public record LoginStateBody(String standing, int status, String since, String until) {
        static LoginStateBody of(TrunkState.LoginState login) {
            return new LoginStateBody(
                    login.standing().name(),
                    login.status(),
                    login.since().toString(),
                    login.until().map(Object::toString).orElse(""));
        }
    }

    /** How a trunk is doing, as this node sees it; {@code login} is absent where we do not register. */
    public record TrunkStateBody(
            long id, String name, List<PeerStateBody> peers, LoginStateBody login, int calls, int channels) {
        static TrunkStateBody of(TrunkState trunk) {
            return new TrunkStateBody(
                    trunk.id().value(),
                    trunk.name(),
                    trunk.peers().stream().map(PeerStateBody::of).toList(),
                    trunk.login().map(LoginStateBody::of).orElse(null),
                    trunk.calls(),
                    trunk.channels());
        }
    }
}
