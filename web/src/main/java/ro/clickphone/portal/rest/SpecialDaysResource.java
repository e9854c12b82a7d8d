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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.schedule.OpenInterval;
import ro.clickphone.pbx.schedule.ScheduleService;
import ro.clickphone.pbx.schedule.SpecialDay;

/** Dates with hours of their own: closed, or open at other times than their weekday. */
@Path("accounts/{account}/schedule/days")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "call handling")
public class SpecialDaysResource {
    /** Opening hours of a date. @param until last open minute, inclusive; before {@code from} it is on the next day */
    public record HoursBody(String from, String until) {
        static HoursBody of(OpenInterval interval) {
            return new HoursBody(
                    interval.from().toString(), interval.lastMinute().toString());
        }

        OpenInterval on(LocalDate date) {
            return new OpenInterval(
                    date.getDayOfWeek(),
                    Input.as("from", from, LocalTime::parse),
                    Input.as("until", until, LocalTime::parse));
        }
    }

    /** A date. @param hours none is closed all day */
    public record DayBody(String date, String name, List<HoursBody> hours) {
        static DayBody of(SpecialDay day) {
            return new DayBody(
                    day.date().toString(),
                    day.name(),
                    day.intervals().stream().map(HoursBody::of).toList());
        }

        SpecialDay on(LocalDate wanted) {
            return new SpecialDay(
                    wanted,
                    Optional.ofNullable(name).orElse(""),
                    Input.required("hours", hours).stream()
                            .map(line -> line.on(wanted))
                            .toList());
        }
    }

    @Inject
    private AccountService accounts;

    @Inject
    private ScheduleService schedules;

    @PathParam("account")
    private long accountInPath;

    @GET
    @Operation(summary = "The dates with hours of their own")
    public List<DayBody> list() {
        return schedules.schedule(account()).special().stream().map(DayBody::of).toList();
    }

    @PUT
    @Path("{date}")
    @Operation(summary = "Gives a date hours of its own; without hours it is closed all day")
    public DayBody set(@PathParam("date") String date, DayBody body) {
        LocalDate wanted = date(date);
        SpecialDay day = Input.as("hours", Input.required("body", body), given -> given.on(wanted));
        schedules.set(account(), day);
        return DayBody.of(day);
    }

    @DELETE
    @Path("{date}")
    @Operation(summary = "Makes a date like any other again")
    public void forget(@PathParam("date") String date) {
        schedules.forget(account(), date(date));
    }

    private static LocalDate date(String text) {
        return Input.as("date", text, LocalDate::parse);
    }

    private AccountId account() {
        return accounts.find(Input.account(accountInPath)).id();
    }
}
