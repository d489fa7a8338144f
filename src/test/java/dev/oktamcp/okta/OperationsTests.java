package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Toolset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What must hold of every operation, whichever documents they came from.
class OperationsTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Operations operations = new Operations(JsonMapper.shared());
    private final Collection<Operation> all = operations.all();

    OperationsTests() throws IOException {}

    private static JsonNode file(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(RESOURCES.resolve(name)));
    }

    private static List<String> areas() {
        return Arrays.stream(Toolset.values()).map(Toolset::tag).toList();
    }

    @Test
    void bothApisAreThereWhole() {
        assertThat(all.stream().collect(groupingBy(Operation::api, counting())))
                .containsEntry(Operation.Api.MANAGEMENT, 732L)
                .containsEntry(Operation.Api.GOVERNANCE, 162L);
    }

    @Test
    void everyToolNameIsItsOwn() {
        assertThat(all)
                .extracting(Operation::tool)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-z0-9_]{1,63}"));
    }

    @Test
    void everyToolsetIsOfAUsableSize() {
        var sizes = all.stream().collect(groupingBy(OperationsTests::area, counting()));

        assertThat(sizes.values()).allMatch(size -> size <= 60);
        assertThat(sizes.keySet())
                .containsAll(
                        Stream.of(Toolset.values())
                                .filter(a -> a != Toolset.SERVER && a != Toolset.OTHER)
                                .filter(a -> !a.crossesAreas())
                                .map(Toolset::tag)
                                .toList());
    }

    /// Two areas would make a filter for one of them let in operations of the other.
    private static String area(Operation operation) {
        var areas = new TreeSet<>(operation.facts().tags());
        areas.retainAll(areas());
        assertThat(areas).as(operation.id()).hasSize(1);
        return areas.first();
    }

    @Test
    void everyPathParameterIsDeclared() {
        for (var operation : all) {
            var named = PLACEHOLDER.matcher(operation.path()).results().map(m -> m.group(1));

            assertThat(operation.parameters())
                    .as(operation.id())
                    .filteredOn(parameter -> parameter.in() == Operation.Place.PATH)
                    .allMatch(Operation.Parameter::required)
                    .extracting(Operation.Parameter::name)
                    .containsExactlyInAnyOrderElementsOf(named.toList());
        }
    }

    @Test
    void everyListInABodySaysWhereItIs() {
        assertThat(all)
                .filteredOn(operation -> operation.paging() == Operation.Paging.BODY)
                .hasSizeGreaterThan(40)
                .allMatch(operation -> operation.items() != null);
    }

    @Test
    void noSchemaRefersElsewhere() throws IOException {
        assertThat(Files.readString(RESOURCES.resolve("operations.json")))
                .doesNotContain("\"$ref\":\"", "#/components", "readOnly");
    }

    @Test
    void everyExceptionHasItsOperationAndItsReason() throws IOException {
        var exceptions = file("operation-exceptions.json");
        for (var exception : exceptions.required("operations").properties()) {
            assertThat(operations.require(exception.getKey())).isNotNull();
        }
        assertThat(exceptions.valueStream().flatMap(JsonNode::valueStream))
                .allMatch(exception -> exception.size() > 1)
                .allMatch(exception -> exception.path("reason").asString("").endsWith("."));
    }

    @Test
    void whatIsTakenByHttpIsARead() {
        assertThat(all)
                .filteredOn(operation -> operation.http().equals("GET"))
                .allMatch(operation -> operation.facts().effect() == Effect.READ);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    listUsers,                    READ,    list,   false
                    getUser,                      READ,    get,    false
                    createUser,                   CHANGE,  create, false
                    createApplication,            CHANGE,  create, true
                    replaceCustomizedSignInPage,  CHANGE,  update, true
                    activateLogStream,            CHANGE,  custom, true
                    createTrustedOrigin,          CHANGE,  create, true
                    createOAuth2Claim,            CHANGE,  create, true
                    resolveTaskV2,                CHANGE,  custom, true
                    updateUser,                   CHANGE,  update, false
                    replaceUser,                  DESTROY, update, false
                    deleteUser,                   DESTROY, delete, false
                    deactivateUser,               DESTROY, custom, false
                    suspendUser,                  CHANGE,  custom, false
                    resetFactors,                 DESTROY, custom, false
                    revokeUserSessions,           DESTROY, delete, false
                    assignUserToGroup,            CHANGE,  update, false
                    unassignUserFromGroup,        CHANGE,  delete, false
                    unassignUserFromApplication,  DESTROY, delete, false
                    unassignApplicationFromGroup, DESTROY, delete, false
                    deleteGroup,                  DESTROY, delete, false
                    replacePolicy,                DESTROY, update, true
                    deactivateNetworkZone,        DESTROY, custom, false
                    assignRoleToUser,             CHANGE,  create, true
                    createOAuth2ClientSecret,     CHANGE,  create, true
                    getOAuth2ClientSecret,        READ,    get,    true
                    revokeApiToken,               DESTROY, delete, true
                    createPolicySimulation,       READ,    custom, false
                    listRoles,                    READ,    list,   false
                    revokePrincipalAccess,        DESTROY, custom, false
                    """)
    void judges(String id, Effect effect, String method, boolean sensitive) {
        var facts = operations.require(id).facts();

        assertThat(facts.effect()).isEqualTo(effect);
        assertThat(facts.method().name().toLowerCase(Locale.ROOT)).isEqualTo(method);
        assertThat(facts.sensitive()).isEqualTo(sensitive);
    }
}
