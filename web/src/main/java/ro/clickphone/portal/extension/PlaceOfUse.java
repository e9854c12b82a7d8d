package ro.clickphone.portal.extension;

import ro.clickphone.pbx.extension.ExtensionUse;

/**
 * Where an extension is needed.
 *
 * @param text in the customer's words
 * @param page where she frees it, an outcome of JSF
 */
public record PlaceOfUse(String text, String page) {
    static String page(ExtensionUse use) {
        return switch (use.code()) {
            case "use.queue", "use.queue.wayOut" -> "/queue/queue";
            case "use.menu" -> "/ivr/menus";
            case "use.routing" -> "/routing/myPbx";
            default -> "/extension/extensions";
        };
    }
}
