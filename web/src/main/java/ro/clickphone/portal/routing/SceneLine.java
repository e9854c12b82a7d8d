package ro.clickphone.portal.routing;

import java.util.List;

/**
 * A scene of a simulated call in the user's words.
 *
 * @param kind which words and buttons belong to it: {@code Words}, {@code Menu}, {@code Queued}, {@code Rings}, …
 * @param stops the rooms passed on the way
 * @param text what happens
 */
public record SceneLine(
        String kind, List<String> stops, String text, List<Sound> sounds, List<Person> people, List<String> keys) {

    /** Something heard. @param address where it can be listened to; empty when it is only read */
    public record Sound(String text, String address) {
        public boolean isPlayable() {
            return !address.isEmpty();
        }
    }

    /** An extension, or a number outside. @param mood the look of the chip: {@code good}, {@code warn} or none */
    public record Person(String number, String name, String state, String mood) {}
}
