package ro.clickphone.portal.layout;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * A form that comes back with another nonce than its page's was not sent by a page of ours that still stands: nothing of it
 * is done. PrimeFaces asks too, but only when it writes the answer, which is too late, and calls it an error of the server.
 * One without a nonce has the page's state for a token; browsers without scripts send it so.
 */
public class PageNonce implements PhaseListener {
    private static final long serialVersionUID = 1L;
    /** PrimeFaces' name for it, in the page's state and in the form. */
    private static final String NAME = "primefaces.nonce";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void beforePhase(PhaseEvent event) {}

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (faces.getResponseComplete() || faces.getViewRoot() == null) {
            return;
        }
        ExternalContext external = faces.getExternalContext();
        String form = external.getRequestParameterMap().get(NAME);
        boolean isOfNoPage =
                !faces.isPostback() && faces.getPartialViewContext().isAjaxRequest();
        boolean isOfAnother = faces.isPostback() && form != null && !isOf(nonceOf(faces.getViewRoot()), form);
        if (isOfNoPage || isOfAnother) {
            try {
                external.redirect(external.getRequestContextPath() + "/signin/signIn.xhtml?why=expired");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String nonceOf(UIViewRoot page) {
        Map<String, Object> kept = page.getViewMap(false);
        return kept == null ? "" : String.valueOf(kept.getOrDefault(NAME, ""));
    }

    /** @param page empty when the page has none yet: then it takes what the form brings, if that can be one */
    static boolean isOf(String page, String form) {
        return page.isEmpty() ? canBeOne(form) : page.equals(form);
    }

    private static boolean canBeOne(String text) {
        try {
            return UUID.fromString(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8)) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
