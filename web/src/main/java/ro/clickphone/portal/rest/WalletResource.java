package ro.clickphone.portal.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.ledger.Balance;
import ro.clickphone.pbx.ledger.Book;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.Wording;

/** A customer's credit. */
@Path("accounts/{account}/wallet")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "wallet")
public class WalletResource {
    /** In euro, net of VAT. @param reserved set aside for calls in progress, part of the total */
    public record WalletBody(BigDecimal available, BigDecimal reserved, BigDecimal total) {
        static WalletBody of(Balance balance) {
            return new WalletBody(
                    balance.available().toEuro(),
                    balance.reserved().toEuro(),
                    balance.total().toEuro());
        }
    }

    /** @param amount whole cents */
    public record CreditBody(BigDecimal amount) {}

    @Inject
    private AccountService accounts;

    @Inject
    private LedgerService ledger;

    @GET
    @Operation(summary = "The customer's credit")
    public WalletBody balance(@PathParam("account") long account) {
        return WalletBody.of(
                ledger.balance(accounts.find(Input.account(account)).id()));
    }

    @PUT
    @Path("credits/{id}")
    @Operation(summary = "Gives the customer credit that nobody paid; the same id again gives it once")
    public WalletBody give(@PathParam("account") long account, @PathParam("id") String id, CreditBody body) {
        AccountId known = accounts.find(Input.account(account)).id();
        CreditBody order = Input.required("body", body);
        ledger.topUp(
                known,
                Input.as("id", "goodwill:" + id, TransferId::new),
                Input.as("amount", order.amount(), Money::ofEuro),
                Book.GOODWILL,
                Wording.of("ledger.topUp.welcome"));
        return WalletBody.of(ledger.balance(known));
    }
}
