package ro.clickphone.engine;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import ro.clickphone.engine.call.Wheel;

/** An exchange and two of its phones: 100, which calls, and 101, which is called. Each says a tone of its own. */
abstract class TalkScene {
    static final int CALLERS_TONE = 500;
    static final int CALLEDS_TONE = 800;

    final TestExchange exchange;
    SipPhone caller;
    SipPhone called;
    SipPhone.Leg calling;
    SipPhone.Leg answering;
    /** Number of the INVITE that began the talk. */
    int firstInvite;

    TalkScene() {
        exchange = new TestExchange();
    }

    TalkScene(Wheel timers) {
        exchange = new TestExchange(timers);
    }

    @BeforeEach
    void twoPhones() {
        caller = exchange.phone(100, CALLERS_TONE);
        called = exchange.phone(101, CALLEDS_TONE);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    /** @param headers of the INVITE, each with the end of its line */
    final void calls(String headers) {
        calling = caller.newLeg("101");
        firstInvite = calling.invites(headers);
    }

    final void talk(String headers) {
        calls(headers);
        answering = called.answers();
        calling.established(calling.finalAnswer("INVITE", firstInvite));
    }

    final void talk() {
        talk("");
        bothHear();
    }

    final void bothHear() {
        caller.voice.hears(CALLEDS_TONE);
        called.voice.hears(CALLERS_TONE);
    }
}
