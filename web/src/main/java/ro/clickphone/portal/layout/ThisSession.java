package ro.clickphone.portal.layout;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import ro.clickphone.pbx.access.Token;

/** The name of this session in the list of open ones; the container's own id changes under our hands at the sign-in. */
@SessionScoped
public class ThisSession implements Serializable {
    private static final long serialVersionUID = 1L;

    private String name = Token.random().text();

    public String name() {
        return name;
    }

    /** Somebody signs in: a name that was there before is worth nothing. */
    public String renew() {
        name = Token.random().text();
        return name;
    }
}
