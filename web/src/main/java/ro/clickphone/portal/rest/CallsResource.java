package ro.clickphone.portal.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallSnapshot;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.MediaReport;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.TracedMessage;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.callflow.EngineLine;

/** Calls in progress. */
@Path("calls")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calls")
@Guarded(Need.OPERATE)
public class CallsResource {
    private static final int MOST_LIVE = 1000;

    /** A call in progress on this node. */
    public record LiveCallBody(
            String id, String source, String dialled, String startedAt, String phase, String step, List<LegBody> legs) {
        static LiveCallBody of(CallSnapshot call) {
            return new LiveCallBody(
                    call.arrival().id().toString(),
                    partyOf(call.arrival().source()),
                    call.arrival().dialled(),
                    call.arrival().at().toString(),
                    call.phase(),
                    call.step(),
                    call.legs().stream().map(LegBody::of).toList());
        }
    }

    /**
     * A leg of it, with its audio as this node received it; {@code mosHundredths} is 0 while there is too little to judge,
     * {@code speaks} tells who is heard in a conference now.
     */
    public record LegBody(
            String party,
            String kind,
            String codec,
            long received,
            long sent,
            long lost,
            int mosHundredths,
            boolean speaks) {
        static LegBody of(CallSnapshot.Leg leg) {
            MediaReport media = leg.media();
            return new LegBody(
                    partyOf(leg.party()),
                    leg.kind().name(),
                    media.codec(),
                    media.received(),
                    media.sent(),
                    media.lost(),
                    media.mosHundredths(),
                    leg.speaks());
        }
    }

    private static String partyOf(Party party) {
        return party instanceof Party.Extension extension
                ? extension.who().toString()
                : ((Party.PublicNumber) party).number();
    }

    /** A SIP message of a call. */
    public record MessageBody(String at, String way, String transport, String far, String text) {
        static MessageBody of(TracedMessage message) {
            return new MessageBody(
                    message.at().toString(),
                    message.way().name(),
                    message.transport().name(),
                    message.far(),
                    message.text());
        }
    }

    @Inject
    private EngineLine engine;

    @GET
    @Operation(summary = "Calls in progress on this node, at most 1000")
    public List<LiveCallBody> live() {
        return engine.calls().stream().limit(MOST_LIVE).map(LiveCallBody::of).toList();
    }

    @GET
    @Path("{call}/messages")
    @Operation(summary = "The SIP messages of a call that this node remembers, without its secrets")
    public List<MessageBody> messages(@PathParam("call") String call) {
        return engine.trace(Input.as("call", call, CallId::parse)).stream()
                .map(MessageBody::of)
                .toList();
    }

    @DELETE
    @Path("{call}")
    @Operation(summary = "Ends a call in progress; one that is gone is ignored")
    public void hangUp(@PathParam("call") String call) {
        engine.hangUp(Input.as("call", call, CallId::parse), HangupCause.ADMINISTRATIVE);
    }
}
