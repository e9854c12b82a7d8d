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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.callflow.EngineLine;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.number.NumberService;
import ro.clickphone.portal.rest.TrunkBodies.NewTrunkBody;
import ro.clickphone.portal.rest.TrunkBodies.TrunkBody;
import ro.clickphone.portal.rest.TrunkBodies.TrunkStateBody;

/** The operator's links to carriers. */
@Path("trunks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "trunks")
public class TrunksResource {
    @Inject
    private NumberService numbers;

    @Inject
    private EngineLine engine;

    @GET
    @Operation(summary = "All trunks")
    public List<TrunkBody> list() {
        return numbers.trunks().stream().map(TrunkBody::of).toList();
    }

    @GET
    @Path("states")
    @Operation(summary = "How each trunk is doing now: its machines, our registration, its calls")
    public List<TrunkStateBody> states() {
        return engine.trunkStates().stream().map(TrunkStateBody::of).toList();
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
