package ro.clickphone.pbx.callflow;

import java.util.ArrayList;
import java.util.List;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.pbx.voicemail.Voicemail;

/** "You have two new messages. First message." The numbers are put together as the table of prompts explains. */
final class VoicemailWords {
    private static final int DE_FROM = 20;
    private static final int HUNDRED = 100;

    private VoicemailWords() {}

    static List<Prompt> howMany(List<Voicemail> messages, String language) {
        int fresh = (int) messages.stream().filter(Voicemail::isFresh).count();
        List<Prompt> words = new ArrayList<>();
        words.add(word("voicemail-you-have", language));
        if (fresh > 0) {
            counted(words, fresh, "voicemail-new", language);
        } else {
            counted(words, messages.size(), "voicemail-old", language);
        }
        words.add(word("voicemail-first", language));
        return words;
    }

    static List<Prompt> next(String language) {
        return List.of(word("voicemail-next", language));
    }

    private static void counted(List<Prompt> words, int count, String of, String language) {
        if (count == 1) {
            words.add(word(of + "-one", language));
            return;
        }
        boolean romanian = language.equals("ro");
        boolean gendered = romanian && count % HUNDRED != 11 && (count % 10 == 1 || count % 10 == 2);
        words.add(word("number-" + count + (gendered ? "-f" : ""), language));
        if (romanian && (count % HUNDRED == 0 || count % HUNDRED >= DE_FROM)) {
            words.add(word("of", language));
        }
        words.add(word(of + "-many", language));
    }

    private static Prompt word(String name, String language) {
        return new Prompt.System(name, language);
    }
}
