package ro.clickphone.engine.api;

/**
 * How much of everything the engine holds now; an exchange at rest holds nothing but registrations.
 *
 * @param calls in progress
 * @param dialogs legs that can be spoken to in SIP
 * @param transactions requests that are not over, ours and theirs
 * @param connections that came by TCP, TLS or WebSocket
 * @param registered users with at least one device
 * @param blocked sources that the SIP door refuses
 * @param dropped packets that came faster than they could be read, since the start
 */
public record EngineFigures(
        int calls, int dialogs, int transactions, int connections, int registered, int blocked, long dropped) {
    /** Of an engine that is closed. */
    public static final EngineFigures NOTHING = new EngineFigures(0, 0, 0, 0, 0, 0, 0);
}
