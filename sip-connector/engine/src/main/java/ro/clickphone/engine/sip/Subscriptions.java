package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.call.LegSight;
import ro.clickphone.engine.sip.EventBodies.Reachable;
import ro.clickphone.engine.sip.Subscription.Wish;

/**
 * Who wants to know of messages waiting, of a colleague's calls and presence. All of it in one mailbox; what is not of the
 * own customer cannot be watched, and nobody can subscribe without end.
 */
final class Subscriptions implements Subscription.Desk {
    static final String ALLOW = "SUBSCRIBE, NOTIFY";
    private static final int SHORTEST = 60;
    private static final int LONGEST = 3600;
    private static final int MOST_OF_A_CONTACT = 150;
    private static final int MOST_OF_AN_ACCOUNT = 3000;
    private static final int MOST = 50_000;

    private final SipDesk desk;
    private final Neighbours neighbours;
    private final Bindings bindings;
    private final Clock clock;
    private final Executor mailbox;
    private final Lamps lamps = new Lamps();
    private final Map<SipIdentity, Set<Subscription>> watchers = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int all;

    /** @param mailbox for all of them */
    Subscriptions(SipDesk desk, Neighbours neighbours, Bindings bindings, Clock clock, Executor mailbox) {
        this.desk = desk;
        this.neighbours = neighbours;
        this.bindings = bindings;
        this.clock = clock;
        this.mailbox = mailbox;
    }

    // ---- requests -----------------------------------------------------------------------------------------------

    /** A SUBSCRIBE outside of a dialog; its sender is proven. */
    void subscribe(SipIdentity who, SIPRequest request, ServerTransaction transaction) {
        String event = request.getHeader("Event") instanceof SIPHeader header ? header.getHeaderValue() : "";
        Optional<EventPackage> kind =
                EventPackage.named(event.replaceFirst(";.*", "").trim());
        int seconds = secondsOf(request);
        if (kind.isEmpty()) {
            transaction.respond(489, Headers.of("Allow-Events", EventPackage.ALL));
        } else if (request.getContactHeaders() == null) {
            transaction.respond(400);
        } else if (!accepts(request, kind.get())) {
            transaction.respond(406, Headers.of("Accept", kind.get().type()));
        } else if (seconds > 0 && seconds < SHORTEST) {
            transaction.respond(423, Headers.of("Min-Expires", SHORTEST));
        } else {
            String named = Users.of(request.getRequestURI());
            neighbours.of(
                    who,
                    named,
                    found -> {
                        Optional<SipIdentity> watched =
                                kind.get() == EventPackage.MESSAGES ? found.filter(who::equals) : found;
                        if (watched.isEmpty()) {
                            transaction.respond(found.isEmpty() ? 404 : 403);
                            return;
                        }
                        String entity = "sip:" + Identities.escaped(named) + '@'
                                + desk.names().domain();
                        String contact = Dialog.targetOf(request, "");
                        Wish wish = new Wish(who, watched.get(), kind.get(), event, entity, contact);
                        mailbox.execute(() -> admit(wish, seconds, request, transaction));
                    },
                    () -> transaction.respond(503, Headers.of("Retry-After", 5)));
        }
    }

    private void admit(Wish wish, int seconds, SIPRequest request, ServerTransaction transaction) {
        watchersOf(wish.watched()).stream()
                .filter(old -> old.wish().isOfSamePhone(wish))
                .forEach(old -> {
                    old.close();
                    forget(old);
                });
        boolean full = all >= MOST
                || counts.getOrDefault(contactOf(wish), 0) >= MOST_OF_A_CONTACT
                || counts.getOrDefault(accountOf(wish), 0) >= MOST_OF_AN_ACCOUNT;
        if (full) {
            transaction.respond(503, Headers.of("Retry-After", 600));
            return;
        }
        Subscription begun = new Subscription(wish, desk, mailbox, this, request, transaction);
        watchers.computeIfAbsent(wish.watched(), who -> new HashSet<>()).add(begun);
        all++;
        counts.merge(contactOf(wish), 1, Integer::sum);
        counts.merge(accountOf(wish), 1, Integer::sum);
        lasts(begun, seconds, transaction);
    }

    @Override
    public void renewed(Subscription subscription, SIPRequest request, ServerTransaction transaction) {
        int seconds = secondsOf(request);
        if (seconds > 0 && seconds < SHORTEST) {
            transaction.respond(423, Headers.of("Min-Expires", SHORTEST));
            return;
        }
        subscription.movedTo(request, transaction.flow());
        lasts(subscription, seconds, transaction);
    }

    private void lasts(Subscription subscription, int seconds, ServerTransaction transaction) {
        subscription.lastsUntil(now().plusSeconds(seconds));
        transaction.respond(
                200,
                Headers.of("Expires", seconds)
                        .with("Contact", subscription.contact())
                        .with("Allow-Events", EventPackage.ALL));
        if (seconds == 0) {
            subscription.end("timeout");
            forget(subscription);
        } else {
            subscription.tell();
        }
    }

    private static int secondsOf(SIPRequest request) {
        return request.getExpires() == null
                ? LONGEST
                : Math.min(LONGEST, Math.max(0, request.getExpires().getExpires()));
    }

    private static boolean accepts(SIPRequest request, EventPackage kind) {
        ListIterator<SIPHeader> headers = request.getHeaders("Accept");
        boolean any = !headers.hasNext();
        while (headers.hasNext()) {
            String types = headers.next().getHeaderValue().toLowerCase(Locale.ROOT);
            any |= types.contains(kind.type()) || types.contains("*/*");
        }
        return any;
    }

    // ---- bounds -------------------------------------------------------------------------------------------------

    private static String contactOf(Wish wish) {
        return "contact " + wish.who() + ' ' + wish.contact();
    }

    /** Extensions of one customer have the same words before the last dash. */
    private static String accountOf(Wish wish) {
        return "account " + Neighbours.prefixOf(wish.who()) + wish.who().domain();
    }

    private List<Subscription> watchersOf(SipIdentity watched) {
        return List.copyOf(watchers.getOrDefault(watched, Set.of()));
    }

    private void forget(Subscription subscription) {
        Wish wish = subscription.wish();
        Set<Subscription> known = watchers.get(wish.watched());
        if (known != null && known.remove(subscription)) {
            if (known.isEmpty()) {
                watchers.remove(wish.watched());
            }
            all--;
            counts.computeIfPresent(contactOf(wish), (name, count) -> count > 1 ? count - 1 : null);
            counts.computeIfPresent(accountOf(wish), (name, count) -> count > 1 ? count - 1 : null);
        }
    }

    @Override
    public void lost(Subscription subscription) {
        forget(subscription);
    }

    /** Those whose time is over. */
    void sweep() {
        mailbox.execute(() -> {
            Instant now = now();
            List.copyOf(watchers.values()).forEach(of -> List.copyOf(of).stream()
                    .filter(subscription -> !subscription.expiresAt().isAfter(now))
                    .forEach(subscription -> end(subscription, "timeout")));
        });
    }

    /** A user's password was changed, or the user is gone: what it subscribed to ends. */
    void endAllOf(SipIdentity who) {
        mailbox.execute(() -> List.copyOf(watchers.values()).forEach(of -> List.copyOf(of).stream()
                .filter(subscription -> subscription.wish().who().equals(who))
                .forEach(subscription -> end(subscription, "deactivated"))));
    }

    private void end(Subscription subscription, String reason) {
        subscription.end(reason);
        forget(subscription);
    }

    // ---- news ---------------------------------------------------------------------------------------------------

    void saw(LegSight leg) {
        mailbox.execute(() -> {
            lamps.saw(leg);
            tell(leg.who(), EventPackage.DIALOG);
            tell(leg.who(), EventPackage.PRESENCE);
        });
    }

    /** Its phones came or went. */
    void registrationChanged(SipIdentity who) {
        mailbox.execute(() -> tell(who, EventPackage.PRESENCE));
    }

    void messagesWaiting(SipIdentity who, Lamps.Waiting waiting) {
        mailbox.execute(() -> {
            lamps.messages(who, waiting);
            tell(who, EventPackage.MESSAGES);
        });
    }

    private void tell(SipIdentity watched, EventPackage kind) {
        for (Subscription subscription : watchersOf(watched)) {
            if (subscription.wish().kind() == kind) {
                subscription.tell();
            }
        }
    }

    @Override
    public String bodyOf(Wish wish, int version) {
        return switch (wish.kind()) {
            case MESSAGES -> EventBodies.messages(wish.entity(), lamps.messagesOf(wish.watched()));
            case DIALOG ->
                EventBodies.dialogs(
                        wish.entity(),
                        version,
                        lamps.legsOf(wish.watched()),
                        desk.names().domain());
            case PRESENCE ->
                EventBodies.presence(
                        wish.entity(),
                        bindings.of(wish.watched()).isEmpty() ? Reachable.NO : Reachable.YES,
                        lamps.legsOf(wish.watched()));
        };
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
