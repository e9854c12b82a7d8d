package ro.clickphone.pbx.kernel;

import jakarta.ejb.ApplicationException;

/** There is no such thing in this account; what belongs to another account does not exist either. */
@ApplicationException(rollback = true)
public class NotFound extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotFound(String code, Object... arguments) {
        super(code, "", arguments);
    }
}
