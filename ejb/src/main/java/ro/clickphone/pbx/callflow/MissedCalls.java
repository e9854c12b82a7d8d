package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.pbx.account.Users;
import ro.clickphone.pbx.notify.Mail;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.notify.Pace;
import ro.clickphone.pbx.number.NumberPlan;

/** Tells the owner of a caller who found all channels busy, with the remedy (manual, items 147 and 150); many make one mail. */
@ApplicationScoped
class MissedCalls {
    private static final Duration GATHERED = Duration.ofHours(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

    @Inject
    private Users users;

    @Inject
    private Outbox outbox;

    void channelsBusy(RoutingPlan plan, CallRecord record) {
        users.owner(plan.account())
                .ifPresent(owner -> outbox.post(
                        plan.account(),
                        Mail.of(
                                        "call.channels",
                                        owner.email(),
                                        owner.language(),
                                        record.arrival().caller().number(),
                                        NumberPlan.fromCarrier(record.arrival().dialled())
                                                .map(NumberPlan::asDialled)
                                                .orElse(record.arrival().dialled()),
                                        TIME.format(record.arrival().at().atZone(plan.zone())),
                                        plan.entitlements().inbound())
                                .at(new Pace.Gathered("call.channels", GATHERED))));
    }
}
