package ro.clickphone.pbx.extension;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

@Embeddable
class ExtensionKey implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "account_id")
    private long account;

    @Column(name = "extension")
    private int extension;

    protected ExtensionKey() {}

    ExtensionKey(AccountId account, ExtensionNumber extension) {
        this.account = account.value();
        this.extension = extension.value();
    }

    AccountId account() {
        return new AccountId(account);
    }

    ExtensionNumber extension() {
        return new ExtensionNumber(extension);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExtensionKey key && key.account == account && key.extension == extension;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(account) * 31 + extension;
    }
}
