package ro.clickphone.pbx.fraud;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.Links;
import ro.clickphone.pbx.kernel.Refusal;

/** Somebody locked out by the account's own list of addresses comes in again by a link in her mail. */
@Stateless
@Guarded(Need.NOTHING)
public class WayBack {
    @Inject
    private Links links;

    @Inject
    private SourceService sources;

    /** @throws Refusal {@code link.void} */
    public Links.OtherAddress open(String token) {
        Links.OtherAddress admitted = links.admitted(token);
        admitted.who().account().ifPresent(account -> sources.admitForADay(account, admitted.address()));
        return admitted;
    }
}
