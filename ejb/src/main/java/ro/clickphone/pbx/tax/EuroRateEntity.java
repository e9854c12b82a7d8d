package ro.clickphone.pbx.tax;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
@Table(name = "euro_rate")
class EuroRateEntity {
    @Id
    @Column(name = "valid_on")
    private LocalDate day;

    private BigDecimal lei;

    protected EuroRateEntity() {}

    EuroRateEntity(EuroRate rate) {
        this.day = rate.day();
        this.lei = rate.lei();
    }

    EuroRate asRate() {
        return new EuroRate(day, lei);
    }
}
