package ro.clickphone.portal.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.engine.api.DigestCredential;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.extension.NewExtension;
import ro.clickphone.pbx.extension.SipSettings;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** Extensions of a customer. */
@Path("accounts/{account}/extensions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "extensions")
public class ExtensionsResource {
    /** An extension. */
    public record ExtensionBody(
            int number,
            String name,
            String sipUser,
            long ringSeconds,
            ForwardBody always,
            ForwardBody busy,
            ForwardBody unavailable) {
        static ExtensionBody of(Extension extension) {
            return new ExtensionBody(
                    extension.number().value(),
                    extension.name(),
                    extension.who().toString(),
                    extension.ringTime().toSeconds(),
                    ForwardBody.of(extension.always()),
                    ForwardBody.of(extension.busy()),
                    ForwardBody.of(extension.unavailable()));
        }
    }

    /** A forward; without a target there never was one. */
    public record ForwardBody(String target, boolean active) {
        static ForwardBody of(Forward forward) {
            if (forward instanceof Forward.Active set) {
                return new ForwardBody(set.target().toString(), true);
            }
            return forward instanceof Forward.Remembered kept
                    ? new ForwardBody(kept.target().toString(), false)
                    : new ForwardBody("", false);
        }
    }

    /** The order of an extension; without a password it gets a random one. */
    public record NewExtensionBody(Integer number, String name, String sipPassword) {
        @Override
        public String toString() {
            return "NewExtensionBody[" + number + "]";
        }
    }

    /** An extension as it was just made, with the password that can be read only now. */
    public record CreatedBody(ExtensionBody extension, SipSettings settings, String sipPassword) {
        static CreatedBody of(NewExtension added) {
            return new CreatedBody(ExtensionBody.of(added.extension()), added.settings(), added.password());
        }

        @Override
        public String toString() {
            return "CreatedBody[" + extension + "]";
        }
    }

    /** What may change; what is left out stays. */
    public record ChangeBody(String name, Integer ringSeconds) {}

    /** A password to set; without one it is random. */
    public record PasswordBody(String sipPassword) {
        @Override
        public String toString() {
            return "PasswordBody[]";
        }
    }

    /** {@code OFF}, {@code OPTIONAL} or {@code REQUIRED}. */
    public record EncryptionBody(DigestCredential.Srtp srtp) {}

    /** Where to forward. */
    public record TargetBody(String target) {}

    @Inject
    private AccountService accounts;

    @Inject
    private ExtensionService extensions;

    @PathParam("account")
    private long accountInPath;

    @GET
    @Operation(summary = "All extensions of the customer")
    public List<ExtensionBody> list() {
        return extensions.list(account()).stream().map(ExtensionBody::of).toList();
    }

    @POST
    @Operation(summary = "Adds an extension, with a given SIP password or a random one")
    public Response add(NewExtensionBody body) {
        NewExtensionBody order = Input.required("body", body);
        ExtensionNumber number = Input.as("number", order.number(), ExtensionNumber::new);
        String name = Input.required("name", order.name());
        NewExtension added = order.sipPassword() == null
                ? extensions.add(account(), number, name)
                : extensions.add(account(), number, name, order.sipPassword());
        return Response.created(URI.create("accounts/" + accountInPath + "/extensions/" + number))
                .entity(CreatedBody.of(added))
                .build();
    }

    @GET
    @Path("{extension}")
    @Operation(summary = "One extension")
    public ExtensionBody find(@PathParam("extension") int number) {
        return ExtensionBody.of(extensions.find(account(), Input.extension(number)));
    }

    @PATCH
    @Path("{extension}")
    @Operation(summary = "Changes the name or the ring time")
    public ExtensionBody change(@PathParam("extension") int number, ChangeBody body) {
        ChangeBody order = Input.required("body", body);
        ExtensionNumber extension = Input.extension(number);
        if (order.name() != null) {
            extensions.rename(account(), extension, order.name());
        }
        if (order.ringSeconds() != null) {
            extensions.setRingTime(account(), extension, Duration.ofSeconds(order.ringSeconds()));
        }
        return find(number);
    }

    @DELETE
    @Path("{extension}")
    @Operation(summary = "Deletes an extension that nothing leads to")
    public void delete(@PathParam("extension") int number) {
        extensions.delete(account(), Input.extension(number));
    }

    @PUT
    @Path("{extension}/password")
    @Operation(summary = "A new SIP password, given or random; devices are dropped")
    public CreatedBody password(@PathParam("extension") int number, PasswordBody body) {
        PasswordBody order = Input.required("body", body);
        ExtensionNumber extension = Input.extension(number);
        return CreatedBody.of(
                order.sipPassword() == null
                        ? extensions.newPassword(account(), extension)
                        : extensions.newPassword(account(), extension, order.sipPassword()));
    }

    @GET
    @Path("{extension}/encryption")
    @Operation(summary = "Whether the audio of its phones is encrypted")
    public EncryptionBody encryption(@PathParam("extension") int number) {
        return new EncryptionBody(extensions.encryption(account(), Input.extension(number)));
    }

    @PUT
    @Path("{extension}/encryption")
    @Operation(
            summary =
                    "Encrypts the audio of its phones: OFF, OPTIONAL, REQUIRED (SRTP, over SIP/TLS); devices are dropped")
    public EncryptionBody encrypt(@PathParam("extension") int number, EncryptionBody body) {
        DigestCredential.Srtp wanted =
                Input.required("srtp", Input.required("body", body).srtp());
        extensions.setEncryption(account(), Input.extension(number), wanted);
        return encryption(number);
    }

    @PUT
    @Path("{extension}/forwards/{when}")
    @Operation(summary = "Sets a forward (always, busy, unavailable) and puts it in force")
    public ExtensionBody forward(@PathParam("extension") int number, @PathParam("when") String when, TargetBody body) {
        String target = Input.required("target", Input.required("body", body).target());
        return ExtensionBody.of(extensions.setForward(account(), Input.extension(number), when(when), target));
    }

    @DELETE
    @Path("{extension}/forwards/{when}")
    @Operation(summary = "Switches a forward off; its target stays remembered")
    public ExtensionBody noForward(@PathParam("extension") int number, @PathParam("when") String when) {
        return ExtensionBody.of(extensions.deactivateForward(account(), Input.extension(number), when(when)));
    }

    private AccountId account() {
        return accounts.find(Input.account(accountInPath)).id();
    }

    private static Forward.When when(String text) {
        return Input.as("when", text, name -> Forward.When.valueOf(name.toUpperCase(Locale.ROOT)));
    }
}
