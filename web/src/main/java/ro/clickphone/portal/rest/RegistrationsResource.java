package ro.clickphone.portal.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.extension.Registration;
import ro.clickphone.pbx.extension.RegistrationService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.live.LivePresence;

/** Registered devices of a customer. */
@Path("accounts/{account}/registrations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "extensions")
public class RegistrationsResource {
    /** A registered device. */
    public record RegistrationBody(
            int extension, String contact, String received, String transport, String userAgent, String expiresAt) {
        static RegistrationBody of(Registration registration, Binding now) {
            return new RegistrationBody(
                    registration.extension().value(),
                    now.contact(),
                    now.received(),
                    now.transport().name(),
                    now.userAgent(),
                    now.expiresAt().toString());
        }
    }

    @Inject
    private AccountService accounts;

    @Inject
    private RegistrationService registrations;

    @Inject
    private LivePresence presence;

    @GET
    @Operation(summary = "Registered devices of the customer")
    public Page<RegistrationBody> list(
            @PathParam("account") long account,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("size") @DefaultValue("50") int size) {
        AccountId id = accounts.find(Input.account(account)).id();
        return registrations
                .list(id, Input.page(offset, size))
                .map(device -> RegistrationBody.of(device, presence.asKnown(device.binding())));
    }
}
