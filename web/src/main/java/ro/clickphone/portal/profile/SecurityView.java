package ro.clickphone.portal.profile;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import ro.clickphone.pbx.account.PortalSession;
import ro.clickphone.pbx.account.SecondFactor;
import ro.clickphone.pbx.account.Sessions;
import ro.clickphone.pbx.account.SignedIn;
import ro.clickphone.pbx.account.Users;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.format.QrCode;
import ro.clickphone.portal.layout.BackOfficeDoor;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.layout.ThisSession;

/** My own access: password, authenticator app with recovery codes, open sessions. */
@Named
@ViewScoped
public class SecurityView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Me me;

    @Inject
    private Users users;

    @Inject
    private SecondFactor factor;

    @Inject
    private BackOfficeDoor door;

    @Inject
    private Sessions sessions;

    @Inject
    private ThisSession thisSession;

    @Inject
    private Refusals refusals;

    @Inject
    private Language language;

    private String oldPassword = "";
    private String password = "";
    private String current = "";
    private String code = "";
    private String link = "";
    private List<String> recoveryCodes = List.of();

    private SignedIn who() {
        return me.user().orElseThrow();
    }

    public String changePassword() {
        try {
            users.changePassword(who(), oldPassword, password, getThisSession());
            refusals.done("security.password.changed");
        } catch (Refusal refusal) {
            refusals.show(refusal, "change");
        }
        return null;
    }

    /** Whether nothing else opens before there is an app. */
    public boolean isDemanded() {
        return door.wantsSecondFactor(who());
    }

    public boolean isOn() {
        return factor.isOn(who());
    }

    public long getCodesLeft() {
        return factor.codesLeft(who());
    }

    public String begin() {
        try {
            link = factor.begin(who(), current);
            recoveryCodes = List.of();
        } catch (Refusal refusal) {
            refusals.show(refusal, "factor");
        }
        return null;
    }

    public String confirm() {
        try {
            recoveryCodes = factor.confirm(who(), code);
            link = "";
        } catch (Refusal refusal) {
            refusals.show(refusal, "proof");
        }
        return null;
    }

    public String end() {
        try {
            factor.end(who(), current);
            recoveryCodes = List.of();
            refusals.done("security.factor.ended");
        } catch (Refusal refusal) {
            refusals.show(refusal, "factor");
        }
        return null;
    }

    /** Empty unless a code of the app is being waited for. */
    public String getQrCode() {
        return link.isEmpty() ? "" : QrCode.imageOf(link);
    }

    /** For those who cannot scan. */
    public String getSecret() {
        return link.replaceAll(".*secret=([A-Z2-7]+).*", "$1");
    }

    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public List<PortalSession> getSessions() {
        return sessions.list(who());
    }

    /** Its browser by name; as it called itself when nobody knows it. */
    public String program(PortalSession session) {
        return BrowserName.of(session.browser()).map(BrowserName::toString).orElse(session.browser());
    }

    public String getThisSession() {
        return sessions.idOf(thisSession.name());
    }

    public String endSession(String id) {
        sessions.end(who(), id);
        refusals.done("security.session.ended");
        return null;
    }

    public String endOthers() {
        sessions.endOthers(who(), getThisSession());
        refusals.done("security.session.othersEnded");
        return null;
    }

    public String moment(Instant moment) {
        return Moments.moment(moment, me.zone(), language.getLocale());
    }

    public String getOldPassword() {
        return "";
    }

    public void setOldPassword(String oldPassword) {
        this.oldPassword = oldPassword;
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getCurrent() {
        return "";
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code;
    }
}
