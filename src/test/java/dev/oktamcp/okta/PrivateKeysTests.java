package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

class PrivateKeysTests {

    /// In PKCS#8 an RSA key of 2,048 bits stands behind 26 bytes of version, algorithm and lengths.
    private static final int HEAD = 26;

    private final RSAKey key = new RSAKeyGenerator(2048).generate();

    PrivateKeysTests() throws JOSEException {}

    private static String pem(String label, byte[] der) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, body);
    }

    private String pkcs8() throws JOSEException {
        return pem("PRIVATE KEY", key.toPrivateKey().getEncoded());
    }

    private String pkcs1() throws JOSEException {
        var whole = key.toPrivateKey().getEncoded();
        return pem("RSA PRIVATE KEY", Arrays.copyOfRange(whole, HEAD, whole.length));
    }

    private void isTheKey(String given) {
        var read = (RSAKey) PrivateKeys.parse(given, "kid1");

        assertThat(read.getModulus()).isEqualTo(key.getModulus());
        assertThat(read.getPrivateExponent()).isEqualTo(key.getPrivateExponent());
        assertThat(read.getKeyID()).isEqualTo("kid1");
    }

    @Test
    void readsBothPemsWithLineBreaksAsTheyAreOrEscaped() throws JOSEException {
        isTheKey(pkcs8());
        isTheKey(pkcs8().replace("\n", "\\n"));
        isTheKey(pkcs1());
        isTheKey(pkcs1().replace("\n", "\\n"));
    }

    @Test
    void readsAJwkAndKeepsItsIdUnlessAnotherIsGiven() throws JOSEException {
        isTheKey(key.toJSONString());
        var ec = new ECKeyGenerator(Curve.P_256).keyID("own").generate();

        assertThat(PrivateKeys.parse(ec.toJSONString(), null).getKeyID()).isEqualTo("own");
        assertThat(PrivateKeys.parse(ec.toJSONString(), "other").getKeyID()).isEqualTo("other");
    }

    @Test
    void readsAFile(@TempDir Path directory) throws IOException, JOSEException {
        var file = Files.writeString(directory.resolve("key.pem"), pkcs8());

        var read = (RSAKey) PrivateKeys.parseOrRead(file.toString(), "kid1");

        assertThat(read.getModulus()).isEqualTo(key.getModulus());
        assertThat(read.getKeyID()).isEqualTo("kid1");
    }

    @Test
    void readsNoFileForWhatComesOverTheNetwork(@TempDir Path directory)
            throws IOException, JOSEException {
        var file = Files.writeString(directory.resolve("key.pem"), pkcs8());

        assertThatThrownBy(() -> PrivateKeys.parse(file.toString(), null))
                .hasMessage("The private key is refused: it is neither a JWK nor a PEM.");
    }

    private static Base64URL coordinate(BigInteger value) {
        return ECKey.encodeCoordinate(256, value);
    }

    @Test
    void refusesKeysThatOktaDoesNotTake() throws JOSEException {
        var small = new RSAKeyGenerator(1024, true).generate();
        var base = Curve.SECP256K1.toECParameterSpec().getGenerator();
        var curve =
                new ECKey.Builder(
                                Curve.SECP256K1,
                                coordinate(base.getAffineX()),
                                coordinate(base.getAffineY()))
                        .d(coordinate(BigInteger.ONE))
                        .build();
        var shared = new OctetSequenceKeyGenerator(256).generate();
        var cipher = new RSAKey.Builder(key).keyUse(KeyUse.ENCRYPTION).build();

        for (var wrong : List.of(small, curve, shared, cipher)) {
            assertThatThrownBy(() -> PrivateKeys.parse(wrong.toJSONString(), null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The private key is refused");
        }
    }

    @Test
    void refusesAPublicJwk() {
        assertThatThrownBy(() -> PrivateKeys.parse(key.toPublicJWK().toJSONString(), null))
                .hasMessageContaining("no private part");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\":\"RSA\"",
                "/no/such/file.pem",
                "-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\ncanary\n-----END EC PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----",
                "\u0000canary"
            })
    void refusesEverythingElseAndShowsNothingOfIt(String given) {
        assertThatThrownBy(() -> PrivateKeys.parseOrRead(given, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The private key is refused")
                .hasMessageNotContaining("canary");
    }
}
