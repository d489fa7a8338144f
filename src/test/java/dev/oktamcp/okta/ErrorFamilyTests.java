package dev.oktamcp.okta;

import static dev.oktamcp.okta.WrongOkta.answer;
import static dev.oktamcp.okta.WrongOkta.assertNothingLeaks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SimulatedOrgInitializer;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import java.util.Map;

/// Okta's ways of saying no, from its error catalogue: what reaches the model of each.
@ServerTest
@Import(WritingTools.class)
@ContextConfiguration(initializers = {SimulatedOrgInitializer.class, WrongOkta.Initializer.class})
class ErrorFamilyTests {

    private static final String ERROR_ID = "oaeErrorFamily0000000000";

    private final WrongOkta okta;
    private final SimulatedOrg org;
    private final RawClient client;

    ErrorFamilyTests(
            @Autowired WrongOkta okta,
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers) {
        this.okta = okta;
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    private static String body(String code, String summary, String causes) {
        return """
        {"errorCode":"%s","errorSummary":"%s","errorLink":"%s","errorId":"%s",
         "errorCauses":%s}\
        """
                .formatted(code, summary, code, ERROR_ID, causes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    400 | E0000001 | Api validation failed: login | OKTA_ERROR | Api validation failed
                    401 | E0000011 | Invalid token provided | OKTA_ERROR | administrator has to renew
                    403 | E0000006 | You do not have permission | OKTA_ERROR | admin role behind
                    403 | E0000038 | This operation is not allowed | OKTA_ERROR | is not allowed
                    404 | E0000007 | Not found: Resource not found | OKTA_ERROR | Check the id
                    405 | E0000022 | The endpoint does not support | OKTA_ERROR | does not support
                    409 | E0000090 | The role is already assigned | OKTA_ERROR | already assigned
                    410 | E0000215 | This endpoint is removed | OKTA_ERROR | is removed
                    412 | E0000231 | ETag mismatch | OKTA_ERROR | ETag mismatch
                    423 | E0000239 | Policies are being reconciled | OKTA_ERROR | being reconciled
                    501 | E0000060 | Unsupported operation. | OKTA_ERROR | Unsupported operation
                    503 | E0000010 | Service is in read only mode | OKTA_ERROR | read only mode
                    """)
    void handsOnWhatOktaRefuses(
            int status, String errorCode, String summary, String code, String words) {
        okta.answers(answer(status, body(errorCode, summary, "[]")));

        var result = client.call("test_create_group", Map.of());

        assertThat(result.code()).isEqualTo(code);
        assertThat(result.text()).contains("HTTP " + status, errorCode, words);
        assertThat(result.response().toString())
                .as("what Okta's support asks for")
                .contains(ERROR_ID, WrongOkta.REQUEST_ID);
        assertThat(okta.received()).hasSize(1);
        assertNothingLeaks(result, org);
    }

    @Test
    void tellsOfA5xxThatAChangeMayHaveHappened() {
        okta.answers(answer(500, body("E0000009", "Internal Server Error", "[]")));

        var read = client.call("get_user", Map.of("user_id", "00u1"));
        var change = client.call("test_create_group", Map.of());

        assertThat(read.code()).isEqualTo("UNAVAILABLE");
        assertThat(read.text()).contains("HTTP 500, E0000009 Internal Server Error", "try again");
        assertThat(change.code()).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(change.text()).contains("HTTP 500", "look at the object");
        assertThat(change.response().toString()).contains(ERROR_ID, WrongOkta.REQUEST_ID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [{"errorSummary":"login: taken."},{"errorSummary":"email: no address"}]
                    {"errorSummary":"login: taken; email: no address"}
                    [{"errorSummary":"login: taken","reason":"X","location":"/a"},{"errorSummary":"email: no address"}]
                    """)
    void namesEveryCauseWhetherTheyAreAListOrOne(String causes) {
        okta.answers(answer(400, body("E0000001", "Api validation failed: user", causes)));

        var result = client.call("test_create_group", Map.of());

        assertThat(result.text()).contains("(login: taken; email: no address)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    []
                    "text"
                    {"errorCode":7,"errorSummary":{"a":1},"errorCauses":"none"}
                    {"errorCode":"E0000001","errorSummary":null,"errorCauses":[null,1,"x"]}
                    {"error":"invalid_request","error_description":"The token is missing."}
                    <html>400</html>
                    """)
    void staysTruthfulWhereAnErrorIsOddlyMade(String body) {
        okta.answers(answer(400, body));

        var result = client.call("get_user", Map.of("user_id", "00u1"));

        assertThat(result.code()).isEqualTo("OKTA_ERROR");
        assertThat(result.text()).contains("getUser: HTTP 400");
        assertNothingLeaks(result, org);
    }

    @Test
    void saysWhatAnEmptyRefusalLeaves() {
        okta.answers(answer(401, ""));

        var result = client.call("get_user", Map.of("user_id", "00u1"));

        assertThat(result.code()).isEqualTo("OKTA_ERROR");
        assertThat(result.text()).contains("HTTP 401", "administrator has to renew");
    }
}
