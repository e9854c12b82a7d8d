package ro.clickphone.pbx.account;

import java.time.Instant;
import java.time.ZoneId;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * A customer of the exchange.
 *
 * @param extensionLimit how many extensions it may have (manual, item 57)
 */
public record Account(AccountId id, String name, ZoneId timeZone, int extensionLimit, Instant createdAt) {}
