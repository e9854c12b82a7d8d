package ro.clickphone.pbx.notify;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;
import ro.clickphone.pbx.vault.Vault;

@Entity
@Table(name = "mail")
class MailEntity {
    /** When to try again after the first, second … failure; after the last the mail is given up. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(8),
            Duration.ofHours(24));

    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final int MOST_GATHERED = 200;
    private static final int LONGEST_PROBLEM = 400;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "mail_id")
    private long id;

    @Column(name = "account_id")
    private Long account;

    private String kind;
    private String recipient;
    private String language;
    private String subject;
    private String body;

    @Enumerated(EnumType.STRING)
    private Secrecy secrecy;

    @Column(name = "gather_key")
    private String gatherKey;

    private int gathered;

    @Enumerated(EnumType.STRING)
    private MailState state;

    private int attempts;

    @Column(name = "next_try_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant nextTryAt;

    private String problem;

    @Column(name = "created_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant createdAt;

    @Column(name = "sent_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant sentAt;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY, orphanRemoval = true)
    @JoinColumn(name = "mail_id")
    @OrderBy("place")
    private List<MailAttachmentEntity> attachments = new ArrayList<>();

    protected MailEntity() {}

    MailEntity(Optional<AccountId> account, Mail mail, Instant now) {
        this.account = account.map(AccountId::value).orElse(null);
        this.kind = mail.kind();
        this.recipient = mail.to();
        this.language = mail.language();
        this.subject = mail.subject();
        this.body = mail.text();
        this.secrecy = mail.secrecy();
        this.state = MailState.WAITING;
        this.nextTryAt = now;
        this.problem = "";
        this.createdAt = now;
    }

    /** A mail that waits for others of its kind. */
    MailEntity gathering(String key, Instant until) {
        this.gatherKey = key;
        this.gathered = 1;
        this.nextTryAt = until;
        return this;
    }

    void gather(Mail mail) {
        gathered++;
        if (gathered <= MOST_GATHERED && body.length() + mail.text().length() < Mail.LONGEST_TEXT) {
            body = body + "\n\n– – –\n\n" + mail.text();
        }
    }

    long id() {
        return id;
    }

    void attach(int place, Attachment attachment, Vault vault) {
        attachments.add(new MailAttachmentEntity(id, place, attachment, vault));
    }

    void claimed(Instant now) {
        state = MailState.SENDING;
        attempts++;
        nextTryAt = now.plus(CLAIM);
    }

    boolean isDue(Instant now) {
        return (state == MailState.WAITING || state == MailState.SENDING) && !nextTryAt.isAfter(now);
    }

    /** What went with it is not kept: it lies where it came from, and for as long as it may there. */
    void sent(Instant now) {
        attachments.clear();
        state = MailState.SENT;
        sentAt = now;
        problem = "";
        if (secrecy == Secrecy.SECRET) {
            body = "";
        }
    }

    void failed(String reason, Instant now) {
        problem = shortened(reason);
        if (attempts > PAUSES.size()) {
            giveUp();
        } else {
            state = MailState.WAITING;
            nextTryAt = now.plus(PAUSES.get(attempts - 1));
        }
    }

    void refused(String reason) {
        problem = shortened(reason);
        giveUp();
    }

    private void giveUp() {
        state = MailState.GIVEN_UP;
        if (secrecy == Secrecy.SECRET) {
            body = "";
        }
    }

    private static String shortened(String reason) {
        String line = reason.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST_PROBLEM ? line : line.substring(0, LONGEST_PROBLEM);
    }

    Letter asLetter(Vault vault) {
        String counted = gathered > 1 ? subject + " (" + gathered + ")" : subject;
        return new Letter(
                id,
                recipient,
                language,
                counted,
                body,
                attachments.stream()
                        .map(attachment -> attachment.asAttachment(vault))
                        .toList());
    }

    PostedMail asPosted() {
        return new PostedMail(
                id,
                Optional.ofNullable(account).map(AccountId::new),
                kind,
                recipient,
                gathered > 1 ? subject + " (" + gathered + ")" : subject,
                secrecy,
                state,
                attempts,
                createdAt,
                Optional.ofNullable(sentAt),
                problem);
    }

    String recipient() {
        return recipient;
    }

    String body() {
        return body;
    }
}
