package ro.clickphone.pbx.extension;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ro.clickphone.engine.api.DigestCredential;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.catalogue.EntitlementService;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.CredentialChanged;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.NumberPlan;
import ro.clickphone.pbx.vault.Vault;

/** The extensions of a customer: numbers, names, SIP passwords, forwards. */
@Stateless
@Guarded
public class ExtensionService {
    public static final Duration SHORTEST_RING_TIME = Duration.ofSeconds(5);
    public static final Duration LONGEST_RING_TIME = Duration.ofSeconds(120);
    private static final int FREE_NUMBERS_OFFERED = 50;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Vault vault;

    @Inject
    private AccountService accounts;

    @Inject
    private EntitlementService entitlements;

    @Inject
    private SipDomain domain;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    @Any
    private Instance<ExtensionUses> usesElsewhere;

    @Inject
    private Event<AccountChanged> changed;

    @Inject
    private Event<CredentialChanged> credentialChanged;

    /** All of the account's, by number. */
    @Guarded(Need.READ)
    public List<Extension> list(AccountId account) {
        return db.createQuery(
                        "SELECT e FROM ExtensionEntity e WHERE e.key.account = :account ORDER BY e.key.extension",
                        ExtensionEntity.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(entity -> entity.asExtension(domain))
                .toList();
    }

    /** @throws NotFound {@code extension.unknown} */
    @Guarded(Need.READ)
    public Extension find(AccountId account, ExtensionNumber number) {
        return entity(account, number).asExtension(domain);
    }

    /**
     * For features that name extensions.
     *
     * @param field which input named them
     * @throws Refusal {@code extension.unknown} with the first that the account does not have
     */
    @Guarded(Need.READ)
    public void refuseUnknown(AccountId account, Collection<ExtensionNumber> named, String field) {
        Set<ExtensionNumber> known =
                list(account).stream().map(Extension::number).collect(Collectors.toSet());
        named.stream().filter(number -> !known.contains(number)).findFirst().ifPresent(unknown -> {
            throw new Refusal("extension.unknown", field, unknown);
        });
    }

    /** The lowest numbers that a new extension may have, at most 50. */
    @Guarded(Need.READ)
    public List<ExtensionNumber> freeNumbers(AccountId account) {
        Set<ExtensionNumber> taken =
                list(account).stream().map(Extension::number).collect(Collectors.toSet());
        return IntStream.rangeClosed(ExtensionNumber.LOWEST, ExtensionNumber.HIGHEST)
                .mapToObj(ExtensionNumber::new)
                .filter(number -> !taken.contains(number) && !NumberPlan.isReserved(number))
                .limit(FREE_NUMBERS_OFFERED)
                .toList();
    }

    /** What is typed into the phones of an extension. */
    @Guarded(Need.READ)
    public SipSettings settings(AccountId account, ExtensionNumber number) {
        return domain.settings(find(account, number));
    }

    /**
     * Adds an extension with a password of its own.
     *
     * @throws Refusal {@code extension.limit}, {@code extension.number.taken}, {@code extension.number.reserved},
     *     {@code extension.name.taken} or one of {@code extension.name.*}
     */
    public NewExtension add(AccountId account, ExtensionNumber number, String name) {
        return add(account, number, new ExtensionName(name), SipPassword.random());
    }

    /** The same with a given password, for whoever provisions phones. @throws Refusal also {@code extension.password} */
    public NewExtension add(AccountId account, ExtensionNumber number, String name, String sipPassword) {
        return add(account, number, new ExtensionName(name), new SipPassword(sipPassword));
    }

    private NewExtension add(AccountId account, ExtensionNumber number, ExtensionName name, SipPassword password) {
        accounts.hold(account);
        int limit = entitlements.of(account).extensions();
        List<Extension> present = list(account);
        if (present.size() >= limit) {
            throw new Refusal("extension.limit", "", limit);
        }
        if (NumberPlan.isReserved(number)) {
            throw new Refusal("extension.number.reserved", "number", number);
        }
        if (present.stream().anyMatch(extension -> extension.number().equals(number))) {
            throw new Refusal("extension.number.taken", "number", number);
        }
        nameIsFree(account, number, name);
        ExtensionEntity extension = new ExtensionEntity(account, number, name, clock.instant());
        extension.setPassword(password, domain.realm(), vault);
        db.persist(extension);
        db.flush();
        audit.record(account, new Act("extension.added", number.toString(), "", name.value()));
        changed.fire(new AccountChanged(account));
        credentialChanged.fire(new CredentialChanged(domain.identity(account, number)));
        return withPassword(extension, password);
    }

    /**
     * Changes one part of the settings for somebody who has looked at them for a while.
     *
     * @param read what was to be changed
     * @throws Refusal {@code edit.stale} when somebody else has changed that part since, and what the change itself refuses
     */
    public Extension edit(AccountId account, Extension read, ExtensionEdit edit) {
        accounts.hold(account);
        if (!edit.part(find(account, read.number())).equals(edit.part(read))) {
            throw new Refusal("edit.stale", "");
        }
        return make(account, read.number(), edit);
    }

    private Extension make(AccountId account, ExtensionNumber number, ExtensionEdit edit) {
        if (edit instanceof ExtensionEdit.Name name) {
            return rename(account, number, name.wanted());
        } else if (edit instanceof ExtensionEdit.RingTime ringTime) {
            return setRingTime(account, number, ringTime.wanted());
        } else if (edit instanceof ExtensionEdit.SetForward forward) {
            return setForward(account, number, forward.when(), forward.target());
        } else if (edit instanceof ExtensionEdit.ActivateForward forward) {
            return activateForward(account, number, forward.when());
        }
        return deactivateForward(account, number, ((ExtensionEdit.DeactivateForward) edit).when());
    }

    /** @throws Refusal {@code extension.name.taken} or one of {@code extension.name.*} */
    public Extension rename(AccountId account, ExtensionNumber number, String name) {
        accounts.hold(account);
        ExtensionName wanted = new ExtensionName(name);
        ExtensionEntity extension = entity(account, number);
        nameIsFree(account, number, wanted);
        String was = extension.asExtension(domain).name();
        audit.record(account, new Act("extension.renamed", number.toString(), was, wanted.value()));
        extension.setName(wanted);
        changed.fire(new AccountChanged(account));
        return extension.asExtension(domain);
    }

    /** A new SIP password; devices that registered with the old one are dropped. */
    public NewExtension newPassword(AccountId account, ExtensionNumber number) {
        return setPassword(account, number, SipPassword.random());
    }

    /** The same with a given password. @throws Refusal {@code extension.password} */
    public NewExtension newPassword(AccountId account, ExtensionNumber number, String sipPassword) {
        return setPassword(account, number, new SipPassword(sipPassword));
    }

    private NewExtension setPassword(AccountId account, ExtensionNumber number, SipPassword password) {
        ExtensionEntity extension = entity(account, number);
        extension.setPassword(password, domain.realm(), vault);
        audit.record(account, Act.of("extension.password", number.toString()));
        credentialChanged.fire(new CredentialChanged(domain.identity(account, number)));
        return withPassword(extension, password);
    }

    /** @param ringTime whole seconds from 5 to 120. @throws Refusal {@code extension.ringTime} */
    public Extension setRingTime(AccountId account, ExtensionNumber number, Duration ringTime) {
        if (ringTime.compareTo(SHORTEST_RING_TIME) < 0 || ringTime.compareTo(LONGEST_RING_TIME) > 0) {
            throw new Refusal(
                    "extension.ringTime", "ringTime", SHORTEST_RING_TIME.toSeconds(), LONGEST_RING_TIME.toSeconds());
        }
        String was = seconds(find(account, number).ringTime());
        audit.record(account, new Act("extension.ringTime", number.toString(), was, seconds(ringTime)));
        return change(account, number, extension -> extension.setRingTime(ringTime));
    }

    /** Whether the audio of its telephones is encrypted. */
    @Guarded(Need.READ)
    public DigestCredential.Srtp encryption(AccountId account, ExtensionNumber number) {
        return entity(account, number).encryption();
    }

    /** The same for somebody who has looked at it for a while. @throws Refusal {@code edit.stale} */
    public void setEncryption(
            AccountId account, ExtensionNumber number, DigestCredential.Srtp read, DigestCredential.Srtp wanted) {
        accounts.hold(account);
        if (encryption(account, number) != read) {
            throw new Refusal("edit.stale", "");
        }
        setEncryption(account, number, wanted);
    }

    /** Its telephones register anew, so that none goes on as before. */
    public void setEncryption(AccountId account, ExtensionNumber number, DigestCredential.Srtp wanted) {
        ExtensionEntity extension = entity(account, number);
        String was = extension.encryption().name();
        audit.record(account, new Act("extension.encryption", number.toString(), was, wanted.name()));
        extension.setEncryption(wanted);
        credentialChanged.fire(new CredentialChanged(domain.identity(account, number)));
    }

    /** Its telephones stay silent: callers and forwards meet a busy extension. */
    public Extension wantQuiet(AccountId account, ExtensionNumber number) {
        return change(account, number, ExtensionEntity::wantQuiet);
    }

    /** Its telephones ring again. */
    public Extension wantCalls(AccountId account, ExtensionNumber number) {
        return change(account, number, ExtensionEntity::wantCalls);
    }

    /**
     * Sets a forward and puts it in force.
     *
     * @param target an extension of the account or a public number, as a person writes it
     * @throws Refusal {@code forward.target}, {@code forward.extension.unknown}, {@code forward.number},
     *     {@code forward.loop}
     */
    public Extension setForward(AccountId account, ExtensionNumber number, Forward.When when, String target) {
        accounts.hold(account);
        List<Extension> all = list(account);
        ForwardTarget parsed = ForwardTargets.parse(target, all);
        ForwardTargets.refuseLoop(number, parsed, all);
        return forward(account, number, when, new Forward.Active(parsed));
    }

    /** Puts the remembered forward in force again. @throws Refusal {@code forward.unset}, {@code forward.loop} */
    public Extension activateForward(AccountId account, ExtensionNumber number, Forward.When when) {
        accounts.hold(account);
        ForwardTarget target = targetOf(find(account, number).forward(when));
        ForwardTargets.refuseLoop(number, target, list(account));
        return forward(account, number, when, new Forward.Active(target));
    }

    /** Switches a forward off; its target stays remembered. @throws Refusal {@code forward.unset} */
    public Extension deactivateForward(AccountId account, ExtensionNumber number, Forward.When when) {
        ForwardTarget target = targetOf(find(account, number).forward(when));
        return forward(account, number, when, new Forward.Remembered(target));
    }

    /** Forgets a forward. */
    public Extension clearForward(AccountId account, ExtensionNumber number, Forward.When when) {
        return forward(account, number, when, new Forward.Unset());
    }

    private Extension forward(AccountId account, ExtensionNumber number, Forward.When when, Forward wanted) {
        String was = when + " " + find(account, number).forward(when).text();
        audit.record(account, new Act("extension.forward", number.toString(), was, when + " " + wanted.text()));
        return change(account, number, extension -> extension.setForward(when, wanted));
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + " s";
    }

    /** Where the extension is needed: queue, menus, routing, forwards of others. */
    @Guarded(Need.READ)
    public List<ExtensionUse> uses(AccountId account, ExtensionNumber number) {
        List<ExtensionUse> uses = new ArrayList<>(ForwardTargets.uses(number, list(account)));
        usesElsewhere.forEach(feature -> uses.addAll(feature.of(account, number)));
        return uses;
    }

    /**
     * Deletes an extension; its devices are dropped.
     *
     * @throws ExtensionInUse {@code extension.used} with the places where it is needed
     */
    public void delete(AccountId account, ExtensionNumber number) {
        accounts.hold(account);
        ExtensionEntity extension = entity(account, number);
        List<ExtensionUse> uses = uses(account, number);
        if (!uses.isEmpty()) {
            throw new ExtensionInUse(number, uses);
        }
        String was = extension.asExtension(domain).name();
        audit.record(account, new Act("extension.deleted", number.toString(), was, ""));
        db.remove(extension);
        db.flush();
        changed.fire(new AccountChanged(account));
        credentialChanged.fire(new CredentialChanged(domain.identity(account, number)));
    }

    /** What proves that a device is an extension's; empty when there is no such extension. */
    @Guarded(Need.OPERATE)
    public Optional<DigestCredential> credentialOf(SipIdentity who) {
        return SipUser.parse(who.user())
                .filter(user ->
                        domain.identity(user.account(), user.extension()).equals(who))
                .map(user -> db.find(ExtensionEntity.class, new ExtensionKey(user.account(), user.extension())))
                .map(extension -> extension.asCredential(domain, vault));
    }

    private Extension change(AccountId account, ExtensionNumber number, Consumer<ExtensionEntity> change) {
        ExtensionEntity extension = entity(account, number);
        change.accept(extension);
        changed.fire(new AccountChanged(account));
        return extension.asExtension(domain);
    }

    private ExtensionEntity entity(AccountId account, ExtensionNumber number) {
        return Optional.ofNullable(db.find(ExtensionEntity.class, new ExtensionKey(account, number)))
                .orElseThrow(() -> new NotFound("extension.unknown", number));
    }

    /** Asked of the database, whose collation knows which names look alike. */
    private void nameIsFree(AccountId account, ExtensionNumber number, ExtensionName name) {
        long others = db.createQuery(
                        "SELECT COUNT(e) FROM ExtensionEntity e"
                                + " WHERE e.key.account = :account AND e.name = :name AND e.key.extension <> :number",
                        Long.class)
                .setParameter("account", account.value())
                .setParameter("name", name.value())
                .setParameter("number", number.value())
                .getSingleResult();
        if (others > 0) {
            throw new Refusal("extension.name.taken", "name", name.value());
        }
    }

    private NewExtension withPassword(ExtensionEntity entity, SipPassword password) {
        Extension extension = entity.asExtension(domain);
        return new NewExtension(extension, domain.settings(extension), password.value());
    }

    private static ForwardTarget targetOf(Forward forward) {
        if (forward instanceof Forward.Active active) {
            return active.target();
        }
        if (forward instanceof Forward.Remembered remembered) {
            return remembered.target();
        }
        throw new Refusal("forward.unset", "forward");
    }
}
