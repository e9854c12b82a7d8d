package ro.clickphone.pbx.fraud;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "allowed_source")
@IdClass(AllowedSourceEntity.Key.class)
class AllowedSourceEntity {
    @Id
    @Column(name = "account_id")
    private long account;

    @Id
    private String source;

    private String note;

    @Column(name = "until_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant until;

    @Column(name = "added_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant addedAt;

    protected AllowedSourceEntity() {}

    AllowedSourceEntity(AccountId account, AllowedSource line, Instant now) {
        this.account = account.value();
        this.source = line.text();
        this.note = line.note();
        this.until = line.until().orElse(null);
        this.addedAt = now;
    }

    AllowedSource asSource() {
        return new AllowedSource(source, note, Optional.ofNullable(until));
    }

    /** Which source of whom. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long account;
        private String source;

        protected Key() {}

        Key(AccountId account, String source) {
            this.account = account.value();
            this.source = source;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.account == account && key.source.equals(source);
        }

        @Override
        public int hashCode() {
            return Objects.hash(account, source);
        }
    }
}
