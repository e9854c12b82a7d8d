package ro.clickphone.portal.audit;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Who did something: persons by their names, the exchange, strangers and programs in words. */
public final class ActorWords {
    private static final String KEY = "key ";
    /** The key that the exchange made for its operator before there was anybody to name it. */
    private static final String FIRST_KEY = "key first start";

    private ActorWords() {}

    /** @param actor as the acts keep it */
    public static String of(String actor, ResourceBundle texts) {
        return switch (actor) {
            case "exchange" -> texts.getString("audit.exchange");
            case "stranger" -> texts.getString("audit.stranger");
            case FIRST_KEY -> texts.getString("audit.key.first");
            default ->
                actor.startsWith(KEY)
                        ? MessageFormat.format(texts.getString("audit.key"), actor.substring(KEY.length()))
                        : actor;
        };
    }
}
