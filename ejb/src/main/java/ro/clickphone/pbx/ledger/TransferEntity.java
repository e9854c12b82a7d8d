package ro.clickphone.pbx.ledger;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.pbx.kernel.InstantAsUtc;
import ro.clickphone.pbx.kernel.Money;

/** Written once; nothing here has a setter. */
@Entity
@Table(name = "ledger_transfer")
class TransferEntity {
    @EmbeddedId
    private LedgerKey key;

    @Column(updatable = false)
    private long number;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private TransferKind kind;

    @Column(name = "made_at", updatable = false)
    @Convert(converter = InstantAsUtc.class)
    private Instant madeAt;

    @Column(updatable = false)
    private long amount;

    @Column(name = "total_after", updatable = false)
    private long totalAfter;

    @Column(updatable = false)
    private String reservation;

    @Column(name = "text_key", updatable = false)
    private String textKey;

    @Column(updatable = false)
    private String arguments;

    @Column(updatable = false)
    private String arithmetic;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(
            name = "ledger_entry",
            joinColumns = {
                @JoinColumn(name = "account_id", referencedColumnName = "account_id"),
                @JoinColumn(name = "id", referencedColumnName = "id")
            })
    private Set<EntryEmbeddable> entries = new HashSet<>();

    protected TransferEntity() {}

    TransferEntity(WalletEntity wallet, Transfer transfer, String reservation, Instant now) {
        this.key = new LedgerKey(wallet.account(), transfer.id());
        this.number = wallet.take(transfer);
        this.kind = transfer.kind();
        this.madeAt = now;
        this.amount = transfer.forCustomer().micros();
        this.totalAfter = wallet.balance().total().micros();
        this.reservation = reservation;
        this.textKey = transfer.wording().key();
        this.arguments = transfer.wording().packed();
        this.arithmetic = transfer.wording().arithmetic();
        transfer.entries().forEach((book, money) -> entries.add(new EntryEmbeddable(book, money)));
    }

    /** Whether it is that transfer, and not another under the same name. */
    boolean is(TransferKind otherKind, Money otherAmount) {
        return kind == otherKind && amount == otherAmount.micros();
    }

    WalletRow asRow(Optional<DocumentNumber> document) {
        return new WalletRow(
                key.account(),
                new TransferId(key.id()),
                number,
                kind,
                madeAt,
                new Money(amount),
                new Money(totalAfter),
                Wording.unpack(textKey, arguments, arithmetic),
                document);
    }
}
