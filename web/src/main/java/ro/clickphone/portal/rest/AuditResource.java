package ro.clickphone.portal.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.audit.AuditFilter;
import ro.clickphone.pbx.audit.AuditLine;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;

/** The audit log. */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {
    private static final String EVER = "2000-01-01T00:00:00Z";
    private static final String FOR_EVER = "2100-01-01T00:00:00Z";

    /** A line; account is 0 when it concerned none. */
    public record LineBody(
            long id,
            long account,
            String at,
            String actor,
            String role,
            String address,
            String act,
            String subject,
            String was,
            String became) {
        static LineBody of(AuditLine line) {
            return new LineBody(
                    line.id(),
                    line.account().map(AccountId::value).orElse(0L),
                    line.at().toString(),
                    line.actor(),
                    line.role(),
                    line.address(),
                    line.act().what(),
                    line.act().subject(),
                    line.act().was(),
                    line.act().became());
        }
    }

    @Inject
    private Audit audit;

    @GET
    @Operation(summary = "What was done, the newest first; of one account where it is given")
    public Page<LineBody> list(
            @QueryParam("account") Long account,
            @QueryParam("from") @DefaultValue(EVER) String from,
            @QueryParam("until") @DefaultValue(FOR_EVER) String until,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("size") @DefaultValue("50") int size) {
        AuditFilter filter =
                new AuditFilter(Input.as("from", from, Instant::parse), Input.as("until", until, Instant::parse), text);
        PageRequest page = Input.page(offset, size);
        Page<AuditLine> lines =
                account == null ? audit.list(filter, page) : audit.list(Input.account(account), filter, page);
        return lines.map(LineBody::of);
    }
}
