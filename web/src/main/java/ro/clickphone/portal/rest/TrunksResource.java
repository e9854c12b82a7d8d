package ro.clickphone.portal.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.number.NewTrunk;
import ro.clickphone.pbx.number.NumberService;

/** The operator's links to carriers. */
@Path("trunks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "trunks")
public class TrunksResource {
    /** A trunk. */
    public record TrunkBody(
            long id, String name, String host, int port, String transport, List<String> sources, String format) {
        static TrunkBody of(TrunkConfig trunk) {
            return new TrunkBody(
                    trunk.id().value(),
                    trunk.name(),
                    trunk.peers().get(0).host(),
                    trunk.peers().get(0).port(),
                    trunk.peers().get(0).transport().name(),
                    trunk.sources(),
                    trunk.format().name());
        }
    }

    /** The order of one; transport UDP and format E164_PLUS unless said otherwise. */
    public record NewTrunkBody(
            String name, String host, Integer port, String transport, List<String> sources, String format) {
        NewTrunk order() {
            return new NewTrunk(
                    Input.required("name", name),
                    Input.required("host", host),
                    Input.required("port", port),
                    Input.as("transport", Optional.ofNullable(transport).orElse("UDP"), Transport::valueOf),
                    Input.required("sources", sources),
                    Input.as(
                            "format",
                            Optional.ofNullable(format).orElse("E164_PLUS"),
                            TrunkConfig.NumberFormat::valueOf));
        }
    }

    @Inject
    private NumberService numbers;

    @GET
    @Operation(summary = "All trunks")
    public List<TrunkBody> list() {
        return numbers.trunks().stream().map(TrunkBody::of).toList();
    }

    @POST
    @Operation(summary = "Makes a trunk")
    public Response add(NewTrunkBody body) {
        TrunkConfig added = numbers.addTrunk(Input.required("body", body).order());
        return Response.created(URI.create("trunks/" + added.id().value()))
                .entity(TrunkBody.of(added))
                .build();
    }

    @GET
    @Path("{trunk}")
    @Operation(summary = "One trunk")
    public TrunkBody find(@PathParam("trunk") long trunk) {
        return TrunkBody.of(numbers.trunk(id(trunk)));
    }

    @PUT
    @Path("{trunk}")
    @Operation(summary = "Changes a trunk")
    public TrunkBody change(@PathParam("trunk") long trunk, NewTrunkBody body) {
        return TrunkBody.of(
                numbers.changeTrunk(id(trunk), Input.required("body", body).order()));
    }

    @DELETE
    @Path("{trunk}")
    @Operation(summary = "Removes a trunk that no number comes in by")
    public void remove(@PathParam("trunk") long trunk) {
        numbers.removeTrunk(id(trunk));
    }

    private static TrunkId id(long trunk) {
        if (trunk < 1) {
            throw new NotFound("trunk.unknown", trunk);
        }
        return new TrunkId(trunk);
    }
}
