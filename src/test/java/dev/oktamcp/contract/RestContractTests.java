package dev.oktamcp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestApi.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The description of the REST API is all of it and nothing else, and a drift from it is found.
@ServerTest
class RestContractTests {

    private final TestApi api;
    private final RequestMappingHandlerMapping mappings;

    RestContractTests(
            @Autowired TestApi api,
            @Autowired @Qualifier("requestMappingHandlerMapping")
                    RequestMappingHandlerMapping mappings) {
        this.api = api;
        this.mappings = mappings;
    }

    @Test
    void describesEveryMappingAndNoOther() {
        var mapped =
                mappings.getHandlerMethods().keySet().stream()
                        .flatMap(RestContractTests::operations)
                        .filter(operation -> operation.contains(" /api"))
                        .toList();

        assertThat(RestContract.ofThisServer().operations())
                .map(RestContractTests::withoutNames)
                .containsExactlyInAnyOrderElementsOf(mapped);
    }

    private static Stream<String> operations(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .flatMap(path ->
                        info.getMethodsCondition().getMethods().stream()
                                .map(method -> withoutNames(method + " " + path)));
    }

    private static String withoutNames(String operation) {
        return operation.replaceAll("\\{[^}]*}", "{}");
    }

    @Test
    void isServedToEverybody() {
        var answer = api.by(null).get("/openapi.yaml");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/yaml");
        assertThat(answer.response().body()).isEqualTo(RestDocument.text());
    }

    /// As when somebody changes the code, or the document, and not the other.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a field of an answer is renamed      | last_used_at:          | used_at:          | used_at
                    a field of an answer is of a new type | enum: [active, disabled, expired] | enum: [on, off] | /state
                    a field of one answer is renamed     | '        warnings:'    | '        notices:' | warnings
                    a field of a problem is renamed      | '        nearest:'     | '        near:'   | nearest
                    a field of a request is renamed      | expires_at:            | ends_at:          | expires_at
                    a field becomes required             | 'required: [name]'     | 'required: [name, owner]' | owner
                    a field lies deeper                  | exclude]               | exclude, only]    | only
                    a query parameter is renamed         | name: grace            | name: stay        | grace
                    a status is missing                  | '''422'':' | '''418'':' | 422
                    a header of an answer is missing     | '            ETag:'    | '            Tag:' | Tag
                    a challenge is missing               | 'enum: [Bearer]'       | 'enum: [Basic]'   | Bearer
                    a secret is no longer shown          | 'required: [url]'      | 'required: [link]' | link
                    a media type is another              | application/problem+json | application/json | problem
                    a path is missing                    | /rotate:               | /turn:            | rotate
                    """)
    void findsADrift(String drift, String documented, String other, String word) {
        var text = RestDocument.text();
        assertThat(text).contains(documented);
        var changed = new RestContract(text.replace(documented, other));

        assertThat(exchanges())
                .as(drift)
                .flatMap(exchange -> exchange.violations(changed))
                .anySatisfy(violation -> assertThat(violation).contains(word));
    }

    private record Exchange(Answer answer, String body) {

        List<String> violations(RestContract contract) {
            return contract.violations(answer.response().request(), body, answer.response());
        }
    }

    /// One of each kind; all of them are as the document says, or the client would fail.
    private List<Exchange> exchanges() {
        var exchanges = new ArrayList<Exchange>();
        var servers =
                "/connections/" + api.get("/connections").text("/items/0/id") + "/mcp-servers";
        var good = "{\"name\": \"x\", \"expires_at\": \"2099-01-01T00:00:00Z\"}";
        var bad = "{\"name\": \"x\", \"config\": {\"tags\": [\"usrs\"]}}";
        var made = api.post(servers, good);
        exchanges.add(new Exchange(made, good));
        exchanges.add(new Exchange(api.post(servers, bad), bad));
        var rotate = servers + "/" + made.text("/id") + "/rotate?grace=PT1H";
        exchanges.add(new Exchange(api.post(rotate, ""), ""));
        exchanges.add(new Exchange(api.post("/keys/rotate", ""), ""));
        exchanges.add(new Exchange(api.by("none").get("/keys"), ""));
        var token = "{\"name\": \"x\", \"roles\": [\"mcp\"]}";
        exchanges.add(new Exchange(api.post("/api-tokens", token), token));
        return exchanges;
    }
}
