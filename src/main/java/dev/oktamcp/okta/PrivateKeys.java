package dev.oktamcp.okta;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.Set;

/// Reads the private key of a service app in the forms in which people have it.
public final class PrivateKeys {

    private static final int SMALLEST_RSA = 2048;
    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);
    private static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "ES256", "ES384", "ES512");
    private static final String BEGIN = "-----BEGIN";
    private static final String PKCS_8 = "PRIVATE KEY";
    private static final String PKCS_1 = "RSA PRIVATE KEY";

    /// What stands before an RSA key in PKCS#8 (RFC 5208): version 0 and rsaEncryption.
    private static final byte[] VERSION_AND_ALGORITHM = {
        2, 1, 0, 48, 13, 6, 9, 42, (byte) 134, 72, (byte) 134, (byte) 247, 13, 1, 1, 1, 5, 0
    };

    private PrivateKeys() {}

    /// Touches no file, so that it is fit for what comes over the network.
    ///
    /// @param given a JWK, or a PEM (PKCS#8 or PKCS#1; line breaks may be written `\n`)
    /// @param keyId the id under which the app registered the key; null where the JWK has it, or
    ///   the app has one key only
    /// @throws IllegalArgumentException that says what is accepted, and shows nothing of the key
    public static JWK parse(String given, @Nullable String keyId) {
        var text = given.strip();
        if (text.startsWith("{")) {
            return withId(signing(jwk(text)), keyId);
        }
        if (text.contains(BEGIN)) {
            return withId(signing(pem(text.replace("\\n", "\n"))), keyId);
        }
        throw refused("it is neither a JWK nor a PEM", null);
    }

    /// The same for what the operator gives.
    ///
    /// @param given also the path of a file on this machine
    /// @throws IllegalArgumentException that says what is accepted, and shows nothing of the key
    public static JWK parseOrRead(String given, @Nullable String keyId) {
        var text = given.strip();
        return parse(text.startsWith("{") || text.contains(BEGIN) ? text : file(text), keyId);
    }

    /// Okta checks signatures by RS256 to RS512 and ES256 to ES512, of RSA keys from 2,048 bits.
    private static JWK signing(JWK key) {
        if (!(key instanceof RSAKey) && !(key instanceof ECKey)) {
            throw refused("Okta takes RSA and EC keys", null);
        }
        if (key instanceof RSAKey && key.size() < SMALLEST_RSA) {
            throw refused("Okta takes RSA keys from 2048 bits", null);
        }
        if (key instanceof ECKey ec && !CURVES.contains(ec.getCurve())) {
            throw refused("Okta takes EC keys on P-256, P-384 and P-521", null);
        }
        var algorithm = key.getAlgorithm();
        var signs = algorithm == null || ALGORITHMS.contains(algorithm.getName());
        if (!signs || (key.getKeyUse() != null && !KeyUse.SIGNATURE.equals(key.getKeyUse()))) {
            throw refused(
                    "the JWK is not meant to sign with RS256 to RS512 or ES256 to ES512", null);
        }
        return key;
    }

    private static JWK jwk(String text) {
        try {
            var key = JWK.parse(text);
            if (key.isPrivate()) {
                return key;
            }
        } catch (ParseException e) {
            throw refused("it is no valid JWK", e);
        }
        throw refused("the JWK has no private part", null);
    }

    private static JWK pem(String text) {
        try {
            return rsa(
                    text.contains(begin(PKCS_1)) ? pkcs8(body(text, PKCS_1)) : body(text, PKCS_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused("it is no RSA key in PKCS#8 or PKCS#1; give an EC key as a JWK", e);
        }
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static byte[] body(String text, String label) {
        var begin = text.indexOf(begin(label));
        var end = text.indexOf("-----END " + label + "-----");
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("No " + label);
        }
        return Base64.getMimeDecoder().decode(text.substring(begin + begin(label).length(), end));
    }

    private static RSAKey rsa(byte[] pkcs8) throws GeneralSecurityException {
        var factory = KeyFactory.getInstance("RSA");
        var key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        var open = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        return new RSAKey.Builder((RSAPublicKey) factory.generatePublic(open))
                .privateKey(key)
                .build();
    }

    private static byte[] pkcs8(byte[] pkcs1) {
        var key = der(4, pkcs1);
        var whole = new byte[VERSION_AND_ALGORITHM.length + key.length];
        System.arraycopy(VERSION_AND_ALGORITHM, 0, whole, 0, VERSION_AND_ALGORITHM.length);
        System.arraycopy(key, 0, whole, VERSION_AND_ALGORITHM.length, key.length);
        return der(48, whole);
    }

    /// A value of ASN.1 DER (X.690): type, length, content.
    private static byte[] der(int type, byte[] content) {
        var length = BigInteger.valueOf(content.length).toByteArray();
        var longForm = content.length > 127;
        var head = longForm ? 2 + length.length : 2;
        var value = new byte[head + content.length];
        value[0] = (byte) type;
        value[1] = (byte) (longForm ? 128 + length.length : content.length);
        if (longForm) {
            System.arraycopy(length, 0, value, 2, length.length);
        }
        System.arraycopy(content, 0, value, head, content.length);
        return value;
    }

    private static String file(String path) {
        try {
            var text = Files.readString(Path.of(path)).strip();
            if (text.startsWith("{") || text.contains(BEGIN)) {
                return text;
            }
        } catch (IOException | InvalidPathException e) {
            throw refused("it is neither a JWK, nor a PEM, nor a file that can be read", e);
        }
        throw refused("the file holds neither a JWK nor a PEM", null);
    }

    private static JWK withId(JWK key, @Nullable String keyId) {
        if (keyId == null || keyId.isBlank()) {
            return key;
        }
        return switch (key) {
            case RSAKey rsa -> new RSAKey.Builder(rsa).keyID(keyId).build();
            case ECKey ec -> new ECKey.Builder(ec).keyID(keyId).build();
            default -> throw new IllegalArgumentException("Only keys that sign are named");
        };
    }

    private static IllegalArgumentException refused(String why, @Nullable Throwable cause) {
        return new IllegalArgumentException("The private key is refused: " + why + ".", cause);
    }
}
