package ro.clickphone.pbx.tax;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "vat_model")
class VatModelEntity {
    @Id
    @Column(name = "valid_from")
    private LocalDate from;

    @Enumerated(EnumType.STRING)
    private VatModel model;

    protected VatModelEntity() {}

    VatModelEntity(LocalDate from, VatModel model) {
        this.from = from;
        this.model = model;
    }

    VatModel model() {
        return model;
    }
}
