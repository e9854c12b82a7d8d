package ro.clickphone.engine.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.DTLSRequest;
import org.bouncycastle.tls.DTLSVerifier;
import org.bouncycastle.tls.DatagramSender;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** Who we are in a handshake: a key and a certificate of our own making, new at each start; its fingerprint is what counts. */
public final class DtlsIdentity {
    private static final Duration LIFE = Duration.ofDays(3650);

    /** Of a first message that asks for proof; what it sends is shorter. */
    private static final int MOST_ASKED = 200;

    private final BcTlsCrypto crypto;
    private final DTLSVerifier verifier;
    private final AsymmetricKeyParameter key;
    private final byte[] encoded;
    private final String fingerprint;

    private DtlsIdentity(BcTlsCrypto crypto, AsymmetricKeyParameter key, byte[] encoded)
            throws GeneralSecurityException {
        this.crypto = crypto;
        this.verifier = new DTLSVerifier(crypto);
        this.key = key;
        this.encoded = encoded;
        this.fingerprint = fingerprint(encoded);
    }

    public static DtlsIdentity create(SecureRandom random, Clock clock) {
        try {
            ECKeyPairGenerator generator = new ECKeyPairGenerator();
            generator.init(new ECKeyGenerationParameters(
                    ECNamedDomainParameters.lookup(SECObjectIdentifiers.secp256r1), random));
            AsymmetricCipherKeyPair pair = generator.generateKeyPair();
            return new DtlsIdentity(
                    new BcTlsCrypto(random), pair.getPrivate(), certificate(pair, random, clock.instant()));
        } catch (IOException | OperatorCreationException | GeneralSecurityException impossible) {
            throw new IllegalStateException("no certificate for DTLS can be made", impossible);
        }
    }

    private static byte[] certificate(AsymmetricCipherKeyPair pair, SecureRandom random, Instant now)
            throws IOException, OperatorCreationException {
        X500Name name = new X500Name("CN=clickphone");
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name,
                new BigInteger(64, random),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(LIFE)),
                name,
                SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic()));
        AlgorithmIdentifier signature = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        return builder.build(new BcECContentSignerBuilder(
                                signature, new DefaultDigestAlgorithmIdentifierFinder().find(signature))
                        .build(pair.getPrivate()))
                .getEncoded();
    }

    static String fingerprint(byte[] certificate) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate);
        return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
    }

    /** SHA-256 in upper-case hex with colons, as in {@code a=fingerprint}. */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * Whether who says hello gets what is sent to where it says it is (RFC 6347 4.2.1). Who does not show that yet is
     * told what to show, in fewer bytes than it sent; nothing is remembered of it.
     */
    public Optional<DTLSRequest> proven(ByteBuffer hello, InetSocketAddress from, Consumer<byte[]> sending) {
        byte[] message = new byte[hello.limit()];
        hello.get(0, message);
        byte[] address = from.getAddress().getAddress();
        byte[] place = Arrays.copyOf(address, address.length + 2);
        place[address.length] = (byte) (from.getPort() >> 8);
        place[address.length + 1] = (byte) from.getPort();
        return Optional.ofNullable(verifier.verifyRequest(place, message, 0, message.length, new DatagramSender() {
            @Override
            public int getSendLimit() {
                return MOST_ASKED;
            }

            @Override
            public void send(byte[] asked, int offset, int length) {
                sending.accept(Arrays.copyOfRange(asked, offset, offset + length));
            }
        }));
    }

    BcTlsCrypto crypto() {
        return crypto;
    }

    TlsCredentialedSigner signer(TlsContext context) throws IOException {
        Certificate chain = new Certificate(new TlsCertificate[] {crypto.createCertificate(encoded)});
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                key,
                chain,
                SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
    }
}
