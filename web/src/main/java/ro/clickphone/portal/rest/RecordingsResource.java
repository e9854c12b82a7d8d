package ro.clickphone.portal.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.recording.Announced;
import ro.clickphone.pbx.recording.CallRecording;
import ro.clickphone.pbx.recording.CallRecordings;
import ro.clickphone.pbx.recording.RecordedSound;
import ro.clickphone.pbx.recording.RecordingRule;
import ro.clickphone.pbx.recording.Take;

/** Recordings of calls: whether they are made, and what was made. */
@Path("accounts/{account}/recordings")
@RequestScoped
@Tag(name = "calls")
public class RecordingsResource {
    /** @param recorded some of RECEIVED, PLACED, INTERNAL, or none @param keptDays from 1 to 90 */
    /** @param never extensions of which no talk is recorded; none when it is left out */
    public record RuleBody(List<String> recorded, Integer keptDays, List<Integer> never) {
        static RuleBody of(RecordingRule rule) {
            return new RuleBody(
                    rule.recorded().stream()
                            .map(RecordingRule.Recorded::name)
                            .sorted()
                            .toList(),
                    rule.keptDays(),
                    rule.never().stream().map(ExtensionNumber::value).sorted().toList());
        }
    }

    /** A recorded call, or a part of it. @param announced what was heard before: prompt/language/version; may be empty */
    public record RecordingBody(
            String call,
            int part,
            String startedAt,
            long millis,
            String source,
            String sourceName,
            String takenBy,
            String announced) {
        static RecordingBody of(CallRecording recording) {
            return new RecordingBody(
                    recording.take().call().toString(),
                    recording.take().part(),
                    recording.startedAt().toString(),
                    recording.length().toMillis(),
                    recording.source(),
                    recording.sourceName(),
                    recording.takenBy(),
                    recording.announced().map(Announced::toString).orElse(""));
        }
    }

    @Inject
    private AccountService accounts;

    @Inject
    private CallRecordings recordings;

    @PathParam("account")
    private long accountInPath;

    @GET
    @Path("rule")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Whether calls are recorded, and for how long recordings are kept")
    public RuleBody rule() {
        return RuleBody.of(recordings.rule(account()));
    }

    @PUT
    @Path("rule")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Which calls are recorded (those from the public network, to it, between extensions); who talks is told so")
    public RuleBody rule(RuleBody body) {
        AccountId account = account();
        RuleBody given = Input.required("body", body);
        recordings.save(
                account,
                new RecordingRule(
                        Input.required("recorded", given.recorded()).stream()
                                .map(one -> Input.oneOf("recorded", one, RecordingRule.Recorded.class))
                                .collect(Collectors.toSet()),
                        Input.required("keptDays", given.keptDays()),
                        Optional.ofNullable(given.never()).orElse(List.of()).stream()
                                .map(one -> Input.extension(Input.required("never", one)))
                                .collect(Collectors.toSet())));
        return RuleBody.of(recordings.rule(account));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Recorded calls, the newest first")
    public List<RecordingBody> list(
            @QueryParam("offset") @DefaultValue("0") int offset, @QueryParam("size") @DefaultValue("50") int size) {
        return recordings.list(account(), Input.page(offset, size)).items().stream()
                .map(RecordingBody::of)
                .toList();
    }

    @GET
    @Path("{call}/{part}")
    @Produces({"audio/wav", MediaType.APPLICATION_JSON})
    @Operation(summary = "The sound: caller left, who was called right")
    public Response sound(@PathParam("call") String call, @PathParam("part") String part) throws IOException {
        AccountId account = account();
        Take take = take(call, part);
        RecordedSound sound = recordings.sound(account, take);
        recordings.heard(account, take);
        StreamingOutput body = out -> {
            try (InputStream in = sound.from(0)) {
                in.transferTo(out);
            }
        };
        return Response.ok(body, "audio/wav")
                .header("Content-Length", sound.length())
                .build();
    }

    @DELETE
    @Path("{call}/{part}")
    @Operation(summary = "Deletes a recording")
    public void delete(@PathParam("call") String call, @PathParam("part") String part) {
        recordings.delete(account(), take(call, part));
    }

    private AccountId account() {
        return accounts.find(Input.account(accountInPath)).id();
    }

    private static Take take(String call, String part) {
        try {
            return new Take(CallId.parse(call), Integer.parseInt(part));
        } catch (IllegalArgumentException none) {
            throw new NotFound("recording.unknown", call);
        }
    }
}
