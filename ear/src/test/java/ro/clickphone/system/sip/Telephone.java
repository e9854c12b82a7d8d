package ro.clickphone.system.sip;

/** A telephone of any make, as much as is common to all: it says one tone, and knows which tones it hears. */
interface Telephone extends AutoCloseable {
    /** Before the next call: what happened until now is of no interest any more. */
    void forget();

    void dial(String number);

    /** Waits for a call and takes it. */
    void takeUp();

    void awaitTalk();

    void hangUp();

    void awaitEnd();

    /** Whether this tone is what it has heard in this call, for a second or now. */
    boolean hears(int hertz);

    @Override
    void close();
}
