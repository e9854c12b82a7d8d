package ro.clickphone.system.browser;

import com.microsoft.playwright.Locator;

/** Makes a key of the API as a person does. */
public final class KeyRing {
    private KeyRing() {}

    /** @return the key, which the page shows once */
    public static String keyWithAllScopes(Portal portal) {
        portal.page().locator("#header-user").waitFor();
        portal.visit("account/apiKeys.xhtml");
        portal.page().locator("#key\\:name").fill("Program");
        for (Locator scope : portal.page().locator("#key\\:scopes input").all()) {
            scope.check();
        }
        portal.page().locator("#key\\:go").click();
        return portal.page().locator("#made strong").innerText().strip();
    }
}
