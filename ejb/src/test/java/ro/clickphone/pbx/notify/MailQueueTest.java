package ro.clickphone.pbx.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.world.World;

/** Letters on their way, in a real database. */
class MailQueueTest {
    private static final AccountId ACCOUNT = new AccountId(88_003);
    private static final byte[] VOICE = {'R', 'I', 'F', 'F', 1, 2, 3, 4, 5, 6, 7, 8};

    @Test
    void voice_that_went_with_a_letter_lies_sealed_until_it_is_sent_and_is_gone_then() {
        try (World world = World.open()) {
            world.the(AccountService.class)
                    .create(ACCOUNT, new NewAccount("Client SRL", ZoneId.of("Europe/Bucharest"), 5));
            world.the(Outbox.class)
                    .post(
                            ACCOUNT,
                            Mail.of("voicemail.message", "ana@client.example", "ro", "0723456789", "100", "1")
                                    .with(new Attachment("mesaj.wav", "audio/wav", VOICE)));
            long mail =
                    world.number("SELECT mail_id FROM mail WHERE account_id = 88003 AND kind = 'voicemail.message'");
            assertThat(world.number("SELECT COUNT(*) FROM mail_attachment WHERE INSTR(content, 'RIFF') > 0"))
                    .isZero();
            Letter letter = world.the(MailQueue.class).claim(mail).orElseThrow();
            assertThat(letter.attachments())
                    .singleElement()
                    .extracting(Attachment::content)
                    .isEqualTo(VOICE);
            world.the(MailQueue.class).sent(mail);
            assertThat(world.number("SELECT COUNT(*) FROM mail_attachment WHERE mail_id = " + mail))
                    .isZero();
        }
    }
}
