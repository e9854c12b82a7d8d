package ro.clickphone.pbx.notify;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;

/**
 * A mail to one receiver, in plain text.
 *
 * @param kind the key of its texts, {@code fraud.limit}: kind + {@code .subject} and kind + {@code .text} in the bundles
 * @param to one address
 * @param language {@code ro} or {@code en}
 */
public record Mail(
        String kind,
        String to,
        String language,
        String subject,
        String text,
        List<Attachment> attachments,
        Pace pace,
        Secrecy secrecy) {
    static final int LONGEST_SUBJECT = 200;
    static final int LONGEST_TEXT = 100_000;
    private static final int MOST_ATTACHMENTS = 5;
    private static final String BUNDLE = "ro.clickphone.pbx.notify.mails";

    public Mail {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(pace, "pace");
        Objects.requireNonNull(secrecy, "secrecy");
        if (!kind.matches("[a-zA-Z.]{1,48}")) {
            throw new IllegalArgumentException("no kind of mail: " + kind);
        }
        if (to.length() > 254 || !to.matches("[^@\\s\\p{Cntrl},;<>\"]{1,64}@[^@\\s\\p{Cntrl},;<>\"]+")) {
            throw new IllegalArgumentException("not one mail address: " + to.replaceAll("\\p{Cntrl}", "?"));
        }
        // a subject is a header: what strangers put into it must not make another one
        subject = cut(subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip(), LONGEST_SUBJECT);
        text = cut(text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", " "), LONGEST_TEXT);
        attachments = List.copyOf(attachments);
        if (attachments.size() > MOST_ATTACHMENTS) {
            throw new IllegalArgumentException(attachments.size() + " attachments");
        }
    }

    /** The mail of that kind in the receiver's language, its places {@code {0} {1}} filled. */
    public static Mail of(String kind, String to, String language, Object... arguments) {
        Locale locale = Locale.forLanguageTag(language);
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, locale, Mail.class.getClassLoader());
        return new Mail(
                kind,
                to,
                language,
                filled(texts.getString(kind + ".subject"), locale, arguments),
                filled(texts.getString(kind + ".text"), locale, arguments) + "\n\n" + texts.getString("signature"),
                List.of(),
                new Pace.Each(),
                Secrecy.ORDINARY);
    }

    public Mail with(Attachment attachment) {
        List<Attachment> more = new ArrayList<>(attachments);
        more.add(attachment);
        return new Mail(kind, to, language, subject, text, more, pace, secrecy);
    }

    public Mail at(Pace other) {
        return new Mail(kind, to, language, subject, text, attachments, other, secrecy);
    }

    public Mail secret() {
        return new Mail(kind, to, language, subject, text, attachments, pace, Secrecy.SECRET);
    }

    private static String filled(String pattern, Locale locale, Object... arguments) {
        return new MessageFormat(pattern, locale).format(arguments);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** Without the text: it may be secret. */
    @Override
    public String toString() {
        return "Mail[" + kind + " to " + to + "]";
    }
}
