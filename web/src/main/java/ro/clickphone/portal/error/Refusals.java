package ro.clickphone.portal.error;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.layout.Language;

/** Says what a service refused, in the user's language, next to the field it is about. */
@RequestScoped
public class Refusals {
    @Inject
    private Language language;

    /** @param form whose input of the refusal's field name gets the message; the page as a whole when it has none */
    public void show(Refusal refusal, String form) {
        showAt(form + ":" + refusal.field(), refusal);
    }

    /**
     * @param input client id of the input the refusal is about; the message goes to the page when there is none. One in
     *     a line of a list, which cannot be looked up outside its list, is taken at its word.
     */
    public void showAt(String input, Refusal refusal) {
        FacesContext faces = FacesContext.getCurrentInstance();
        FacesMessage message = new FacesMessage(FacesMessage.SEVERITY_ERROR, text(refusal), null);
        faces.validationFailed();
        if (!refusal.field().isEmpty() && faces.getViewRoot().findComponent(input) instanceof UIInput found) {
            found.setValid(false);
            faces.addMessage(found.getClientId(faces), message);
        } else if (refusal.field().contains(":")) {
            faces.addMessage(input, message);
        } else {
            faces.addMessage(null, message);
        }
    }

    /** Tells that something was done. */
    public void done(String code, Object... arguments) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text(code, List.of(arguments)), null));
    }

    public String text(Refusal refusal) {
        return text(refusal.code(), refusal.arguments());
    }

    /** The text of a code with its places filled. A code without a text shows itself, so that support can name it. */
    public String text(String code, List<?> arguments) {
        ResourceBundle texts = language.texts();
        return texts.containsKey(code)
                ? new MessageFormat(texts.getString(code), language.getLocale()).format(arguments.toArray())
                : code;
    }
}
