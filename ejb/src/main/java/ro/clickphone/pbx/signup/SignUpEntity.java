package ro.clickphone.pbx.signup;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import ro.clickphone.pbx.access.Token;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "sign_up")
class SignUpEntity {
    @Id
    @Column(name = "token_sha256")
    private String tokenSha256;

    private String email;
    private String company;
    private String name;
    private String language;

    @Column(name = "expires_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant expiresAt;

    protected SignUpEntity() {}

    SignUpEntity(Token token, NewCustomer order, Instant expiresAt) {
        this.tokenSha256 = token.sha256();
        this.email = order.email();
        this.company = order.company();
        this.name = order.name();
        this.language = order.language();
        this.expiresAt = expiresAt;
    }

    boolean isOpen(Instant now) {
        return now.isBefore(expiresAt);
    }

    NewCustomer order() {
        return new NewCustomer(company, name, email, language);
    }
}
