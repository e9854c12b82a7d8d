package ro.clickphone.portal.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewUser;
import ro.clickphone.pbx.account.SignedIn;
import ro.clickphone.pbx.account.Users;
import ro.clickphone.pbx.kernel.AccountId;

/** One customer, and who signs in for it. */
@Path("accounts/{account}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class AccountResource {
    /** Who signs in. */
    public record UserBody(String email, String name, Role role, String language) {
        static UserBody of(SignedIn user) {
            return new UserBody(user.email(), user.name(), user.role(), user.language());
        }
    }

    /** The order of one. */
    public record NewUserBody(String email, String name, String role, String password) {
        @Override
        public String toString() {
            return "NewUserBody[" + email + "]";
        }
    }

    @Inject
    private AccountService accounts;

    @Inject
    private Users users;

    @GET
    @Operation(summary = "One customer")
    public AccountsResource.AccountBody find(@PathParam("account") long account) {
        return AccountsResource.AccountBody.of(accounts.find(Input.account(account)));
    }

    @GET
    @Path("users")
    @Operation(summary = "Who signs in for the customer")
    public List<UserBody> users(@PathParam("account") long account) {
        AccountId id = accounts.find(Input.account(account)).id();
        return users.list(id).stream().map(UserBody::of).toList();
    }

    @POST
    @Path("users")
    @Operation(summary = "Lets somebody sign in")
    public Response addUser(@PathParam("account") long account, NewUserBody body) {
        NewUserBody order = Input.required("body", body);
        SignedIn added = users.add(
                Input.account(account),
                new NewUser(
                        Input.required("email", order.email()),
                        Input.required("name", order.name()),
                        Input.oneOf("role", order.role(), Role.class),
                        Input.required("password", order.password())));
        return Response.status(Response.Status.CREATED)
                .entity(UserBody.of(added))
                .build();
    }
}
