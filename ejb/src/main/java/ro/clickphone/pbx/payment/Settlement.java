package ro.clickphone.pbx.payment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.document.DocumentKind;
import ro.clickphone.pbx.document.PaidBy;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.invoice.InvoiceNumber;
import ro.clickphone.pbx.invoice.InvoiceService;
import ro.clickphone.pbx.invoice.Sale;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.ledger.Book;
import ro.clickphone.pbx.ledger.DocumentNumber;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.WalletRow;
import ro.clickphone.pbx.ledger.Wording;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.TaxTables;
import ro.clickphone.pbx.tax.VatSplit;

/**
 * What a payment brings about, all in one transaction: credit without VAT, its invoice, the proforma closed. A payment
 * told twice happens once.
 */
@Stateless
@Guarded(Need.FINANCE)
public class Settlement {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private TaxTables tax;

    @Inject
    private AccountService accounts;

    @Inject
    private LedgerService ledger;

    @Inject
    private InvoiceService invoices;

    /** The proforma of that reference, whosever it is; for whoever matches payments. */
    public Optional<Proforma> proforma(PaymentReference reference) {
        return Optional.ofNullable(db.find(ProformaEntity.class, reference.value()))
                .map(found -> found.asProforma(tax.today()));
    }

    /** The proformas of a customer that wait to be paid. */
    public List<Proforma> open(AccountId account) {
        LocalDate today = tax.today();
        return db.createQuery(
                        "SELECT p FROM ProformaEntity p WHERE p.account = :account AND p.state = :open"
                                + " AND p.expiresOn >= :today ORDER BY p.createdAt",
                        ProformaEntity.class)
                .setParameter("account", account.value())
                .setParameter("open", ProformaState.OPEN)
                .setParameter("today", today)
                .getResultStream()
                .map(found -> found.asProforma(today))
                .toList();
    }

    /**
     * Credits a payment and invoices it.
     *
     * @return the wallet's row, with its invoice
     * @throws Refusal as {@link InvoiceService#issue}
     */
    public WalletRow settle(AccountId account, Receipt receipt) {
        // one payment of a customer after another, so that a repeated notice finds what the first one did
        accounts.hold(account);
        Optional<ProformaEntity> proforma = receipt.proforma()
                .map(reference -> db.find(ProformaEntity.class, reference.value(), LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.asProforma(tax.today()).account().equals(account));
        VatSplit amounts = amounts(receipt, proforma.map(found -> found.asProforma(tax.today())));
        Money credit = Money.ofEuro(amounts.net());
        Book source = receipt.paidBy() == PaidBy.CARD ? Book.CARD : Book.BANK;
        WalletRow row = ledger.topUp(account, receipt.id(), credit, source, wording(source, amounts));
        if (row.document().isPresent()) {
            return row;
        }
        Invoice invoice = invoices.issue(account, sale(receipt, amounts));
        proforma.filter(found -> found.asProforma(tax.today()).state() != ProformaState.PAID)
                .ifPresent(found -> found.paid(invoice.printed()));
        return ledger.attach(account, receipt.id(), new DocumentNumber(invoice.printed()));
    }

    /**
     * Gives a payment back: the invoice is taken back by a credit note and the credit leaves the wallet.
     *
     * @param gross what is given back, with VAT
     * @throws Refusal {@code invoice.takenBack}, {@code wallet.insufficient}
     */
    public WalletRow giveBack(
            AccountId account, TransferId id, InvoiceNumber number, java.math.BigDecimal gross, String reason) {
        accounts.hold(account);
        Invoice note = invoices.takeBack(account, number, gross, reason);
        Book source = note.paidBy() == PaidBy.CARD ? Book.CARD : Book.BANK;
        VatSplit back = note.amounts().negated();
        ledger.refund(account, id, Money.ofEuro(back.net()), source, returned(number, back));
        db.flush();
        return ledger.attach(account, id, new DocumentNumber(note.printed()));
    }

    /**
     * The card's bank took a payment back by force: credit note, and the wallet loses it even below zero.
     *
     * @throws Refusal {@code invoice.takenBack}
     */
    public WalletRow forcedBack(AccountId account, TransferId id, InvoiceNumber number, java.math.BigDecimal gross) {
        accounts.hold(account);
        Invoice note = invoices.takeBack(account, number, gross, "plata cu cardul a fost returnată de bancă");
        VatSplit back = note.amounts().negated();
        ledger.chargeback(account, id, Money.ofEuro(back.net()), Book.CARD, returned(number, back));
        db.flush();
        return ledger.attach(account, id, new DocumentNumber(note.printed()));
    }

    /** As the proforma says where it was paid to the cent and VAT is what it was; else what so much money buys today. */
    private VatSplit amounts(Receipt receipt, Optional<Proforma> proforma) {
        VatSplit today = VatSplit.ofGross(receipt.gross(), tax.vatRates().on(tax.today()));
        return proforma.map(Proforma::amounts)
                .filter(offered -> offered.gross().compareTo(today.gross()) == 0
                        && offered.percent().compareTo(today.percent()) == 0)
                .orElse(today);
    }

    private Sale sale(Receipt receipt, VatSplit amounts) {
        return switch (tax.vatModel()) {
            case SUPPLY -> new Sale(PaymentService.ITEM, amounts, tax.today(), receipt.paidBy(), receipt.remark());
            case ADVANCE ->
                new Sale(
                        DocumentKind.ADVANCE,
                        PaymentService.ADVANCE,
                        amounts,
                        tax.today(),
                        receipt.paidBy(),
                        receipt.remark(),
                        Optional.empty());
        };
    }

    private static Wording wording(Book source, VatSplit amounts) {
        return Wording.of(source == Book.CARD ? "ledger.topUp.card" : "ledger.topUp.bank")
                .explained("%s − %s = %s".formatted(amounts.gross(), amounts.vat(), amounts.net()));
    }

    private static Wording returned(InvoiceNumber number, VatSplit back) {
        return Wording.of("ledger.givenBack", number.toString())
                .explained("%s − %s = %s".formatted(back.gross(), back.vat(), back.net()));
    }

    /** What lei are worth on that day. @throws Refusal {@code tax.euro.unknown} */
    public java.math.BigDecimal inEuro(java.math.BigDecimal lei, LocalDate day) {
        EuroRate rate = tax.euroRate(day);
        return rate.inEuro(lei);
    }
}
