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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.prompt.MessageDraft;
import ro.clickphone.pbx.prompt.PromptService;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.prompt.SlotOpening;
import ro.clickphone.pbx.prompt.SlotService;
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

    /** A slot that is being filled. @param draft what was made for it so far; null when nothing was */
    public record OpeningBody(String slot, String owner, String expiresAt, DraftBody draft) {
        static OpeningBody of(SlotOpening opening) {
            return new OpeningBody(
                    opening.slot().code(),
                    opening.owner(),
                    opening.expiresAt().toString(),
                    opening.draft().map(DraftBody::of).orElse(null));
        }
    }

    /** What was heard in a slot. */
    public record MessageVersionBody(int version, DraftBody message) {}

    /** A text to be read out. @param language ro or en */
    public record SpeechBody(String text, String language) {}

    /** What was made for an open slot. @param origin PHONE, FILE, BROWSER or SPEECH */
    public record DraftBody(String sha256, long millis, String origin, String by, String at) {
        static DraftBody of(MessageDraft draft) {
            return new DraftBody(
                    draft.sha256(),
                    draft.length().toMillis(),
                    draft.origin().name(),
                    draft.by(),
                    draft.at().toString());
        }
    }

    @Inject
    private SlotService slots;

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
    @Consumes({WAV, "audio/x-wav", "audio/wave", "audio/mpeg"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Puts a WAV or MP3 file into a slot")
    public PromptBody store(@PathParam("slot") String slot, byte[] sound) {
        return PromptBody.of(prompts.store(account(), slot(slot), sound));
    }

    @GET
    @Path("{slot}/versions")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What was heard in a slot, the newest first")
    public List<MessageVersionBody> versions(@PathParam("slot") String slot) {
        return prompts.versions(account(), slot(slot)).stream()
                .map(version -> new MessageVersionBody(version.version(), DraftBody.of(version.message())))
                .toList();
    }

    @POST
    @Path("{slot}/versions/{version}/restore")
    @Operation(summary = "Goes back to an earlier message, as a new version")
    public void restore(@PathParam("slot") String slot, @PathParam("version") int version) {
        prompts.restore(account(), slot(slot), version);
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

    @GET
    @Path("openings")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The slots that are being filled: **500 records into them")
    public List<OpeningBody> openings() {
        return slots.openings(account()).stream().map(OpeningBody::of).toList();
    }

    @PUT
    @Path("{slot}/opening")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Opens a slot for fifteen minutes, or keeps it open")
    public OpeningBody open(@PathParam("slot") String slot) {
        return OpeningBody.of(slots.open(account(), slot(slot)));
    }

    @POST
    @Path("{slot}/opening/speech")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Has a text read out for the open slot")
    public OpeningBody say(@PathParam("slot") String slot, SpeechBody body) {
        SpeechBody order = Input.required("body", body);
        return OpeningBody.of(slots.say(
                account(),
                slot(slot),
                Input.required("text", order.text()),
                Input.required("language", order.language())));
    }

    @DELETE
    @Path("{slot}/opening")
    @Operation(summary = "Closes a slot; what callers hear stays what it was")
    public void close(@PathParam("slot") String slot) {
        slots.close(account(), slot(slot));
    }

    @POST
    @Path("{slot}/opening/accept")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes what was recorded for the open slot what callers hear")
    public PromptBody accept(@PathParam("slot") String slot) {
        return PromptBody.of(slots.accept(account(), slot(slot)));
    }

    private AccountId account() {
        return accounts.find(Input.account(accountInPath)).id();
    }

    private static PromptSlot slot(String code) {
        return PromptSlot.parse(code).orElseThrow(() -> new NotFound("prompt.slot.unknown", code));
    }
}
