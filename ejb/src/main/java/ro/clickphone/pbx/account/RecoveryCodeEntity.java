package ro.clickphone.pbx.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

@Entity
@Table(name = "recovery_code")
@IdClass(RecoveryCodeEntity.Key.class)
class RecoveryCodeEntity {
    @Id
    @Column(name = "user_id")
    private long user;

    @Id
    @Column(name = "code_sha256")
    private String sha256;

    protected RecoveryCodeEntity() {}

    RecoveryCodeEntity(long user, String sha256) {
        this.user = user;
        this.sha256 = sha256;
    }

    /** Whose, and which. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long user;
        private String sha256;

        protected Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.user == user && key.sha256.equals(sha256);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(user) * 31 + sha256.hashCode();
        }
    }
}
