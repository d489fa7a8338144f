package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;

/// What the simulated org, which speaks plain http, can't show.
class OktaConnectionsTests {

    private static final char[] PASSWORD = "only-for-this-test".toCharArray();
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir private Path directory = Path.of("");
    private final HttpsServer server;

    OktaConnectionsTests() throws IOException {
        this.server = HttpsServer.create();
    }

    @BeforeEach
    void start() throws IOException, GeneralSecurityException, InterruptedException {
        var keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(KeyStore.getInstance(selfSigned().toFile(), PASSWORD), PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    private Path selfSigned() throws IOException, InterruptedException {
        var file = directory.resolve("keys");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                new String(PASSWORD))
                        .redirectErrorStream(true)
                        .start();
        process.getInputStream().readAllBytes();
        process.waitFor();
        return file;
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void get(String url) {
        var breaker = new OktaProperties.Breaker(10, LONG);
        var properties = new OktaProperties(LONG, LONG, LONG, DataSize.ofMegabytes(1), 1, breaker);
        OktaConnections.client(properties).get().uri(url).response().block(LONG);
    }

    @Test
    void trustsNoCertificateThatNobodyVouchesFor() {
        assertThatThrownBy(() -> get("https://localhost:" + server.getAddress().getPort()))
                .hasCauseInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void takesMoreHeadersThanTheDefaultOfNetty() throws IOException {
        var plain =
                HttpServer.create(new InetSocketAddress(server.getAddress().getAddress(), 0), 0);
        plain.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("X-Long", "a".repeat(20_000));
                    exchange.sendResponseHeaders(200, -1);
                });
        plain.start();

        assertThatCode(() -> get("http://localhost:" + plain.getAddress().getPort()))
                .doesNotThrowAnyException();
        plain.stop(0);
    }

    @Test
    void tellsANameThatIsNotThereFromAConnectionThatBroke() {
        assertThatThrownBy(() -> get("https://nowhere.invalid"))
                .hasCauseInstanceOf(UnknownHostException.class);
    }
}
