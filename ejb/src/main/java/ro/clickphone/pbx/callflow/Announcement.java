package ro.clickphone.pbx.callflow;

import java.util.List;
import ro.clickphone.engine.api.Prompt;

/** The product's own words that the flow speaks; the names are those of the table of system prompts. */
enum Announcement {
    NOT_AVAILABLE("not-available"),
    BUSY("busy"),
    NOT_IN_SERVICE("not-in-service"),
    RESTRICTED("restricted"),
    INVALID_OPTION("invalid-option"),
    GOODBYE("goodbye"),
    FAX_UNAVAILABLE("fax-unavailable"),
    QUEUE_WELCOME("queue-welcome"),
    QUEUE_NOBODY("queue-nobody"),
    AGENT_PAUSED("agent-paused"),
    AGENT_RESUMED("agent-resumed"),
    NOT_AN_AGENT("not-an-agent"),
    QUIET("dnd-on"),
    CALLS_AGAIN("dnd-off"),
    ECHO("echo-intro"),
    NO_CALL_TO_PICK_UP("no-call-to-pick-up"),
    CONFERENCE_JOIN("conference-join"),
    CONFERENCE_LEAVE("conference-leave"),
    CONFERENCE_FULL("conference-full"),
    CONFERENCE_CODE("conference-pin"),
    CONFERENCE_WRONG_CODE("conference-wrong-pin"),
    SERVICE_MENU("service-menu"),
    BALANCE("balance-is"),
    CLOSED("closed"),
    MENU("menu"),
    TEST_CALL("test-call"),
    NO_CREDIT("no-credit"),
    DAILY_LIMIT("daily-limit"),
    SUSPENDED("suspended"),
    RECORD_NO_SLOT("record-no-slot"),
    RECORD_BUSY("record-busy"),
    RECORD_WHICH("record-which"),
    RECORD_INSTRUCTIONS("record-instructions"),
    RECORD_EMPTY("record-empty"),
    RECORD_REVIEW("record-review"),
    RECORD_ACCEPTED("record-accepted"),
    RECORD_EXPIRED("record-expired"),
    VOICEMAIL_GREETING("voicemail-greeting"),
    VOICEMAIL_FULL("voicemail-full"),
    VOICEMAIL_OFF("voicemail-off"),
    VOICEMAIL_SENT("voicemail-sent"),
    VOICEMAIL_NONE("voicemail-none"),
    VOICEMAIL_LAST("voicemail-last"),
    VOICEMAIL_MENU("voicemail-menu"),
    CALL_RECORDED("call-recorded"),
    CALL_RECORDED_REFUSE("call-recorded-refuse"),
    CALL_RECORDED_NOT("call-recorded-not"),
    FAULT("fault");

    private final String prompt;

    Announcement(String prompt) {
        this.prompt = prompt;
    }

    String prompt() {
        return prompt;
    }

    Prompt in(String language) {
        return new Prompt.System(prompt, language);
    }

    List<Prompt> wordsIn(String language) {
        return List.of(in(language));
    }
}
