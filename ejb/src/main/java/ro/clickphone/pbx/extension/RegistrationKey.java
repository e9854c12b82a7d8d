package ro.clickphone.pbx.extension;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** The binding's own key may be a long Contact URI, which no index takes: its SHA-256 stands for it. */
@Embeddable
class RegistrationKey implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "account_id")
    private long account;

    @Column(name = "extension")
    private int extension;

    @Column(name = "key_sha256")
    private String keySha256;

    protected RegistrationKey() {}

    RegistrationKey(SipUser user, String bindingKey) {
        this.account = user.account().value();
        this.extension = user.extension().value();
        this.keySha256 = sha256(bindingKey);
    }

    SipUser user() {
        return new SipUser(new AccountId(account), new ExtensionNumber(extension));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistrationKey key
                && key.account == account
                && key.extension == extension
                && key.keySha256.equals(keySha256);
    }

    @Override
    public int hashCode() {
        return keySha256.hashCode();
    }
}
