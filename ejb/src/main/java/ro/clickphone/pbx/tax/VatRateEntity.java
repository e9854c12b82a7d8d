package ro.clickphone.pbx.tax;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
@Table(name = "vat_rate")
class VatRateEntity {
    @Id
    @Column(name = "valid_from")
    private LocalDate from;

    private BigDecimal percent;

    protected VatRateEntity() {}

    VatRateEntity(VatRate rate) {
        this.from = rate.from();
        this.percent = rate.percent();
    }

    VatRate asRate() {
        return new VatRate(from, percent);
    }
}
