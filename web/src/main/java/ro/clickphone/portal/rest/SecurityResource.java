package ro.clickphone.portal.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.engine.api.BlockedSource;
import ro.clickphone.pbx.callflow.EngineLine;
import ro.clickphone.pbx.security.SecurityLine;
import ro.clickphone.pbx.security.SecurityLog;

/** Who knocks at the doors. */
@Path("security")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "security")
public class SecurityResource {
    /** A source that the SIP door refuses. */
    public record BlockedBody(String address, String reason, String since, String until) {
        static BlockedBody of(BlockedSource source) {
            return new BlockedBody(
                    source.address(),
                    source.reason(),
                    source.since().toString(),
                    source.until().toString());
        }
    }

    /** Something that happened. */
    public record EventBody(String at, String kind, String address, String user, String detail) {
        static EventBody of(SecurityLine line) {
            return new EventBody(line.at().toString(), line.kind(), line.address(), line.user(), line.detail());
        }
    }

    @Inject
    private EngineLine engine;

    @Inject
    private SecurityLog security;

    @GET
    @Path("blocked")
    @Operation(summary = "Sources that the SIP door refuses now")
    public List<BlockedBody> blocked() {
        return engine.blockedSources().stream().map(BlockedBody::of).toList();
    }

    @DELETE
    @Path("blocked/{address}")
    @Operation(summary = "Lets a source in again; an unknown one is ignored")
    public void release(@PathParam("address") String address) {
        engine.release(address);
    }

    @GET
    @Path("events")
    @Operation(summary = "The latest events of all doors, at most 500")
    public List<EventBody> events() {
        return security.latest().stream().map(EventBody::of).toList();
    }
}
