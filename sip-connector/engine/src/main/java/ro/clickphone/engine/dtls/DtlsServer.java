package ro.clickphone.engine.dtls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.Vector;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SRTPProtectionProfile;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;

/** Our end of one handshake: DTLS 1.2, one suite, one profile, and a client with the certificate that its SDP showed. */
final class DtlsServer extends DefaultTlsServer {
    private static final int TIMEOUT_MILLIS = 15_000;
    private static final int KEYS = 2 * (16 + 14);

    private final DtlsIdentity identity;
    private final String expected;
    private byte[] exported = new byte[0];

    DtlsServer(DtlsIdentity identity, String expected) {
        super(identity.crypto());
        this.identity = identity;
        this.expected = expected;
    }

    /** Client's key, server's key, client's salt, server's salt (RFC 5764 4.2). */
    byte[] exported() {
        return exported;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return new int[] {CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256};
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return TIMEOUT_MILLIS;
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
        return identity.signer(context);
    }

    @Override
    public CertificateRequest getCertificateRequest() {
        Vector<?> algorithms = TlsUtils.getDefaultSupportedSignatureAlgorithms(context);
        return new CertificateRequest(
                new short[] {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign}, algorithms, null);
    }

    @Override
    public void notifyClientCertificate(Certificate client) throws IOException {
        try {
            if (client == null
                    || client.isEmpty()
                    || !DtlsIdentity.fingerprint(client.getCertificateAt(0).getEncoded())
                            .equals(expected)) {
                throw new TlsFatalAlert(AlertDescription.bad_certificate);
            }
        } catch (GeneralSecurityException impossible) {
            throw new TlsFatalAlert(AlertDescription.internal_error, impossible);
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // as the library has it
    public void processClientExtensions(Hashtable extensions) throws IOException {
        super.processClientExtensions(extensions);
        UseSRTPData offered = TlsSRTPUtils.getUseSRTPExtension(extensions);
        if (offered == null
                || Arrays.stream(offered.getProtectionProfiles())
                        .noneMatch(profile -> profile == SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80)) {
            throw new TlsFatalAlert(AlertDescription.illegal_parameter);
        }
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Hashtable getServerExtensions() throws IOException {
        Hashtable extensions = TlsExtensionsUtils.ensureExtensionsInitialised(super.getServerExtensions());
        TlsSRTPUtils.addUseSRTPExtension(
                extensions,
                new UseSRTPData(new int[] {SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80}, TlsUtils.EMPTY_BYTES));
        return extensions;
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        exported = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, KEYS);
    }
}
