package ro.clickphone.pbx.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MailTest {
    @Test
    void a_display_name_with_line_breaks_makes_no_header_of_its_own() {
        Mail mail = mail("ana@x.example", "Apel de la \"x\"\r\nBcc: victim@y.example\u2028X: 1");
        assertThat(mail.subject()).doesNotContain("\r", "\n", "\u2028").startsWith("Apel de la");
    }

    @Test
    void a_mail_goes_to_one_address() {
        assertThatThrownBy(() -> mail("a@x.example,b@x.example", "s")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mail("a@x.example\r\nBcc: b@x.example", "s"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_attachments_name_is_a_name_and_no_path() {
        assertThatThrownBy(() -> new Attachment("../../etc/passwd", "text/plain", new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> new Attachment("factura-00000001.pdf", "application/pdf", new byte[1]))
                .doesNotThrowAnyException();
    }

    @Test
    void a_mail_server_without_a_certificate_of_its_name_is_not_believed() {
        assertThat(MailServer.settingsOf(URI.create("smtp://mail.example:587")))
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
        assertThatThrownBy(() -> MailServer.settingsOf(URI.create("http://mail.example")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_mail_has_subject_and_text_in_both_languages() {
        ResourceBundle romanian = bundle("ro");
        ResourceBundle english = bundle("en");
        assertThat(romanian.keySet()).isEqualTo(english.keySet());
        romanian.keySet().stream().filter(key -> !key.equals("signature")).forEach(key -> {
            String kind = key.replaceFirst("\\.(subject|text)$", "");
            assertThat(romanian.keySet()).as(key).contains(kind + ".subject", kind + ".text");
            Stream.of(romanian, english).map(texts -> texts.getString(key)).forEach(text -> assertThatCode(
                            () -> new MessageFormat(text))
                    .as(key)
                    .doesNotThrowAnyException());
            assertThat(romanian.getString(key)).as(key).doesNotContain("ş", "ţ", "Ş", "Ţ");
        });
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("ro.clickphone.pbx.notify.mails", Locale.forLanguageTag(language));
    }

    private static Mail mail(String to, String subject) {
        return new Mail("test", to, "ro", subject, "text", List.of(), new Pace.Each(), Secrecy.ORDINARY);
    }
}
