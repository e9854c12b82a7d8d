package ro.clickphone.portal.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.callflow.CallBackService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** Calls that a program begins: an extension's own phone rings first, or its user's mobile, then the number is called. */
@Path("accounts/{account}/calls")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "calls")
public class CallBackResource {
    /**
     * @param extension whose call it is; its phones ring first
     * @param number is called when somebody answered
     * @param first rings instead of the extension's phones, when given: a mobile where its user is
     */
    public record WantedBody(Integer extension, String number, String first) {}

    /** @param call its record bears this id when it is over */
    public record BegunBody(String call) {}

    @Inject
    private AccountService accounts;

    @Inject
    private CallBackService calls;

    @PathParam("account")
    private long accountInPath;

    @POST
    @Operation(
            summary =
                    "Rings an extension, and leads who answers to a number: a call of that extension, at its price. With a "
                            + "first number that one rings instead; both calls are paid then")
    public Response call(WantedBody body) {
        WantedBody wanted = Input.required("body", body);
        ExtensionNumber extension =
                Input.as("extension", Input.required("extension", wanted.extension()), ExtensionNumber::new);
        AccountId account = accounts.find(Input.account(accountInPath)).id();
        String number = Input.required("number", wanted.number());
        CallId call = Optional.ofNullable(wanted.first())
                .filter(first -> !first.isBlank())
                .map(first -> calls.callFrom(account, extension, first, number))
                .orElseGet(() -> calls.call(account, extension, number));
        return Response.accepted(new BegunBody(call.toString())).build();
    }
}
