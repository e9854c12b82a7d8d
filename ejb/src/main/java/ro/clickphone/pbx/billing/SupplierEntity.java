package ro.clickphone.pbx.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import ro.clickphone.pbx.kernel.InstantAsUtc;

/** The one row of its table. */
@Entity
@Table(name = "billing_supplier")
class SupplierEntity {
    static final int ONLY = 1;

    @Id
    @Column(name = "supplier_id")
    private int id = ONLY;

    @Embedded
    private PartyColumns party;

    private String iban;
    private String bank;
    private String capital;
    private String phone;

    @Column(name = "changed_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant changedAt;

    protected SupplierEntity() {}

    static SupplierEntity blank() {
        return new SupplierEntity();
    }

    void become(Supplier changed, Instant now) {
        this.party = new PartyColumns(changed.party());
        this.iban = changed.iban().value();
        this.bank = changed.bank();
        this.capital = changed.capital();
        this.phone = changed.phone();
        this.changedAt = now;
    }

    Supplier asSupplier() {
        return new Supplier(party.asParty(), new Iban(iban), bank, capital, phone);
    }
}
