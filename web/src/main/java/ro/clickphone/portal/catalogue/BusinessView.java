package ro.clickphone.portal.catalogue;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.catalogue.CatalogueService;
import ro.clickphone.pbx.catalogue.ChangeQuote;
import ro.clickphone.pbx.catalogue.Family;
import ro.clickphone.pbx.catalogue.IncludedMinutes;
import ro.clickphone.pbx.catalogue.Offer;
import ro.clickphone.pbx.catalogue.OrderId;
import ro.clickphone.pbx.catalogue.Product;
import ro.clickphone.pbx.catalogue.Subscription;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.wallet.Amounts;

/** Serviciu business: what is on sale, what the account has, and what a click would cost, before it is clicked. */
@Named
@ViewScoped
public class BusinessView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private CatalogueService catalogue;

    @Inject
    private IncludedMinutes minutes;

    @Inject
    private LedgerService ledger;

    @Inject
    private Refusals refusals;

    @Inject
    private Clock clock;

    private transient List<Offer> offers;
    private transient List<Subscription> subscriptions;
    private OrderId order = OrderId.random();
    private Offer chosen;
    private Subscription changing;
    private String wanted = "";

    /** An offer was clicked: the next click buys it, once. */
    public void choose(Offer offer) {
        chosen = offer;
        order = OrderId.random();
    }

    public void buy() {
        try {
            catalogue.buy(me.id(), order, chosen.product().code());
            refusals.done("business.bought", chosen.product().name());
            chosen = null;
        } catch (Refusal refusal) {
            refusals.show(refusal, "buying");
        }
        refresh();
    }

    /** A subscription is to become another product. */
    public void change(Subscription subscription) {
        changing = subscription;
        wanted = getAlternatives().stream()
                .findFirst()
                .map(offer -> offer.product().code())
                .orElse("");
    }

    public void confirmChange() {
        try {
            catalogue.change(me.id(), changing.id(), wanted);
            refusals.done("business.changed");
            changing = null;
        } catch (Refusal refusal) {
            refusals.show(refusal, "changing");
        }
        refresh();
    }

    public void cancel(Subscription subscription) {
        try {
            catalogue.cancel(me.id(), subscription.id());
            refusals.done("business.cancelled", subscription.product().name());
        } catch (Refusal refusal) {
            refusals.show(refusal, "mine");
        }
        refresh();
    }

    public void resume(Subscription subscription) {
        try {
            catalogue.resume(me.id(), subscription.id());
            refusals.done("business.resumed", subscription.product().name());
        } catch (Refusal refusal) {
            refusals.show(refusal, "mine");
        }
        refresh();
    }

    private void refresh() {
        offers = null;
        subscriptions = null;
    }

    public List<Family> getFamilies() {
        return Stream.of(Family.values())
                .filter(family -> !offers(family).isEmpty())
                .toList();
    }

    public List<Offer> offers(Family family) {
        if (offers == null) {
            offers = catalogue.offers();
        }
        return offers.stream()
                .filter(offer -> offer.product().family() == family)
                .toList();
    }

    public List<Subscription> getSubscriptions() {
        if (subscriptions == null) {
            subscriptions = catalogue.subscriptions(me.id());
        }
        return subscriptions;
    }

    /** Others of the same kind, for the one that is to change. */
    public List<Offer> getAlternatives() {
        return changing == null
                ? List.of()
                : offers(changing.product().family()).stream()
                        .filter(offer -> !offer.product()
                                .code()
                                .equals(changing.product().code()))
                        .toList();
    }

    public boolean isChangeable(Subscription subscription) {
        return mayOrder()
                && subscription.state() == Subscription.State.ACTIVE
                && subscription.product().family() != Family.NUMBER
                && subscription.lastMonth().isEmpty();
    }

    /** A package is bought once; another one is a change. */
    public boolean isSold(Product product) {
        return product.family() == Family.PACKAGE
                && getSubscriptions().stream().anyMatch(one -> one.product().family() == Family.PACKAGE);
    }

    /** What the change would cost, in words. */
    public String getQuote() {
        if (changing == null || wanted.isEmpty()) {
            return "";
        }
        ChangeQuote quote = catalogue.quote(me.id(), changing.id(), wanted);
        return quote instanceof ChangeQuote.AtOnce now
                ? words("business.quote.now", now.difference().arithmetic(), money(now.month()))
                : words("business.quote.next", money(quote.month()));
    }

    public Money getAvailable() {
        return ledger.balance(me.id()).available();
    }

    /** What is left after the chosen offer. */
    public Money getLeft() {
        return getAvailable().minus(chosen.firstMonth().amount());
    }

    public Money getNextFees() {
        return catalogue.nextFees(me.id());
    }

    public List<IncludedMinutes.Left> getMinutes() {
        return minutes.left(me.id(), clock.instant());
    }

    /** {@code 87 / 100 min}, whole ones. */
    public String minutesOf(IncludedMinutes.Left left) {
        return left.unused() / 60 + " / " + left.seconds() / 60 + " min";
    }

    /** {@code 5 extensii · 5 canale de intrare · 2 canale de ieșire · coadă de așteptare}. */
    public String contents(Product product) {
        Stream<String> parts = Stream.of(
                        count("business.extensions", product.extensions()),
                        count("business.inbound", product.inbound()),
                        count("business.outbound", product.outbound()),
                        count("business.minutes", product.minutes()),
                        product.queue() ? Optional.of(words("business.queue")) : Optional.<String>empty())
                .flatMap(Optional::stream);
        return String.join(" · ", parts.toList());
    }

    public String lastMonth(Subscription subscription) {
        return subscription.lastMonth().map(this::month).orElse("");
    }

    private String month(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, language.getLocale()) + " " + month.getYear();
    }

    private Optional<String> count(String key, int number) {
        return number == 0 ? Optional.empty() : Optional.of(words(key, number));
    }

    private String words(String key, Object... arguments) {
        return new MessageFormat(language.texts().getString(key), language.getLocale()).format(arguments);
    }

    public String money(Money amount) {
        return Amounts.cents(amount, language.getLocale());
    }

    /** Who may spend the account's money. */
    public boolean mayOrder() {
        return me.is(Role.OWNER) || me.is(Role.OPERATOR);
    }

    public Offer getChosen() {
        return chosen;
    }

    public Subscription getChanging() {
        return changing;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String code) {
        wanted = code == null ? "" : code;
    }
}
