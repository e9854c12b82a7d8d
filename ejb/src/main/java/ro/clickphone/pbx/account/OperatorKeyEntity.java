package ro.clickphone.pbx.account;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "operator_key")
class OperatorKeyEntity {
    @Id
    @Column(name = "key_sha256")
    private String keySha256;

    private String name;

    @Column(name = "created_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant createdAt;

    protected OperatorKeyEntity() {}

    OperatorKeyEntity(String keySha256, String name, Instant now) {
        this.keySha256 = keySha256;
        this.name = name;
        this.createdAt = now;
    }

    String holder() {
        return name + " since " + createdAt;
    }
}
