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
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.NumberPlan;
import ro.clickphone.pbx.queue.Announcing;
import ro.clickphone.pbx.queue.QueueAgent;
import ro.clickphone.pbx.queue.QueueService;
import ro.clickphone.pbx.queue.QueueSettings;
import ro.clickphone.pbx.queue.QueueStrategy;
import ro.clickphone.pbx.queue.QueueWait;
import ro.clickphone.pbx.queue.WayOut;

/** A customer's waiting queue, and its agents' pauses. */
@Path("accounts/{account}/queue")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "call handling")
public class QueueResource {
    /** How seldom WRANDOM chooses an agent. */
    public record PenaltyBody(Integer extension, Integer penalty) {}

    /**
     * The queue; what is left out gets its usual value.
     *
     * @param agents extensions in ring order
     * @param penalties of those agents whose penalty is not 0
     * @param wayOutExtension rings when the longest wait is over
     * @param wayOutNumber is called then, outside and paid; instead of an extension
     * @param announce of POSITION and ESTIMATED_WAIT
     */
    public record QueueBody(
            List<Integer> agents,
            String strategy,
            List<PenaltyBody> penalties,
            Integer wrapUpSeconds,
            Integer longestWaitSeconds,
            Integer wayOutExtension,
            String wayOutNumber,
            Set<String> announce,
            Integer announceEverySeconds) {

        static QueueBody of(QueueSettings settings) {
            QueueWait waiting = settings.waiting();
            return new QueueBody(
                    settings.extensions().stream().map(ExtensionNumber::value).toList(),
                    settings.strategy().name(),
                    settings.agents().stream()
                            .filter(agent -> agent.penalty() > 0)
                            .map(agent -> new PenaltyBody(agent.extension().value(), agent.penalty()))
                            .toList(),
                    (int) settings.wrapUp().toSeconds(),
                    (int) waiting.longest().toSeconds(),
                    waiting.wayOut() instanceof WayOut.ToExtension to
                            ? to.extension().value()
                            : null,
                    waiting.wayOut() instanceof WayOut.ToNumber to ? to.number().value() : null,
                    waiting.announcing().what().stream().map(Enum::name).collect(java.util.stream.Collectors.toSet()),
                    (int) waiting.announcing().every().toSeconds());
        }

        QueueSettings settings() {
            List<QueueAgent> list = Input.required("agents", agents).stream()
                    .map(number -> new QueueAgent(new ExtensionNumber(number), penaltyOf(number)))
                    .toList();
            QueueStrategy order = Input.oneOf("strategy", or(strategy, "LINEAR"), QueueStrategy.class);
            return new QueueSettings(list, order, Duration.ofSeconds(or(wrapUpSeconds, 0)), waiting());
        }

        private QueueWait waiting() {
            Duration longest = Duration.ofSeconds(
                    or(longestWaitSeconds, (int) QueueWait.USUAL.longest().toSeconds()));
            Set<Announcing.Kind> what = EnumSet.noneOf(Announcing.Kind.class);
            or(announce, Set.<String>of()).forEach(kind -> what.add(Announcing.Kind.valueOf(kind)));
            return new QueueWait(
                    longest, wayOut(), new Announcing(what, Duration.ofSeconds(or(announceEverySeconds, 60))));
        }

        private WayOut wayOut() {
            if (wayOutNumber != null) {
                return NumberPlan.ordinary(wayOutNumber)
                        .<WayOut>map(WayOut.ToNumber::new)
                        .orElseThrow(() -> new Refusal("forward.number", "wayOutNumber", wayOutNumber));
            }
            return wayOutExtension == null
                    ? new WayOut.Goodbye()
                    : new WayOut.ToExtension(new ExtensionNumber(wayOutExtension));
        }

        private int penaltyOf(Integer extension) {
            return or(penalties, List.<PenaltyBody>of()).stream()
                    .filter(body -> extension.equals(body.extension()))
                    .map(body -> Input.required("penalty", body.penalty()))
                    .findFirst()
                    .orElse(0);
        }

        private static <T> T or(T given, T usual) {
            return Optional.ofNullable(given).orElse(usual);
        }
    }

    @Inject
    private AccountService accounts;

    @Inject
    private QueueService queues;

    @PathParam("account")
    private long accountInPath;

    @GET
    @Operation(summary = "The queue")
    public QueueBody queue() {
        return QueueBody.of(queues.settings(account()));
    }

    @PUT
    @Operation(summary = "Replaces the queue")
    public QueueBody save(QueueBody body) {
        queues.save(account(), Input.as("queue", Input.required("body", body), QueueBody::settings));
        return queue();
    }

    @GET
    @Path("paused")
    @Operation(summary = "The agents on pause")
    public List<Integer> paused() {
        return queues.paused(account()).stream()
                .map(ExtensionNumber::value)
                .sorted()
                .toList();
    }

    @PUT
    @Path("paused/{extension}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Puts an agent on pause")
    public void pause(@PathParam("extension") int extension) {
        queues.pause(account(), Input.as("extension", extension, ExtensionNumber::new));
    }

    @DELETE
    @Path("paused/{extension}")
    @Operation(summary = "Ends an agent's pause")
    public void resume(@PathParam("extension") int extension) {
        queues.resume(account(), Input.as("extension", extension, ExtensionNumber::new));
    }

    private AccountId account() {
        return accounts.find(Input.account(accountInPath)).id();
    }
}
