package ro.clickphone.portal.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.number.Did;
import ro.clickphone.pbx.number.NumberPlan;
import ro.clickphone.pbx.number.NumberService;

/** Public numbers of a customer. */
@Path("accounts/{account}/numbers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "numbers")
public class NumbersResource {
    /** A number. @param number E.164 */
    public record NumberBody(String number, long trunk) {
        static NumberBody of(Did did) {
            return new NumberBody(did.number().value(), did.trunk().value());
        }
    }

    /** The order to give one. @param number in any usual form */
    public record NewNumberBody(String number, Long trunk) {}

    @Inject
    private AccountService accounts;

    @Inject
    private NumberService numbers;

    @GET
    @Operation(summary = "The customer's numbers")
    public List<NumberBody> list(@PathParam("account") long account) {
        AccountId id = accounts.find(Input.account(account)).id();
        return numbers.list(id).stream().map(NumberBody::of).toList();
    }

    @POST
    @Operation(summary = "Gives the customer a number, which comes in by a trunk")
    public Response add(@PathParam("account") long account, NewNumberBody body) {
        NewNumberBody order = Input.required("body", body);
        Did added = numbers.add(
                Input.account(account),
                Input.required("number", order.number()),
                Input.as("trunk", order.trunk(), TrunkId::new));
        return Response.status(Response.Status.CREATED)
                .entity(NumberBody.of(added))
                .build();
    }

    @DELETE
    @Path("{number}")
    @Operation(summary = "Takes a number away")
    public void remove(@PathParam("account") long account, @PathParam("number") String number) {
        numbers.remove(
                Input.account(account),
                NumberPlan.fromCarrier(number).orElseThrow(() -> new NotFound("number.unknown", number)));
    }
}
