package ro.clickphone.pbx.notify;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URI;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The mail server of the settings {@code PBX_SMTP_*}. {@code smtps://host:465} is TLS from the start, {@code
 * smtp://host:587} insists on STARTTLS, {@code smtp-plain://} has none: for a relay on the same machine.
 */
@ApplicationScoped
class MailServer {
    private static final String TIMEOUT = "20000";

    @Inject
    @ConfigProperty(name = "PBX_SMTP_URL")
    private Optional<String> url;

    @Inject
    @ConfigProperty(name = "PBX_SMTP_USER")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "PBX_SMTP_PASSWORD")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "PBX_MAIL_FROM", defaultValue = "ClickPhone PBX <pbx@localhost.localdomain>")
    private String from;

    @Inject
    @ConfigProperty(name = "PBX_OPERATOR_MAIL", defaultValue = "operator@localhost.localdomain")
    private String operator;

    @Inject
    private Clock clock;

    boolean isConfigured() {
        return url.isPresent();
    }

    String operator() {
        return operator;
    }

    /** @throws MessagingException when the server did not take it */
    void send(Letter letter) throws MessagingException {
        Transport.send(message(letter, session()));
    }

    MimeMessage message(Letter letter, Session session) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.language());
        if (letter.attachments().isEmpty()) {
            message.setText(letter.text(), "UTF-8");
        } else {
            message.setContent(withAttachments(letter));
        }
        return message;
    }

    private static MimeMultipart withAttachments(Letter letter) throws MessagingException {
        MimeBodyPart words = new MimeBodyPart();
        words.setText(letter.text(), "UTF-8");
        MimeMultipart parts = new MimeMultipart(words);
        for (Attachment attachment : letter.attachments()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
            part.setFileName(attachment.name());
            parts.addBodyPart(part);
        }
        return parts;
    }

    private Session session() {
        URI server = URI.create(url.orElseThrow());
        Properties settings = settingsOf(server);
        if (user.isEmpty()) {
            return Session.getInstance(settings);
        }
        settings.put("mail.smtp.auth", "true");
        PasswordAuthentication known = new PasswordAuthentication(user.get(), password.orElse(""));
        return Session.getInstance(settings, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return known;
            }
        });
    }

    static Properties settingsOf(URI server) {
        Properties settings = new Properties();
        settings.put("mail.transport.protocol", "smtp");
        settings.put("mail.smtp.host", server.getHost());
        switch (server.getScheme()) {
            case "smtps" -> {
                settings.put("mail.smtp.port", port(server, 465));
                settings.put("mail.smtp.ssl.enable", "true");
                settings.put("mail.smtp.ssl.checkserveridentity", "true");
            }
            case "smtp" -> {
                settings.put("mail.smtp.port", port(server, 587));
                settings.put("mail.smtp.starttls.enable", "true");
                settings.put("mail.smtp.starttls.required", "true");
                settings.put("mail.smtp.ssl.checkserveridentity", "true");
            }
            case "smtp-plain" -> settings.put("mail.smtp.port", port(server, 25));
            default ->
                throw new IllegalArgumentException(
                        "PBX_SMTP_URL begins with smtps://, smtp:// or smtp-plain://, not " + server.getScheme());
        }
        settings.put("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
        settings.put("mail.smtp.connectiontimeout", TIMEOUT);
        settings.put("mail.smtp.timeout", TIMEOUT);
        settings.put("mail.smtp.writetimeout", TIMEOUT);
        return settings;
    }

    private static String port(URI server, int usual) {
        return Integer.toString(server.getPort() < 0 ? usual : server.getPort());
    }
}
