package ro.clickphone.pbx.account;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ro.clickphone.pbx.access.Actor;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.access.Token;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "api_key")
class ApiKeyEntity {
    /** Written no more often than that. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    @Id
    @Column(name = "key_sha256")
    private String sha256;

    @Column(name = "account_id")
    private Long account;

    private String name;
    private String scopes;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant createdAt;

    @Column(name = "expires_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant expiresAt;

    @Column(name = "used_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant usedAt;

    protected ApiKeyEntity() {}

    ApiKeyEntity(Optional<AccountId> account, Token key, String name, Set<Need> scopes, String by, Instant now) {
        this.sha256 = key.sha256();
        this.account = account.map(AccountId::value).orElse(null);
        this.name = name;
        this.scopes = scopes.stream().sorted().map(Need::name).collect(Collectors.joining(","));
        this.createdBy = by;
        this.createdAt = now;
    }

    ApiKeyEntity until(Instant moment) {
        expiresAt = moment;
        return this;
    }

    boolean isValid(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    void used(Instant now) {
        if (usedAt == null || now.isAfter(usedAt.plus(PRECISION))) {
            usedAt = now;
        }
    }

    boolean isOf(AccountId wanted) {
        return account != null && account == wanted.value();
    }

    Actor actor(String address) {
        return new Actor.Program(Optional.ofNullable(account).map(AccountId::new), "key " + name, scopes(), address);
    }

    ApiKey asKey() {
        return new ApiKey(sha256, name, scopes(), createdBy, createdAt, expiresAt, usedAt);
    }

    private Set<Need> scopes() {
        Set<Need> some = EnumSet.of(Need.NOTHING);
        Arrays.stream(scopes.split(","))
                .filter(scope -> !scope.isEmpty())
                .map(Need::valueOf)
                .forEach(some::add);
        return some;
    }
}
