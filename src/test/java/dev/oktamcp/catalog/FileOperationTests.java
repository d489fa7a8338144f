package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpServer;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// What is no JSON: files that are sent, and text that comes back.
@ServerTest
class FileOperationTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, -1};
    private static final String METADATA = "<md:EntityDescriptor entityID=\"x\"/>";

    /// An org that takes whatever comes, and notes it.
    private static HttpServer org;

    private static volatile String contentType = "";
    private static volatile String accept = "";
    private static volatile String body = "";

    /// Paths of what is not read.
    private static final List<String> CHANGES = new CopyOnWriteArrayList<>();

    private final TestApi api;

    FileOperationTests(@Autowired TestApi api) {
        this.api = api;
    }

    @BeforeAll
    static void start() throws IOException {
        org = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        org.createContext(
                "/",
                exchange -> {
                    if (!exchange.getRequestMethod().equals("GET")) {
                        CHANGES.add(exchange.getRequestURI().getPath());
                    }
                    contentType =
                            String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
                    accept = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"));
                    body = new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1);
                    var metadata = exchange.getRequestURI().getPath().endsWith("/metadata");
                    var answer = (metadata ? METADATA : "{\"id\":\"00o1\"}").getBytes(ISO_8859_1);
                    exchange.getResponseHeaders()
                            .set("Content-Type", metadata ? "text/xml" : "application/json");
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        org.start();
    }

    @AfterAll
    static void stop() {
        org.stop(0);
    }

    private CallResult call(String tool, String operation, Map<String, ?> arguments) {
        var connection =
                api.post(
                        "/connections",
                        """
                        {"name": "%s", "org_url": "http://127.0.0.1:%d",
                         "auth": {"type": "api_token", "token": "any"}}
                        """
                                .formatted(UUID.randomUUID(), org.getAddress().getPort()));
        assertThat(connection.status()).as(connection.response().body()).isEqualTo(201);
        var server =
                api.post(
                        "/connections/" + connection.text("/id") + "/mcp-servers",
                        "{\"name\": \"x\", \"config\": {\"methods\": [\"read\", \"custom\","
                                + " \"write\"]}}");
        return RawClient.connected(server.text("/url"))
                .agreed(tool, Map.of("operation", operation, "arguments", arguments));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a00ff, file.png, image/png",
        "ffd8ffe000104a464946, file.jpg, image/jpeg",
        "47494638396101000100, file.gif, image/gif",
        "00000100010010100000, file.ico, image/x-icon",
        "3c73766720786d6c6e73, file.svg, image/svg+xml",
        "efbbbf3c3f786d6c3f3e0a3c7376673e, file.svg, image/svg+xml",
        "3c3f786d6c3f3e3c613e, file.bin, application/octet-stream",
        "00, file.bin, application/octet-stream"
    })
    void sendsAnImageAsAForm(String hex, String name, String type) {
        var file = HexFormat.of().parseHex(hex);
        var image = Map.of("appId", "0oa1", "body", Map.of("file", base64(file)));

        var result = call("call_change", "uploadApplicationLogo", image);

        assertThat(result.failed()).as(result.text()).isFalse();
        assertThat(contentType).startsWith("multipart/form-data;").contains("boundary=");
        assertThat(body)
                .contains("name=\"file\"", "filename=\"%s\"".formatted(name))
                .contains("Content-Type: %s\r\n".formatted(type))
                .contains(new String(file, ISO_8859_1));
    }

    @Test
    void sendsACertificateAsItIs() {
        var certificate = Map.of("appId", "0oa1", "csrId", "c1", "body", base64(PNG));

        var result = call("call_change", "publishCsrFromApplication", certificate);

        assertThat(result.failed()).as(result.text()).isFalse();
        assertThat(contentType).isEqualTo("application/x-x509-ca-cert");
        assertThat(body).isEqualTo(new String(PNG, ISO_8859_1));
    }

    @Test
    void sendsASecurityEventAsText() {
        var result =
                call("call_change", "publishSecurityEventTokens", Map.of("body", "eyJ0.eyJ9.s"));

        assertThat(result.failed()).as(result.text()).isFalse();
        assertThat(contentType).startsWith("application/secevent+jwt");
        assertThat(body).isEqualTo("eyJ0.eyJ9.s");
    }

    @Test
    void refusesWhatIsNoFile() {
        CHANGES.clear();
        var image = Map.of("appId", "0oa1", "body", Map.of("file", "data:image/png;base64,AAAA"));

        var result = call("call_change", "uploadApplicationLogo", image);

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("no Base64", "data: prefix");
        assertThat(CHANGES).isEmpty();
    }

    @Test
    void handsTextOnAsText() {
        var result =
                call(
                        "call_read",
                        "previewSAMLmetadataForApplication",
                        Map.of("appId", "0oa1", "kid", "k1"));

        assertThat(result.text()).isEqualTo(METADATA);
        assertThat(accept).isEqualTo("*/*");
    }
}
