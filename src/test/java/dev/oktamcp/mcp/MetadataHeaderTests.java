package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawRequest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.URI;

/// What stands in headers that repeat the body (2026-07-28, Streamable HTTP, Request Metadata).
@EdgeTest
class MetadataHeaderTests {

    private final String url;

    MetadataHeaderTests(@Autowired TestServers servers) {
        this.url = servers.readOnly();
    }

    /// The answer to a call with these headers, which may be what no client would send.
    private String call(String headers, String params) {
        var body =
                """
                {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{%s,"_meta":{
                 "io.modelcontextprotocol/protocolVersion":"2026-07-28",
                 "io.modelcontextprotocol/clientCapabilities":{}}}}\
                """
                        .formatted(params);
        var head =
                """
                POST %s HTTP/1.1
                Host: localhost
                Content-Type: application/json
                Accept: application/json, text/event-stream
                MCP-Protocol-Version: 2026-07-28
                Mcp-Method: tools/call
                %s
                Content-Length: %d
                """
                        .formatted(URI.create(url).getPath(), headers, body.length());
        return RawRequest.send(url, head, body);
    }

    private String withParameters(String headers, String arguments) {
        return call(
                "Mcp-Name: test_parameter_headers\n" + headers,
                "\"name\":\"test_parameter_headers\",\"arguments\":{%s}".formatted(arguments));
    }

    @ParameterizedTest
    @CsvSource({
        // beyond ASCII, as it is
        "caf\u00e9,                caf\\u00e9",
        // no UTF-8 in Base64: another reader may see something else in it
        "=?base64?/w==?=,          \\ufffd",
        "=?base64?wIA=?=,          \\ufffd\\ufffd",
    })
    void areRefusedWhereTheyCanBeReadInTwoWays(String header, String value) {
        var name = call("Mcp-Name: " + header, "\"name\":\"%s\"".formatted(value));
        var parameter =
                withParameters("Mcp-Param-Region: " + header, "\"region\":\"%s\"".formatted(value));

        assertThat(name).startsWith("HTTP/1.1 400").contains("-32020");
        assertThat(parameter).startsWith("HTTP/1.1 400").contains("-32020");
    }

    @ParameterizedTest
    @CsvSource({"eu west, eu west", "=?base64?ZcOp?=, e\\u00e9", "eu\twest, eu\\twest"})
    void areTakenWhereTheySayTheSame(String header, String value) {
        var answer =
                withParameters("Mcp-Param-Region: " + header, "\"region\":\"%s\"".formatted(value));

        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"isError\":false");
    }

    @ParameterizedTest
    @CsvSource({
        "42,                  42,       200",
        "42.0,                42,       200",
        "4.2e1,               42,       200",
        "43,                  42,       400",
        "1e999999999,         42,       400",
        "1e-999999999,        0,        400",
        "Infinity,            1e400,    400",
        "1e400,               1e400,    400",
        "NaN,                 42,       400",
    })
    void areComparedAsNumbers(String header, String value, int status) {
        var headers = "Mcp-Param-Region: eu\nMcp-Param-Count: " + header;

        var answer = withParameters(headers, "\"region\":\"eu\",\"count\":" + value);

        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void areTakenForWhatIsLikeANumberInAText() {
        var answer = withParameters("Mcp-Param-Region: 1e400", "\"region\":\"1e400\"");

        assertThat(answer).startsWith("HTTP/1.1 200");
    }
}
