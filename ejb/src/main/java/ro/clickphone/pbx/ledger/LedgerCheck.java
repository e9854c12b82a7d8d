package ro.clickphone.pbx.ledger;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;

/**
 * The proof: queries that find nothing while the ledger is right (design, "Ledger invariants"). Run nightly, by the
 * operator, and after every test that moves money.
 */
@Stateless
@Guarded(Need.FINANCE)
public class LedgerCheck {
    private static final int MOST_FINDINGS = 100;

    /** What must hold, and the query for what breaks it: account, name, what it is, what it should be. */
    private static final Map<String, String> INVARIANTS = new LinkedHashMap<>(Map.of(
            "the entries of a transfer sum to 0",
                    "SELECT account_id, id, SUM(amount), 0 FROM ledger_entry GROUP BY account_id, id"
                            + " HAVING SUM(amount) <> 0",
            "a transfer has entries",
                    "SELECT t.account_id, t.id, 0, 2 FROM ledger_transfer t WHERE NOT EXISTS (SELECT 1"
                            + " FROM ledger_entry e WHERE e.account_id = t.account_id AND e.id = t.id)",
            "a wallet is the sum of its entries",
                    "SELECT w.account_id, 'wallet', w.available, COALESCE(s.total, 0) FROM wallet w LEFT JOIN"
                            + " (SELECT account_id, SUM(amount) total FROM ledger_entry WHERE book = 'WALLET'"
                            + " GROUP BY account_id) s ON s.account_id = w.account_id"
                            + " WHERE w.available <> COALESCE(s.total, 0)",
            "what is set aside is the sum of its entries",
                    "SELECT w.account_id, 'reserved', w.reserved, COALESCE(s.total, 0) FROM wallet w LEFT JOIN"
                            + " (SELECT account_id, SUM(amount) total FROM ledger_entry WHERE book = 'RESERVED'"
                            + " GROUP BY account_id) s ON s.account_id = w.account_id"
                            + " WHERE w.reserved <> COALESCE(s.total, 0)",
            "what is set aside belongs to open reservations",
                    "SELECT w.account_id, 'reservations', w.reserved, COALESCE(SUM(r.held), 0) FROM wallet w"
                            + " LEFT JOIN reservation r ON r.account_id = w.account_id AND r.state = 'OPEN'"
                            + " GROUP BY w.account_id, w.reserved HAVING w.reserved <> COALESCE(SUM(r.held), 0)",
            "no transfer is missing",
                    "SELECT w.account_id, 'transfers', COUNT(t.number), w.transfers FROM wallet w LEFT JOIN"
                            + " ledger_transfer t ON t.account_id = w.account_id GROUP BY w.account_id, w.transfers"
                            + " HAVING COUNT(t.number) <> w.transfers OR COALESCE(MAX(t.number), 0) <> w.transfers",
            "each row's total follows from the one before",
                    "SELECT account_id, id, total_after, expected FROM (SELECT account_id, id, total_after,"
                            + " SUM(amount) OVER (PARTITION BY account_id ORDER BY number) expected"
                            + " FROM ledger_transfer) rows_ WHERE total_after <> expected",
            "a reservation has one posting at most",
                    "SELECT account_id, reservation, COUNT(*), 1 FROM ledger_transfer WHERE kind = 'CALL'"
                            + " GROUP BY account_id, reservation HAVING COUNT(*) > 1",
            "a day's spending is the sum of its calls",
                    "SELECT d.account_id, CAST(d.spent_on AS CHAR), d.charged + d.reserved, s.total FROM spent_today d"
                            + " JOIN (SELECT account_id, spent_on, SUM(charged + held) total FROM reservation"
                            + " GROUP BY account_id, spent_on) s ON s.account_id = d.account_id AND s.spent_on = d.spent_on"
                            + " WHERE d.charged + d.reserved < s.total",
            "a closed reservation holds nothing",
                    "SELECT account_id, id, held, 0 FROM reservation WHERE state <> 'OPEN' AND held <> 0"));

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    /** What is wrong, of all customers; empty when all is well. */
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        INVARIANTS.forEach((invariant, query) -> {
            List<?> rows =
                    db.createNativeQuery(query).setMaxResults(MOST_FINDINGS).getResultList();
            for (Object row : rows) {
                findings.add(Finding.of(invariant, (Object[]) row));
            }
        });
        return findings;
    }

    /**
     * One broken invariant.
     *
     * @param where account and name
     * @param is what was found
     * @param shouldBe what was expected
     */
    public record Finding(String invariant, String where, String is, String shouldBe) {
        private static Finding of(String invariant, Object[] row) {
            return new Finding(invariant, row[0] + " " + row[1], String.valueOf(row[2]), String.valueOf(row[3]));
        }
    }
}
