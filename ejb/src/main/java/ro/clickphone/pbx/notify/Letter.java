package ro.clickphone.pbx.notify;

import java.util.List;

/** A mail as it is handed to the mail server. */
record Letter(long id, String to, String language, String subject, String text, List<Attachment> attachments) {
    Letter {
        attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
