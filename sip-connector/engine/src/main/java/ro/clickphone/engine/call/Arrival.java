package ro.clickphone.engine.call;

import java.util.Optional;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.media.MediaTerms;

/**
 * A call at our door, its source proven.
 *
 * @param offer the INVITE's session description; empty for a late offer
 * @param terms of the caller's audio
 */
public record Arrival(IncomingCall call, Optional<String> offer, MediaTerms terms) {}
