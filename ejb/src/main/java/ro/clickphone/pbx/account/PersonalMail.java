package ro.clickphone.pbx.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.notify.Mail;
import ro.clickphone.pbx.notify.Outbox;

/** Mails to somebody about her own access: posted for her account, or for the back office, which belongs to none. */
@ApplicationScoped
class PersonalMail {
    @Inject
    private Outbox outbox;

    void post(SignedIn who, Mail mail) {
        who.account().ifPresentOrElse(account -> outbox.post(account, mail), () -> outbox.postToBackOffice(mail));
    }

    /** Something happened to the access; from where it was done stands in the mail. */
    void tell(SignedIn who, String kind) {
        post(
                who,
                Mail.of(
                        kind,
                        who.email(),
                        who.language(),
                        who.name(),
                        Acting.now().address()));
    }
}
