package ro.clickphone.pbx.account;

/** How far somebody came who named an address and a password. */
public sealed interface SignIn {
    /** The password is right, and no second factor is asked for. */
    record Done(SignedIn who) implements SignIn {}

    /** The password is right; a code of the authenticator app is still to come. */
    record CodeNeeded(SignedIn who) implements SignIn {}

    /** Wrong password, unknown address, or closed after too many tries: nobody learns which. */
    record Refused() implements SignIn {}
}
