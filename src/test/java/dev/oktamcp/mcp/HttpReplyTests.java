package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

import tools.jackson.databind.node.JsonNodeFactory;

import java.io.UnsupportedEncodingException;

class HttpReplyTests {

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final HttpReply reply = new HttpReply(response);

    private void fail() {
        var error = new ProtocolException(500, ProtocolException.INTERNAL_ERROR, "A mistake.");
        reply.fail(error.to(JsonNodeFactory.instance.numberNode(1)));
    }

    @Test
    void saysWhatWentWrongAsJson() throws UnsupportedEncodingException {
        fail();

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).startsWith("{").contains("A mistake.");
    }

    @Test
    void saysWhatWentWrongOnAStreamThatHasBegunAndEndsIt() throws UnsupportedEncodingException {
        var stream = reply.open();

        fail();
        stream.message("{}");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString())
                .isEqualTo(
                        """
                        event: message
                        data: {"jsonrpc":"2.0","id":1,"error":{"code":-32603,"message":"A mistake."}}

                        """);
    }
}
