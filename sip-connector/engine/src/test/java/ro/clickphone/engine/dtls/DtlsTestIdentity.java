package ro.clickphone.engine.dtls;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;

/** A certificate for the client's end of a test's handshake. */
public final class DtlsTestIdentity {
    private final DtlsIdentity identity = DtlsIdentity.create(new SecureRandom(), Clock.systemUTC());

    public String fingerprint() {
        return identity.fingerprint();
    }

    public TlsCredentialedSigner signer(TlsContext context) throws IOException {
        return identity.signer(context);
    }
}
