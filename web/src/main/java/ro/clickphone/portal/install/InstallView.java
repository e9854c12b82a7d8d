package ro.clickphone.portal.install;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.InstallLinks;
import ro.clickphone.pbx.extension.NewExtension;
import ro.clickphone.pbx.extension.SipSettings;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.format.QrCode;

/**
 * What the one-time link opens, for somebody who is not signed in (manual, item 75). Opening it uses nothing up, since
 * mail programs open links by themselves; the button does.
 */
@Named
@ViewScoped
public class InstallView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private InstallLinks links;

    private String token = "";
    private transient NewExtension installed;
    private boolean gone;

    public void install() {
        try {
            installed = links.install(token);
        } catch (Refusal refusal) {
            gone = true;
        }
    }

    public boolean isOffered() {
        return installed == null && !gone && links.offered(token).isPresent();
    }

    public boolean isInstalled() {
        return installed != null;
    }

    /** {@code 100 IonescuPC}; empty when the link gives nothing. */
    public String getExtension() {
        return links.offered(token)
                .map(InstallView::named)
                .orElseGet(() -> installed == null ? "" : named(installed.extension()));
    }

    private static String named(Extension extension) {
        return extension.number() + " " + extension.name();
    }

    public SipSettings getSettings() {
        return installed.settings();
    }

    public String getPassword() {
        return installed.password();
    }

    /** The account as one address, which many telephone programs read from a picture. */
    public String getImage() {
        SipSettings settings = installed.settings();
        return QrCode.imageOf("sip:" + settings.username() + ":" + installed.password() + "@" + settings.domain() + ":"
                + settings.port() + ";transport=udp");
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token == null ? "" : token;
    }
}
