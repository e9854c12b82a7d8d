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
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.notify.MailFilter;
import ro.clickphone.pbx.notify.MailState;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.notify.PostedMail;

/** The outbox of mails. */
@Path("mails")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mails")
public class MailsResource {
    /** A mail; account is 0 when it is to the operator. */
    public record MailBody(
            long id,
            long account,
            String kind,
            String to,
            String subject,
            String state,
            int attempts,
            String createdAt,
            String problem) {
        static MailBody of(PostedMail mail) {
            return new MailBody(
                    mail.id(),
                    mail.account().map(AccountId::value).orElse(0L),
                    mail.kind(),
                    mail.to(),
                    mail.subject(),
                    mail.state().name(),
                    mail.attempts(),
                    mail.createdAt().toString(),
                    mail.problem());
        }
    }

    /** What is in it. */
    public record TextBody(String text) {}

    @Inject
    private Outbox outbox;

    @GET
    @Operation(summary = "Mails, the newest first")
    public Page<MailBody> list(
            @QueryParam("state") String state,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("size") @DefaultValue("50") int size) {
        Set<MailState> states = Optional.ofNullable(state)
                .map(name -> Input.oneOf("state", name, MailState.class))
                .map(Set::of)
                .orElseGet(Set::of);
        return outbox.list(new MailFilter(states, to), Input.page(offset, size)).map(MailBody::of);
    }

    @GET
    @Path("{mail}")
    @Operation(summary = "One mail")
    public MailBody find(@PathParam("mail") long mail) {
        return MailBody.of(outbox.find(mail));
    }

    @GET
    @Path("{mail}/text")
    @Operation(summary = "The text of a mail; that of a secret one only while no mail server is configured")
    public TextBody text(@PathParam("mail") long mail) {
        return new TextBody(outbox.text(mail));
    }
}
