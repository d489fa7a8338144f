package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.oktamcp.okta.documents.DocumentTree;
import dev.oktamcp.tool.CredentialKind;
import dev.oktamcp.tool.Effect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/// What documents of an operator's own change.
class GivenDocumentsTests {

    @TempDir private Path directory = Path.of("");
    private final Operations shipped = new Operations(JsonMapper.shared());

    GivenDocumentsTests() throws IOException {}

    private Operations governance(String text) throws IOException {
        return with(new DocumentsProperties(null, MadeUpDocument.in(directory, text)));
    }

    private Operations management(String text) throws IOException {
        return with(new DocumentsProperties(MadeUpDocument.in(directory, text), ""));
    }

    private Operations with(DocumentsProperties given) {
        return new GivenDocuments(shipped).applied(given);
    }

    private List<Operation> shippedBut(Operation.Api api, Predicate<Operation> gone) {
        return shipped.all().stream()
                .filter(operation -> operation.api() == api)
                .filter(gone.negate())
                .toList();
    }

    @Test
    void nothingChangesWithoutADocument() {
        assertThat(with(new DocumentsProperties(null, " "))).isSameAs(shipped);
    }

    @Test
    void oneApiIsReplacedAndTheOtherStays() throws IOException {
        var all = governance(MadeUpDocument.WIDGETS).all();

        assertThat(all).filteredOn(o -> o.api() == Operation.Api.GOVERNANCE).hasSize(8);
        assertThat(all).filteredOn(o -> o.api() == Operation.Api.MANAGEMENT).hasSize(732);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    listWidgets,                READ,    list,   false, new
                    createWidget,               DESTROY, create, true,  new
                    governanceGetUser,          READ,    get,    false, new
                    governanceUpdateOrgSettings, DESTROY, update, true, moved
                    listCampaigns,              READ,    list,   false, as reviewed
                    createCampaign,             CHANGE,  create, false, as reviewed
                    deleteCampaign,             DESTROY, delete, false, as reviewed
                    governanceGetOrgSettings,   READ,    get,    false, as reviewed
                    """)
    void believesTheWorstOfWhatNobodyReviewed(
            String id, Effect effect, String method, boolean sensitive, String why)
            throws IOException {
        var facts = governance(MadeUpDocument.WIDGETS).require(id).facts();

        assertThat(facts.effect()).as(why).isEqualTo(effect);
        assertThat(facts.method().word()).as(why).isEqualTo(method);
        assertThat(facts.sensitive()).as(why).isEqualTo(sensitive);
    }

    @Test
    void everyChangeThatIsNewOrMovedIsAskedFor() throws IOException {
        var moved =
                MadeUpDocument.of(shippedBut(Operation.Api.GOVERNANCE, _ -> false))
                        .replace("\"post\":", "\"put\":");

        var now = governance(moved).all();

        assertThat(now)
                .filteredOn(o -> o.api() == Operation.Api.GOVERNANCE && o.http().equals("PUT"))
                .filteredOn(o -> !shipped.require(o.id()).http().equals("PUT"))
                .hasSizeGreaterThan(20)
                .extracting(Operation::facts)
                .allMatch(facts -> facts.effect() == Effect.DESTROY && facts.sensitive());
    }

    @Test
    void whatItKnowsOfTheRequestIsTheDocuments() throws IOException {
        var list = governance(MadeUpDocument.WIDGETS).require("listCampaigns");

        assertThat(list.facts().scopes()).containsExactly("widgets.read");
        assertThat(list.facts().credentials())
                .containsExactlyInAnyOrder(CredentialKind.OAUTH, CredentialKind.API_TOKEN);
        assertThat(list.parameters())
                .extracting(Operation.Parameter::name)
                .containsExactly("filter");
        assertThat(list.response()).isEqualTo(Operation.Response.ARRAY);
        assertThat(list.facts().tags())
                .containsExactlyInAnyOrder("access-certifications", "campaigns");
    }

    @Test
    void whatIsNotSortedInIsOther() throws IOException {
        var operations = governance(MadeUpDocument.WIDGETS);

        assertThat(operations.require("createWidget").facts().tags())
                .containsExactlyInAnyOrder("other", "odd-widgets");
        assertThat(operations.require("governanceGetUser").facts().tags())
                .as("its tag is the name of an area of ours, whose filters must not let it in")
                .containsExactly("other");
    }

    @Test
    void jsonIsReadAsYamlIs() throws IOException {
        var bytes = MadeUpDocument.WIDGETS.getBytes(StandardCharsets.UTF_8);
        var json = " \n" + DocumentTree.of(bytes);

        assertThat(List.copyOf(governance(json).all()))
                .isEqualTo(List.copyOf(governance(MadeUpDocument.WIDGETS).all()));
    }

    @Test
    void whatIsTakenByTheOtherApiGetsTheApisName() throws IOException {
        var both =
                MadeUpDocument.of(shippedBut(Operation.Api.MANAGEMENT, _ -> false))
                        .replace(
                                "\"operationId\":\"getUser\"", "\"operationId\":\"listCampaigns\"");

        var operations = management(both);

        assertThat(operations.require("managementListCampaigns").path())
                .startsWith("/api/v1/users");
        assertThat(operations.require("listCampaigns").path()).startsWith("/governance/");
        assertThat(operations.require("getOrgSettings").path()).startsWith("/api/v1/");
    }

    @Test
    void whatHandsOutSecretsStaysSensitiveUnderAnotherName() throws IOException {
        var renamed =
                MadeUpDocument.of(shippedBut(Operation.Api.MANAGEMENT, _ -> false))
                        .replace("getOAuth2ClientSecret", "getMaterial")
                        .replace("/api/v1/idps\"", "/api/v1/providers\"");

        var operations = management(renamed);

        assertThat(operations.require("getMaterial").facts().sensitive()).isTrue();
        assertThat(operations.require("listIdentityProviders").facts().sensitive())
                .as("moved")
                .isTrue();
    }

    @Test
    void toolNamesAreShortAndTheirOwn() throws IOException {
        var most = "createWidget" + "OfManyWords".repeat(8);
        var text =
                MadeUpDocument.WIDGETS
                        .replace("operationId: createWidget", "operationId: " + most)
                        .replace("operationId: listWidgets", "operationId: Get_User");

        var all = governance(text).all();

        assertThat(all)
                .extracting(Operation::tool)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-z0-9_]{1,63}"))
                .anyMatch(name -> name.matches("create_widget_of_many_.*_[0-9a-f]{8}"))
                .anyMatch(name -> name.matches("get_user_[0-9a-f]{8}"));
    }

    @Test
    void saysWhoNeedsWhatIsGone() throws IOException {
        var operations =
                management(
                        MadeUpDocument.of(
                                shippedBut(
                                        Operation.Api.MANAGEMENT,
                                        operation -> operation.id().equals("getGroup"))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> operations.require("getGroup", "Tool get_group"))
                .withMessageStartingWith(
                        "Tool get_group needs Okta's operation getGroup, which %s (okta-mcp.okta.documents.management) does not have. Give "
                                .formatted(directory.resolve("document.yaml")));
        assertThat(operations.require("getUser", "Tool get_user").id()).isEqualTo("getUser");
    }

    @Test
    void theCheckOfAConnectionNeedsItsOperations() throws IOException {
        var operations =
                management(
                        MadeUpDocument.of(
                                shippedBut(
                                        Operation.Api.MANAGEMENT,
                                        operation -> operation.id().equals("listLogEvents"))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkup.requireAll(operations))
                .withMessageStartingWith(
                        "The check of a connection needs Okta's operation listLogEvents");
    }

    @Test
    void saysWhoNeedsWhatHasMoved() throws IOException {
        var operations =
                management(
                        MadeUpDocument.of(shippedBut(Operation.Api.MANAGEMENT, _ -> false))
                                .replace("/lifecycle/suspend\"", "/suspension\""));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> operations.require("suspendUser", "Tool suspend_user"))
                .withMessageContaining("has moved to POST /api/v1/users/{id}/suspension")
                .withMessageContaining("nobody has reviewed it yet");
    }

    /// A tool gives what it was written for, by those names: the call would break, not the start.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    groupId                      | theGroup                   | getGroup  | has without groupId.
                    "name":"search","in":"query" | "name":"find","in":"query" | listUsers | has without search.
                    "required":false             | "required":true            | listUsers | requires Content-Type, after,
                    """)
    void saysWhoNeedsAParameterAsItWas(String was, String is, String operation, String why)
            throws IOException {
        var all = MadeUpDocument.of(shippedBut(Operation.Api.MANAGEMENT, _ -> false));

        var operations = management(all.replace(was, is));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> operations.require(operation, "Tool x"))
                .withMessageStartingWith("Tool x needs Okta's operation " + operation)
                .withMessageContaining(why)
                .withMessageContaining("Give a document that has it as it was");
        assertThat(operations.require(operation).id()).isEqualTo(operation);
        assertThat(operations.require("getOrgSettings", "Tool y")).isNotNull();
    }

    @Test
    void aNewOperationHasABucketOfItsOwn() throws IOException {
        var widget = governance(MadeUpDocument.WIDGETS).require("createWidget");

        assertThat(new RateBuckets(JsonMapper.shared()).of(widget)).isEqualTo("v1/widgets");
    }
}
