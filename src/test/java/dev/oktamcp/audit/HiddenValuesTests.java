package dev.oktamcp.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

@ServerTest
class HiddenValuesTests {

    private final TestServers servers;
    private final RawClient client;

    HiddenValuesTests(@Autowired TestServers servers) {
        this.servers = servers;
        this.client =
                RawClient.connected(
                        servers.hiding(
                                "Salary", "mobilePhone", "secondEmail", "firstName", "title"));
    }

    private static CallResult given(RawClient client, String tool, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return client.call(tool, Map.of("text", Base64.getEncoder().encodeToString(bytes)));
    }

    private String shown(String tool, String text) {
        return given(client, tool, text).response().toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'1','profile':{'salary':'canary','city':'Ulm'}}",
                "{'id':'1','profile':{'SALARY':['canary'],'x':{'salary':{'a':'canary'}}}}",
                "{'id':'1','profile':{'title':'canary'}}",
                "{'items':[{'id':'1','_embedded':{'user':{'profile':{'salary':'canary'}}}}]}",
                "{'id':'1','principalProfile':{'firstName':'canary'}}",
                "{'id':'1','profiles':[{'externalId':'7','salary':'canary'}]}",
                "{'id':'1','salary':'canary'}",
                "{'id':'1','salary':['canary']}",
                "{'id':'1','credentials':{'emails':[{'value':'canary','type':'SECONDARY'}]}}",
                "{'id':'1','factorType':'sms','profile':{'phoneNumber':'canary'}}",
                "{'id':'1','type':'USER','displayName':'canary'}",
                "{'id':'1','actor':{'type':'User','displayName':'canary'}}",
                "{'id':'1','target':[{'type':'AppUser','displayName':'canary'}]}",
                "{'id':'1','changeDetails':{'from':{'salary':'canary'},'to':{}}}",
                "{'id':'1','changeDetails':{'to':{'profile.salary':'canary'}}}",
                "{'id':'1','debugData':{'oldSalary':'canary'}}",
                "{'id':'1','detailEntry':{'title':'canary'}}",
                "{'id':'1','debugData':{'more':'{\\'user\\':{\\'salary\\':\\'canary\\'}}'}}",
                "{'id':'1','more':['{\\'user\\':{\\'salary\\':\\'canary\\'}}']}",
                "{'id':'1','conditions':{'expression':{'value':'user.salary > canary'}}}",
                "{'id':'1','properties':{'a':{'expression':'source.salary + canary'}}}",
                "{'id':'1','debugData':{'url':'/api/v1/users?search=profile.salary+gt+canary'}}"
            })
    void noAnswerShowsAHiddenAttribute(String answer) {
        var shown = shown("test_given", answer.replace('\'', '"'));

        assertThat(shown).contains("\"id\":\"1\"").doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'title':'kept','type':'string'}",
                "{'type':'AppInstance','displayName':'kept'}",
                "{'salary':{'type':'kept'}}",
                "{'profile':{'salaryBand':'kept'}}",
                "{'expression':'user.salaryBand == 7','x':'kept'}",
                "{'note':'{ kept'}",
                "{'note':'{ \\'a\\' : \\'kept\\' }'}"
            })
    void whatOnlyLooksLikeOneStays(String answer) {
        var given = answer.replace('\'', '"');

        assertThat(given(client, "test_given", given).value()).hasToString(given);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"profile\":{\"salary\":\"canary\"}}",
                " [{\"salary\":\"canary\"}]",
                "id,salary\n1,canary",
                "<Attribute Name=\"salary\">canary</Attribute>"
            })
    void noTextShowsOneEither(String text) {
        assertThat(shown("test_given_text", text)).doesNotContain("canary");
    }

    @Test
    void aTextThatNamesNoneStaysAsItIs() {
        assertThat(shown("test_given_text", "[ 1,  2 ] and more")).contains("[ 1,  2 ] and more");
    }

    @Test
    void noErrorOfOktaTellsOne() {
        var text =
                "updateUser: HTTP 400, E0000001 Api validation failed (salary: canary is taken).";

        var result = given(client, "test_given_failure", text);

        assertThat(result.code()).isEqualTo("OKTA_ERROR");
        assertThat(result.text())
                .contains("E0000001")
                .contains("salary")
                .contains("withheld")
                .doesNotContain("canary");
    }

    @Test
    void otherErrorsAreHandedOn() {
        var result = given(client, "test_given_failure", "city: too long");

        assertThat(result.text()).contains("city: too long");
    }

    @Test
    void aServerThatHidesNothingShowsAll() {
        var open = RawClient.connected(servers.readOnly());
        var given = "{\"profile\":{\"salary\":\"7\"},\"expression\":\"user.salary\"}";

        assertThat(given(open, "test_given", given).value()).hasToString(given);
    }
}
