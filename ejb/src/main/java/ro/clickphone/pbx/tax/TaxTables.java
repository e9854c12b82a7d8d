package ro.clickphone.pbx.tax;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.Refusal;

/** The dated tables: which VAT, and what a euro is in lei. Finance adds to them; what was said of a past day stays. */
@Stateless
@Guarded(Need.FINANCE)
public class TaxTables {
    /** The zone of the tax office, and so of every invoice. */
    public static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    /** The National Bank is silent over the longest holidays for so many days; older is forgotten, not in force. */
    static final int OLDEST_EURO_RATE_DAYS = 10;

    private static final int SHOWN = 60;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    @Inject
    private Audit audit;

    @Guarded(Need.NOTHING)
    public LocalDate today() {
        return LocalDate.now(clock.withZone(BUCHAREST));
    }

    @Guarded(Need.NOTHING)
    public VatRates vatRates() {
        return new VatRates(db.createQuery("SELECT v FROM VatRateEntity v", VatRateEntity.class)
                .getResultStream()
                .map(VatRateEntity::asRate)
                .toList());
    }

    /**
     * The euro on that day: the latest rate said for it or a day before it.
     *
     * @throws Refusal {@code tax.euro.unknown} when none was said for the ten days before
     */
    @Guarded(Need.NOTHING)
    public EuroRate euroRate(LocalDate day) {
        return db.createQuery(
                        "SELECT e FROM EuroRateEntity e WHERE e.day <= :day AND e.day >= :oldest ORDER BY e.day DESC",
                        EuroRateEntity.class)
                .setParameter("day", day)
                .setParameter("oldest", day.minusDays(OLDEST_EURO_RATE_DAYS))
                .setMaxResults(1)
                .getResultStream()
                .map(EuroRateEntity::asRate)
                .findFirst()
                .orElseThrow(() -> new Refusal("tax.euro.unknown", "", day, OLDEST_EURO_RATE_DAYS));
    }

    /** The latest rates of the euro, newest first. */
    public List<EuroRate> euroRates() {
        return db.createQuery("SELECT e FROM EuroRateEntity e ORDER BY e.day DESC", EuroRateEntity.class)
                .setMaxResults(SHOWN)
                .getResultStream()
                .map(EuroRateEntity::asRate)
                .toList();
    }

    /** What a top-up is today. */
    @Guarded(Need.NOTHING)
    public VatModel vatModel() {
        return db.createQuery(
                        "SELECT m FROM VatModelEntity m WHERE m.from <= :today ORDER BY m.from DESC",
                        VatModelEntity.class)
                .setParameter("today", today())
                .setMaxResults(1)
                .getSingleResult()
                .model();
    }

    /** What a top-up is from now on; what was invoiced stays what it was. */
    public void choose(VatModel model) {
        VatModel known = vatModel();
        if (known != model) {
            db.merge(new VatModelEntity(today(), model));
            audit.record(new Act("tax.model", today().toString(), known.name(), model.name()));
        }
    }

    /** @throws Refusal {@code tax.vat.past} unless it begins after all that are known and after today */
    public void add(VatRate rate) {
        boolean later =
                vatRates().rates().stream().allMatch(known -> rate.from().isAfter(known.from()));
        if (!later || !rate.from().isAfter(today())) {
            throw new Refusal("tax.vat.past", "from", rate.from());
        }
        db.persist(new VatRateEntity(rate));
        audit.record(new Act("tax.vat", rate.from().toString(), "", rate.percentText()));
    }

    /** @throws Refusal {@code tax.euro.said} when another was said for that day, {@code tax.euro.far} after tomorrow's */
    public void add(EuroRate rate) {
        if (rate.day().isAfter(today().plusDays(1))) {
            throw new Refusal("tax.euro.far", "day", rate.day());
        }
        EuroRateEntity known = db.find(EuroRateEntity.class, rate.day());
        if (known != null && !known.asRate().equals(rate)) {
            throw new Refusal("tax.euro.said", "day", rate.day(), known.asRate().lei());
        }
        if (known == null) {
            db.persist(new EuroRateEntity(rate));
            audit.record(
                    new Act("tax.euro", rate.day().toString(), "", rate.lei().toPlainString()));
        }
    }
}
