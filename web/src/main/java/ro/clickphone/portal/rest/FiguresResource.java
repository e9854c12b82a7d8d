package ro.clickphone.portal.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.engine.api.EngineFigures;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.callflow.EngineLine;
import ro.clickphone.pbx.figures.FiguresText;

/** How much of everything this node holds, for a monitoring system with an operator's key; strangers learn no figures. */
@Path("figures")
@RequestScoped
@Tag(name = "figures")
@Guarded(Need.OPERATE)
public class FiguresResource {
    @Inject
    private EngineLine engine;

    @Inject
    private FiguresText calls;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Calls, dialogs, transactions, connections, registrations, blocked sources, lost packets")
    public EngineFigures figures() {
        return engine.figures();
    }

    @GET
    @Path("prometheus")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "The same as Prometheus reads them, and since the start: how soon calls rang, how long people"
                    + " talked, MOS and loss of each leg, why calls ended")
    public String prometheus() {
        EngineFigures now = engine.figures();
        return gauge("calls", "Calls in progress", now.calls())
                + gauge("dialogs", "Legs that can be spoken to in SIP", now.dialogs())
                + gauge("transactions", "SIP requests that are not over", now.transactions())
                + gauge("connections", "Connections by TCP, TLS and WebSocket", now.connections())
                + gauge("registered_users", "Users with at least one device", now.registered())
                + gauge("blocked_sources", "Sources that the SIP door refuses", now.blocked())
                + line("dropped_packets_total", "counter", "Packets lost for want of time", now.dropped())
                + calls.prometheus();
    }

    private static String gauge(String name, String help, long value) {
        return line(name, "gauge", help, value);
    }

    private static String line(String name, String type, String help, long value) {
        String full = "clickphone_sip_" + name;
        return "# HELP " + full + " " + help + "\n# TYPE " + full + " " + type + "\n" + full + " " + value + "\n";
    }
}
