package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.tool.TextSize;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

class JsonSizeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "[true,false,null]",
                "{\"a\":1,\"b\":-2.50,\"c\":1e9,\"d\":12345678901234567890}",
                "{\"profile\":{\"name\":\"Zoë 😀\",\"tags\":[\"x\",[],{}]},\"\":\"\"}",
                "\"quote \\\" backslash \\\\ slash / lines \\n\\r\\t\\b\\f\"",
                "\"control \\u0001\\u001f and delete \\u007f\"",
                "{\"a\\\"\\n\":[{\"b\":\"\\u2028\"}]}"
            })
    void isThatOfTheWrittenValue(String json) {
        var value = JsonMapper.shared().readTree(json);

        var size = new TextSize();
        JsonSize.add(value, size);

        var written = TextSize.of(value.toString());
        assertThat(size.characters()).isEqualTo(written.characters());
        assertThat(size.tokens()).isEqualTo(written.tokens());
    }
}
