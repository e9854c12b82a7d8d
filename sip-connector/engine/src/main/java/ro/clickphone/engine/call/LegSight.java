package ro.clickphone.engine.call;

import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.LegId;
import ro.clickphone.engine.api.SipIdentity;

/**
 * A leg of an extension as a colleague's lamp shows it (RFC 4235).
 *
 * @param name of its dialog, as its phone knows it
 * @param other who is at the other end, as this phone was shown it or dialled it
 */
public record LegSight(
        LegId id, SipIdentity who, LegEvent.Kind kind, Direction direction, DialogName name, CallerId other) {

    /** Who began the dialog. */
    public enum Direction {
        INITIATOR,
        RECIPIENT
    }

    /** The three names of a dialog; a tag is empty while it is not known. */
    public record DialogName(String sipCallId, String ourTag, String phonesTag) {}
}
