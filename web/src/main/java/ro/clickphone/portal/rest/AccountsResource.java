package ro.clickphone.portal.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.pbx.account.Account;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Page;

/** Customers. */
@Path("accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class AccountsResource {
    /** An account. */
    public record AccountBody(long id, String name, String timeZone, int extensionLimit, String createdAt) {
        static AccountBody of(Account account) {
            return new AccountBody(
                    account.id().value(),
                    account.name(),
                    account.timeZone().getId(),
                    account.extensionLimit(),
                    account.createdAt().toString());
        }
    }

    /** The order of one; without an id it gets the next free one. */
    public record NewAccountBody(Long id, String name, String timeZone, Integer extensionLimit) {}

    @Inject
    private AccountService accounts;

    @GET
    @Operation(summary = "All customers, by number")
    public Page<AccountBody> list(
            @QueryParam("offset") @DefaultValue("0") int offset, @QueryParam("size") @DefaultValue("50") int size) {
        return accounts.list(Input.page(offset, size)).map(AccountBody::of);
    }

    @POST
    @Operation(summary = "Creates a customer")
    public Response create(NewAccountBody body) {
        NewAccountBody order = Input.required("body", body);
        NewAccount account = new NewAccount(
                Input.required("name", order.name()),
                Input.as("timeZone", Optional.ofNullable(order.timeZone()).orElse("Europe/Bucharest"), ZoneId::of),
                Input.required("extensionLimit", order.extensionLimit()));
        Account created = order.id() == null
                ? accounts.create(account)
                : accounts.create(Input.as("id", order.id(), AccountId::new), account);
        return Response.created(URI.create("accounts/" + created.id()))
                .entity(AccountBody.of(created))
                .build();
    }
}
