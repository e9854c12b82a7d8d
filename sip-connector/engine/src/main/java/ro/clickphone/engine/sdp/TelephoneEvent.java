package ro.clickphone.engine.sdp;

/** Under which payload type, and by which clock, digits travel (RFC 4733). */
public record TelephoneEvent(int payloadType, int clockRate) {}
