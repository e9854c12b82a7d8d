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
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.account.Account;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.call.CallDetail;
import ro.clickphone.pbx.call.CallDetailService;
import ro.clickphone.pbx.call.CallFilter;
import ro.clickphone.pbx.call.CallLeg;
import ro.clickphone.pbx.call.CallSort;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Page;

/** The records of a customer's ended calls. */
@Path("accounts/{account}/cdrs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calls")
public class CdrsResource {
    /** A call record; moments that never came are empty. @param price in euro, net of VAT */
    public record CdrBody(
            String id,
            String direction,
            String source,
            String sourceName,
            String destination,
            String startedAt,
            String answeredAt,
            String talkingAt,
            String endedAt,
            String status,
            long talkSeconds,
            String takenBy,
            String cause,
            String path,
            BigDecimal price,
            String tariff,
            long includedSeconds) {
        static CdrBody of(CallDetail call) {
            return new CdrBody(
                    call.id().toString(),
                    call.direction().name(),
                    call.source(),
                    call.sourceName(),
                    call.destination(),
                    call.startedAt().toString(),
                    call.answeredAt().map(Object::toString).orElse(""),
                    call.talkingAt().map(Object::toString).orElse(""),
                    call.endedAt().toString(),
                    call.status().name(),
                    call.talk().toSeconds(),
                    call.takenBy(),
                    call.cause().name(),
                    call.path(),
                    call.price().amount().toEuro(),
                    call.price().destination(),
                    call.price().includedSeconds());
        }
    }

    /** A leg of a record, with its media in figures. */
    public record LegBody(
            int number,
            String party,
            String sipCallId,
            String startedAt,
            String endedAt,
            String cause,
            int sipStatus,
            String userAgent,
            String codec,
            long packetsReceived,
            long packetsSent,
            long packetsLost,
            long jitterMicros) {
        static LegBody of(CallLeg leg) {
            return new LegBody(
                    leg.number(),
                    leg.party(),
                    leg.sipCallId(),
                    leg.startedAt().toString(),
                    leg.endedAt().toString(),
                    leg.cause().name(),
                    leg.sipStatus(),
                    leg.userAgent(),
                    leg.media().codec(),
                    leg.media().received(),
                    leg.media().sent(),
                    leg.media().lost(),
                    leg.media().jitterMicros());
        }
    }

    /** A record with its legs. */
    public record CdrWithLegsBody(CdrBody call, List<LegBody> legs) {}

    @Inject
    private AccountService accounts;

    @Inject
    private CallDetailService details;

    @GET
    @Operation(summary = "The customer's call records of a month (yyyy-MM), newest first")
    public Page<CdrBody> list(
            @PathParam("account") long account,
            @QueryParam("month") String month,
            @QueryParam("zone") String zone,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("size") @DefaultValue("50") int size) {
        Account known = accounts.find(Input.account(account));
        ZoneId place = Optional.ofNullable(zone)
                .map(id -> Input.as("zone", id, ZoneId::of))
                .orElse(known.timeZone());
        CallFilter filter =
                CallFilter.of(Input.as("month", month, YearMonth::parse), place).withText(text);
        return details.all(known.id(), filter, CallSort.NEWEST_FIRST, Input.page(offset, size))
                .map(CdrBody::of);
    }

    @GET
    @Path("{call}")
    @Operation(summary = "One call record with its legs")
    public CdrWithLegsBody find(@PathParam("account") long account, @PathParam("call") String call) {
        AccountId owner = Input.account(account);
        CallId id = Input.as("call", call, CallId::parse);
        CdrBody record = CdrBody.of(details.find(owner, id));
        return new CdrWithLegsBody(
                record, details.legs(owner, id).stream().map(LegBody::of).toList());
    }
}
