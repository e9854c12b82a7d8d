package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPResponse;
import ro.clickphone.engine.api.HangupCause;

/**
 * A second 2xx of an INVITE, or one that crossed our CANCEL or the end of its call: it is acknowledged and hung up (RFC
 * 3261 13.2.2.4, 9.1). An INVITE waits for them for half a minute, so this holds nothing of the call.
 */
record Strays(SipDesk desk, Dialog dialog, OutgoingRequest invite, ClientTransaction transaction)
        implements ClientTransaction.ClientEvents {
    @Override
    public void answered(Answer answer) {
        if (answer.isSuccess()) {
            hangUp(answer.response().orElseThrow());
        }
    }

    private void hangUp(SIPResponse response) {
        Dialog stray = dialog.fork(invite, response);
        transaction.acknowledge(
                response.getToTag(), stray.ack(invite.cseq(), Body.NONE).encode(), stray.flow());
        Headers why = Headers.of("Reason", Reasons.of(HangupCause.ANSWERED_ELSEWHERE));
        desk.transactions()
                .send(stray.request("BYE", why, Body.NONE), stray.flow(), ClientTransaction.ClientEvents.IGNORED);
    }
}
