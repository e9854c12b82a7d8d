package ro.clickphone.pbx.call;

import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * A call that is over, and whose it was.
 *
 * @param path its way through hours, menu and queue; cut at 1000 characters when it is kept
 */
public record EndedCall(AccountId account, CallRecord record, String path) {}
