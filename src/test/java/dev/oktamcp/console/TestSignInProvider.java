package dev.oktamcp.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.oktamcp.fixture.TestKeys;
import dev.oktamcp.tool.Sha256;

import org.springframework.web.util.UriComponentsBuilder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// Signs people in as an Okta org does (OpenID Connect, authorization code with PKCE). Whoever
/// comes is signed in as Ada, with the claims that a test wants.
final class TestSignInProvider implements AutoCloseable {

    static final String CLIENT_ID = "0oa1SignInOfTheTests";
    static final String CLIENT_SECRET = "client-secret-of-the-tests-alone";

    private record Asked(String redirectUri, String nonce, String challenge) {}

    private final Map<String, Asked> byCode = new ConcurrentHashMap<>();
    private final RSAKey key = TestKeys.rsa("k1");
    private final HttpServer server;
    private volatile UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
    private volatile RSAKey signedWith = key;

    TestSignInProvider() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 20);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", this::describe);
        server.createContext("/v1/authorize", this::authorize);
        server.createContext("/v1/token", this::token);
        server.createContext("/v1/keys", this::keys);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// From now on its ID tokens are like this.
    void tells(UnaryOperator<JWTClaimsSet.Builder> changed) {
        claims = changed;
        signedWith = key;
    }

    void isInGroups(String... groups) {
        tells(claims -> claims.claim("groups", List.of(groups)));
    }

    /// From now on somebody else signs its ID tokens.
    void isForged() {
        signedWith = TestKeys.rsa("k1");
    }

    private void describe(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/v1/authorize",
                 "token_endpoint":"%1$s/v1/token","jwks_uri":"%1$s/v1/keys",
                 "response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"],
                 "token_endpoint_auth_methods_supported":["client_secret_basic"]}\
                """
                        .formatted(issuer()));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = fields(exchange.getRequestURI().getRawQuery());
        if (!CLIENT_ID.equals(asked.get("client_id"))
                || !"code".equals(asked.get("response_type"))
                || !"S256".equals(asked.get("code_challenge_method"))) {
            answer(exchange, 400, "{}");
            return;
        }
        var code = UUID.randomUUID().toString();
        var redirectUri = given(asked, "redirect_uri");
        var challenge = given(asked, "code_challenge");
        byCode.put(code, new Asked(redirectUri, given(asked, "nonce"), challenge));
        var back =
                UriComponentsBuilder.fromUriString(redirectUri)
                        .queryParam("code", code)
                        .queryParam("state", asked.get("state"));
        exchange.getResponseHeaders().set("Location", back.encode().toUriString());
        answer(exchange, 302, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var asked = byCode.remove(form.getOrDefault("code", ""));
        var client = CLIENT_ID + ":" + CLIENT_SECRET;
        var basic = "Basic " + Base64.getEncoder().encodeToString(client.getBytes(UTF_8));
        if (asked == null
                || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !asked.redirectUri().equals(form.get("redirect_uri"))
                || !asked.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                """
                {"access_token":"of-no-use","token_type":"Bearer","expires_in":300,
                 "scope":"openid profile groups","id_token":"%s"}\
                """
                        .formatted(idToken(asked.nonce())));
    }

    private static String challenge(String verifier) {
        var hash = Sha256.of(verifier.getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private String idToken(String nonce) {
        var now = Instant.now();
        var usual =
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject("00u1AdaLovelace00001")
                        .audience(CLIENT_ID)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", nonce)
                        .claim("name", "Ada Lovelace");
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build();
        var token = new SignedJWT(header, claims.apply(usual).build());
        try {
            token.sign(new RSASSASigner(signedWith));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private void keys(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "{\"keys\":[%s]}".formatted(key.toPublicJWK().toJSONString()));
    }

    private static String given(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    private static Map<String, String> fields(String encoded) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : encoded.split("&", -1)) {
            var parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
