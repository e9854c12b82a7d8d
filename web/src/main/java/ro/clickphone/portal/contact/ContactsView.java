package ro.clickphone.portal.contact;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.primefaces.model.LazyDataModel;
import ro.clickphone.pbx.contact.Contact;
import ro.clickphone.pbx.contact.ContactService;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.NumberPlan;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.layout.Rows;

/** The address book: who it is that calls (manual, item 48). */
@Named
@ViewScoped
public class ContactsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Me me;

    @Inject
    private ContactService contacts;

    @Inject
    private Refusals refusals;

    private String text = "";
    private String name = "";
    private String number = "";
    private transient Part file;
    private transient LazyDataModel<Contact> rows;

    public LazyDataModel<Contact> getRows() {
        if (rows == null) {
            rows = new Rows<>(page -> contacts.list(me.id(), text, page), Contact::number);
        }
        return rows;
    }

    public void search() {
        rows = null;
    }

    public void save() {
        try {
            Contact saved = contacts.save(me.id(), number, name);
            refusals.done("contact.saved", saved.name(), dialled(saved));
            name = "";
            number = "";
        } catch (Refusal refusal) {
            refusals.show(refusal, "contact");
        }
    }

    public void edit(Contact contact) {
        name = contact.name();
        number = dialled(contact);
    }

    public void remove(Contact contact) {
        contacts.remove(me.id(), contact.number());
        refusals.done("contact.removed", contact.name());
    }

    public void importFile() {
        if (file == null) {
            return;
        }
        try (InputStream content = file.getInputStream()) {
            String lines = new String(content.readNBytes(ContactService.LONGEST_IMPORT + 1), StandardCharsets.UTF_8);
            refusals.done("contact.imported", contacts.importLines(me.id(), lines));
            rows = null;
        } catch (Refusal refusal) {
            refusals.show(refusal, "import");
        } catch (IOException e) {
            refusals.show(new Refusal("contact.file", "file", ContactService.LONGEST_IMPORT), "import");
        }
    }

    /** As people write it. */
    public String dialled(Contact contact) {
        return NumberPlan.asDialled(contact.number());
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
