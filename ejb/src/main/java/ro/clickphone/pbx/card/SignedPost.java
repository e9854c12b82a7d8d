package ro.clickphone.pbx.card;

/**
 * A notice as it came, from whomever.
 *
 * @param body to the octet: signatures are over it
 * @param token the signature, where it stands in a header; else empty
 */
public record SignedPost(byte[] body, String token) {
    public SignedPost {
        body = body.clone();
    }
}
