package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.tool.ToolException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whatever stands in a path parameter, the request goes to the operation's own path.
class PathSafetyTests {

    private static final OrgUrl ORG = OrgUrl.of("https://acme.okta.com", Set.of(), false);

    private final Operations operations = new Operations(JsonMapper.shared());

    PathSafetyTests() throws IOException {}

    private static URI uri(Operation operation, String payload) {
        var arguments = new HashMap<String, Object>();
        operation.parameters().stream()
                .filter(parameter -> parameter.in() == Operation.Place.PATH)
                .forEach(parameter -> arguments.put(parameter.name(), payload));
        return OktaRequest.of(operation, arguments, Continuation.NONE, ORG).uri();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../oauth2/v1/token",
                "..%2f..%2fapi",
                "%2e%2e",
                "a/b",
                "a\\b",
                "a?limit=1",
                "a#b",
                "a\r\nX-Evil: 1",
                "http://evil.example/",
                "//evil.example",
                ";jsessionid=1",
                "ä\u0000\ud83d\ude00",
                "ada@example.com"
            })
    void keepsEveryPayloadInItsSegment(String payload) {
        for (var operation : operations.all()) {
            var uri = uri(operation, payload);

            assertThat(uri.getHost()).isEqualTo("acme.okta.com");
            assertThat(uri.getRawPath().split("/", -1))
                    .hasSameSizeAs(operation.path().split("/", -1));
            assertThat(uri.getRawPath()).matches("[A-Za-z0-9/%._~-]*");
            assertThat(uri.normalize()).isEqualTo(uri);
            assertThat(uri.getRawQuery()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "", " "})
    void refusesWhatIsNoSegment(String payload) {
        var operation = operations.require("getUser");

        assertThatThrownBy(() -> uri(operation, payload)).isInstanceOf(ToolException.class);
    }

    @Test
    void encodesAQueryValueWhole() {
        var uri =
                OktaRequest.of(
                                operations.require("listUsers"),
                                Map.of("search", "profile.login eq \"a&b=c+d\""),
                                Continuation.NONE,
                                ORG)
                        .uri();

        assertThat(uri.getRawQuery()).isEqualTo("search=profile.login%20eq%20%22a%26b%3Dc%2Bd%22");
    }

    @Test
    void sendsSeveralValuesAsOktaWantsThem() {
        var byCommas = Map.of("expand", List.of("themes", "domains"));
        var oneByOne = Map.of("filter", "x", "include", List.of("full_entitlements", "metadata"));

        assertThat(rawQuery("listBrands", byCommas)).isEqualTo("expand=themes,domains");
        assertThat(rawQuery("listGrants", oneByOne))
                .isEqualTo("filter=x&include=full_entitlements&include=metadata");
    }

    private String rawQuery(String operation, Map<String, ?> arguments) {
        return OktaRequest.of(operations.require(operation), arguments, Continuation.NONE, ORG)
                .uri()
                .getRawQuery();
    }

    @Test
    void refusesAHeaderThatWouldBeginAnother() {
        var operation = operations.require("updateUser");
        var arguments = Map.of("id", "00u1", "If-Match", "a\r\nX-Evil: 1");

        assertThatThrownBy(() -> OktaRequest.of(operation, arguments, Continuation.NONE, ORG))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("header");
    }

    @Test
    void refusesAnArgumentThatTheOperationDoesNotHave() {
        var operation = operations.require("listUsers");

        assertThatThrownBy(() ->
                        OktaRequest.of(operation, Map.of("serach", "x"), Continuation.NONE, ORG))
                .hasMessage("listUsers has no parameter serach");
    }
}
