package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.HangupCause;

/** A carrier's machines share the work: one is called, another one talks (RFC 3261 12). */
class TrunkRoutesTest extends TrunkScene {
    private final Carrier talking = with(Carrier.taking());
    private final Carrier called = with(Carrier.silent());

    private String callAnsweredWith(String headers) {
        called.behaves(request ->
                request.startsWith("INVITE") ? List.of(Carrier.answer(request, 200, headers, Carrier.SDP)) : List.of());
        open(trunk(List.of(called.peer(1))));
        try (Wire caller = caller()) {
            assertThat(call(caller, "+40216583456")).isEqualTo(200);
            await().until(() -> !talking.got("ACK").isEmpty());
            door.engine().calls().forEach(call -> door.engine()
                    .hangUp(call.arrival().id(), HangupCause.NORMAL));
            await().until(() -> !talking.got("BYE").isEmpty());
        }
        assertThat(called.got("ACK")).isEmpty();
        assertThat(called.got("BYE")).isEmpty();
        return talking.got("BYE").get(0);
    }

    @Test
    void requests_go_to_the_machine_of_the_contact() {
        String contact = "sip:gw@127.0.0.1:" + talking.port();
        assertThat(callAnsweredWith("Contact: <" + contact + ">\r\n")).startsWith("BYE " + contact + " SIP/2.0\r\n");
    }

    @Test
    void requests_go_by_the_first_route() {
        String route = "<sip:127.0.0.1:" + talking.port() + ";lr>";
        String bye = callAnsweredWith(
                "Contact: <sip:gw@127.0.0.1:9>\r\nRecord-Route: <sip:127.0.0.1:9;lr>, " + route + "\r\n");
        assertThat(bye)
                .startsWith("BYE sip:gw@127.0.0.1:9 SIP/2.0\r\n")
                .contains("Route: " + route + "\r\nRoute: <sip:127.0.0.1:9;lr>\r\n");
    }

    @Test
    void proxy_of_the_old_standard_is_named_first() {
        String strict = "sip:127.0.0.1:" + talking.port();
        String bye = callAnsweredWith(
                "Contact: <sip:gw@127.0.0.1:9>\r\nRecord-Route: <sip:127.0.0.1:9;lr>, <" + strict + ">\r\n");
        assertThat(bye)
                .startsWith("BYE " + strict + " SIP/2.0\r\n")
                .contains("Route: <sip:127.0.0.1:9;lr>\r\nRoute: <sip:gw@127.0.0.1:9>\r\n");
    }

    @Test
    void carrier_that_writes_an_address_of_nowhere_is_where_it_came_from() {
        called.behaves(request -> request.startsWith("ACK")
                ? List.of()
                : List.of(Carrier.answer(
                        request,
                        200,
                        "Contact: <sip:gw@0.0.0.0:5060>\r\n",
                        request.startsWith("INVITE") ? Carrier.SDP : "")));
        open(trunk(List.of(called.peer(1))));
        try (Wire caller = caller()) {
            assertThat(call(caller, "+40216583456")).isEqualTo(200);
            await().until(() -> !called.got("ACK").isEmpty());
        }
    }
}
