package ro.clickphone.pbx.contact;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;

/** The address book (manual, item 48). Its names stand in reports, and on the telephones that ring. */
@Stateless
@Guarded
public class ContactService {
    /** The whole book is part of what each call knows. */
    public static final int MOST = 2_000;

    public static final int LONGEST_IMPORT = 300_000;
    private static final String CHOSEN =
            " FROM ContactEntity c WHERE c.account = :account AND (c.name LIKE :text OR c.number LIKE :text)";

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private AccountService accounts;

    @Inject
    private Event<AccountChanged> changed;

    /** By name. @param text part of a name or number; empty for all */
    @Guarded(Need.READ)
    public Page<Contact> list(AccountId account, String text, PageRequest page) {
        List<Contact> items = chosen(
                        db.createQuery("SELECT c" + CHOSEN + " ORDER BY c.name, c.number", ContactEntity.class),
                        account,
                        text)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(ContactEntity::contact)
                .toList();
        long total = chosen(db.createQuery("SELECT COUNT(c)" + CHOSEN, Long.class), account, text)
                .getSingleResult();
        return new Page<>(items, total);
    }

    /** All names, by number. */
    @Guarded(Need.READ)
    public Map<E164, String> names(AccountId account) {
        return db.createQuery("SELECT c FROM ContactEntity c WHERE c.account = :account", ContactEntity.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(ContactEntity::contact)
                .collect(Collectors.toUnmodifiableMap(Contact::number, Contact::name));
    }

    /**
     * Adds a contact, or gives a known number another name.
     *
     * @param number as a person writes it
     * @throws Refusal {@code contact.number}, {@code contact.name}, {@code contact.tooMany}
     */
    public Contact save(AccountId account, String number, String name) {
        accounts.hold(account);
        Contact contact = ContactText.contact(number, name);
        store(account, contact);
        changed.fire(new AccountChanged(account));
        return contact;
    }

    /** Nothing when there is none. */
    public void remove(AccountId account, E164 number) {
        ContactEntity known = db.find(ContactEntity.class, new ContactEntity.Key(account, number));
        if (known != null) {
            db.remove(known);
            changed.fire(new AccountChanged(account));
        }
    }

    /**
     * Takes lines of {@code name;number} or {@code name,number}, all of them or none; or vCards, as far as they have a name
     * and a public number.
     *
     * @return how many were taken
     * @throws Refusal {@code contact.file}, or {@code contact.line} with the line that cannot be read
     */
    public int importLines(AccountId account, String text) {
        if (text.length() > LONGEST_IMPORT) {
            throw new Refusal("contact.file", "file", LONGEST_IMPORT);
        }
        accounts.hold(account);
        List<Contact> contacts = ContactText.read(text);
        contacts.forEach(contact -> store(account, contact));
        changed.fire(new AccountChanged(account));
        return contacts.size();
    }

    private void store(AccountId account, Contact contact) {
        ContactEntity known = db.find(ContactEntity.class, new ContactEntity.Key(account, contact.number()));
        if (known != null) {
            known.rename(contact.name());
            return;
        }
        if (list(account, "", PageRequest.first(1)).total() >= MOST) {
            throw new Refusal("contact.tooMany", "", MOST);
        }
        db.persist(new ContactEntity(account, contact));
    }

    private static <T> TypedQuery<T> chosen(TypedQuery<T> query, AccountId account, String text) {
        String literal = text.strip().replace("\\", "").replace("%", "").replace("_", "");
        return query.setParameter("account", account.value()).setParameter("text", "%" + literal + "%");
    }
}
