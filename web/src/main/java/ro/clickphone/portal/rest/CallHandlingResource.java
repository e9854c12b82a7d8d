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
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.callflow.Destination;
import ro.clickphone.pbx.callflow.RoutingService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.schedule.HolidayRule;
import ro.clickphone.pbx.schedule.OpenInterval;
import ro.clickphone.pbx.schedule.OpeningHours;
import ro.clickphone.pbx.schedule.ScheduleService;

/** How a customer's incoming calls are handled: hours and destination. */
@Path("accounts/{account}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "call handling")
public class CallHandlingResource {
    /** One line of the schedule. @param day MONDAY … SUNDAY @param until last open minute, inclusive */
    public record IntervalBody(String day, String from, String until) {
        static IntervalBody of(OpenInterval interval) {
            return new IntervalBody(
                    interval.day().name(),
                    interval.from().toString(),
                    interval.lastMinute().toString());
        }

        OpenInterval interval() {
            return new OpenInterval(
                    Input.oneOf("day", day, DayOfWeek.class),
                    Input.as("from", from, LocalTime::parse),
                    Input.as("until", until, LocalTime::parse));
        }
    }

    /** The week; no interval is always open. */
    public record ScheduleBody(List<IntervalBody> intervals) {}

    /** What legal holidays are. @param legalHolidays CLOSED or AS_ANY_DAY */
    public record HolidaysBody(String legalHolidays) {}

    /** Where incoming calls go. @param to EXTENSIONS, QUEUE, IVR; NONE while nothing was chosen */
    public record RoutingBody(String to, List<Integer> extensions) {
        static RoutingBody of(Destination destination) {
            if (destination instanceof Destination.Extensions ring) {
                return new RoutingBody("EXTENSIONS", numbers(ring.extensions()));
            }
            return new RoutingBody(destination instanceof Destination.Queue ? "QUEUE" : "IVR", List.of());
        }

        Destination destination() {
            return switch (Input.required("to", to)) {
                case "EXTENSIONS" -> new Destination.Extensions(extensionsOf(Input.required("extensions", extensions)));
                case "QUEUE" -> new Destination.Queue();
                case "IVR" -> new Destination.Ivr();
                default -> throw new Refusal("input.wrong", "to", to, "EXTENSIONS, QUEUE or IVR");
            };
        }
    }

    @Inject
    private AccountService accounts;

    @Inject
    private ScheduleService schedules;

    @Inject
    private RoutingService routing;

    @PathParam("account")
    private long accountInPath;

    @GET
    @Path("schedule")
    @Operation(summary = "The working hours")
    public ScheduleBody schedule() {
        return new ScheduleBody(schedules.schedule(account()).week().intervals().stream()
                .map(IntervalBody::of)
                .toList());
    }

    @PUT
    @Path("schedule")
    @Operation(summary = "Replaces the working hours")
    public ScheduleBody saveSchedule(ScheduleBody body) {
        List<IntervalBody> intervals =
                Input.required("intervals", Input.required("body", body).intervals());
        OpeningHours hours = Input.as(
                "intervals",
                intervals,
                lines -> new OpeningHours(
                        lines.stream().map(IntervalBody::interval).toList()));
        schedules.save(account(), hours);
        return schedule();
    }

    @GET
    @Path("schedule/holidays")
    @Operation(summary = "Whether the exchange is closed on the legal holidays of Romania")
    public HolidaysBody holidays() {
        return new HolidaysBody(schedules.schedule(account()).holidays().name());
    }

    @PUT
    @Path("schedule/holidays")
    @Operation(summary = "Closes the exchange on the legal holidays of Romania, or makes them days like any other")
    public HolidaysBody saveHolidays(HolidaysBody body) {
        schedules.observe(
                account(),
                Input.oneOf("legalHolidays", Input.required("body", body).legalHolidays(), HolidayRule.class));
        return holidays();
    }

    @GET
    @Path("routing")
    @Operation(summary = "Where incoming calls go")
    public RoutingBody routing() {
        return routing.destination(account()).map(RoutingBody::of).orElse(new RoutingBody("NONE", List.of()));
    }

    @PUT
    @Path("routing")
    @Operation(summary = "Says where incoming calls go")
    public RoutingBody saveRouting(RoutingBody body) {
        routing.route(account(), Input.as("extensions", Input.required("body", body), RoutingBody::destination));
        return routing();
    }

    private AccountId account() {
        return accounts.find(Input.account(accountInPath)).id();
    }

    private static List<Integer> numbers(List<ExtensionNumber> extensions) {
        return extensions.stream().map(ExtensionNumber::value).toList();
    }

    private static List<ExtensionNumber> extensionsOf(List<Integer> numbers) {
        return numbers.stream().map(ExtensionNumber::new).toList();
    }
}
