package ro.clickphone.pbx.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import ro.clickphone.pbx.access.Actor;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "audit")
class AuditEntity {
    private static final int LONGEST_ACTOR = 254;
    private static final int LONGEST_ADDRESS = 64;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "audit_id")
    private long id;

    @Column(name = "account_id")
    private Long account;

    @Convert(converter = InstantAsUtc.class)
    private Instant at;

    private String actor;
    private String role;
    private String address;
    private String act;
    private String subject;
    private String was;
    private String became;

    protected AuditEntity() {}

    AuditEntity(Optional<AccountId> account, Actor actor, Act act, Instant now) {
        this.account = account.map(AccountId::value).orElse(null);
        this.at = now;
        this.actor = cut(actor.name(), LONGEST_ACTOR);
        this.role = roleOf(actor);
        this.address = cut(actor.address(), LONGEST_ADDRESS);
        this.act = act.what();
        this.subject = act.subject();
        this.was = act.was();
        this.became = act.became();
    }

    AuditLine asLine() {
        return new AuditLine(
                id,
                Optional.ofNullable(account).map(AccountId::new),
                at,
                actor,
                role,
                address,
                new Act(act, subject, was, became));
    }

    private static String roleOf(Actor actor) {
        if (actor instanceof Actor.Person person) {
            return person.role().name();
        }
        return actor instanceof Actor.Program ? "PROGRAM" : "";
    }

    private static String cut(String text, int longest) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= longest ? line : line.substring(0, longest);
    }
}
