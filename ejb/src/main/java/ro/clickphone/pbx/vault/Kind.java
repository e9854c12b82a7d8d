package ro.clickphone.pbx.vault;

/** What is sealed. A value that was sealed as one kind does not open as another: nobody can move it between columns. */
public enum Kind {
    /** The password with which a trunk signs in at its carrier. */
    TRUNK_LOGIN,
    /** The secret of somebody's authenticator app. */
    SECOND_FACTOR,
    /** The hashes by which telephones prove who they are (RFC 7616 3.4.2): who has them needs no password. */
    SIP_DIGEST,
    /** What a caller said to a mailbox. */
    VOICEMAIL,
    /** The key of one recorded talk. */
    TALK_KEY,
    /** The key of what one caller says to a mailbox or as a message, until it is taken over. */
    TAKE_KEY,
    /** A letter's attachment, while the letter is kept. */
    LETTER,
    /** The digits that a conference asks for. */
    CONFERENCE_CODE
}
