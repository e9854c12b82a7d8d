package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPResponse;
import java.util.Optional;

/**
 * What came of a request of ours: the far end's response, or our own verdict that none will come.
 *
 * @param response empty when it is our own verdict
 */
record Answer(int status, Optional<SIPResponse> response) {
    Answer(SIPResponse response) {
        this(response.getStatusCode(), Optional.of(response));
    }

    Answer(int verdict) {
        this(verdict, Optional.empty());
    }

    boolean isProvisional() {
        return status < 200;
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
