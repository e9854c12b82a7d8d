package ro.clickphone.portal.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.prompt.PromptService;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.prompt.StoredMessage;

/** The messages of a customer, in their slots QUEUE_WELCOME, CLOSED and MENU:0 to MENU:99. */
@Path("accounts/{account}/prompts")
@RequestScoped
@Tag(name = "call handling")
public class PromptsResource {
    private static final String WAV = "audio/wav";

    /** A message. */
    public record PromptBody(String slot, String sha256, long millis, String storedAt) {
        static PromptBody of(StoredMessage message) {
            return new PromptBody(
                    message.slot().code(),
                    message.sha256(),
                    message.length().toMillis(),
                    message.storedAt().toString());
        }
    }

    @Inject
    private AccountService accounts;

    @Inject
    private PromptService prompts;

    @PathParam("account")
    private long accountInPath;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The customer's own messages")
    public List<PromptBody> list() {
        return prompts.list(account()).stream().map(PromptBody::of).toList();
    }

    @PUT
    @Path("{slot}")
    @Consumes({WAV, "audio/x-wav", "audio/wave"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Puts a WAV file into a slot")
    public PromptBody store(@PathParam("slot") String slot, byte[] wav) {
        return PromptBody.of(prompts.store(account(), slot(slot), wav));
    }

    @GET
    @Path("{slot}")
    @Produces(WAV)
    @Operation(summary = "The message in a slot")
    public byte[] wav(@PathParam("slot") String slot) {
        return prompts.wav(account(), slot(slot));
    }

    @DELETE
    @Path("{slot}")
    @Operation(summary = "Empties a slot")
    public void remove(@PathParam("slot") String slot) {
        prompts.remove(account(), slot(slot));
    }

    private AccountId account() {
        return accounts.find(Input.account(accountInPath)).id();
    }

    private static PromptSlot slot(String code) {
        return PromptSlot.parse(code).orElseThrow(() -> new NotFound("prompt.slot.unknown", code));
    }
}
