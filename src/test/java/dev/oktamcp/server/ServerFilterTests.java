package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.tool.CredentialKind;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Method;
import dev.oktamcp.tool.OperationFacts;
import dev.oktamcp.tool.ToolDefinition;
import dev.oktamcp.tool.ToolFilter.Cause;
import dev.oktamcp.tool.Toolset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.node.JsonNodeFactory;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

class ServerFilterTests {

    private static final Set<CredentialKind> ANY = EnumSet.allOf(CredentialKind.class);

    private static OperationFacts operation(Method method, Effect effect, String... tags) {
        return new OperationFacts("op", effect, false, method, Set.of(tags), Set.of(), ANY);
    }

    private static ServerFilter filter(Filter filter) {
        return new ServerFilter(Config.of(filter), Set.of(), CredentialKind.API_TOKEN, null);
    }

    private static ToolDefinition tool(OperationFacts... requires) {
        var schema = JsonNodeFactory.instance.objectNode();
        return new ToolDefinition(
                "a_tool",
                "A",
                "A.",
                Toolset.USERS,
                Effect.DESTROY,
                List.of(requires),
                List.of(),
                Exposure.CORE,
                schema,
                null);
    }

    @ParameterizedTest
    @CsvSource({
        "read,   LIST,   READ,    true",
        "read,   GET,    READ,    true",
        "read,   CUSTOM, READ,    true",
        "read,   CUSTOM, CHANGE,  false",
        "read,   UPDATE, CHANGE,  false",
        "write,  CREATE, CHANGE,  true",
        "write,  UPDATE, CHANGE,  true",
        "write,  DELETE, DESTROY, true",
        "write,  CUSTOM, CHANGE,  false",
        "write,  LIST,   READ,    false",
        "custom, CUSTOM, DESTROY, true",
        "custom, UPDATE, CHANGE,  false",
        "list,   LIST,   READ,    true",
        "list,   GET,    READ,    false",
        "delete, DELETE, DESTROY, true",
        "READ,   GET,    READ,    true"
    })
    void aMethodAllowsItsOperations(String word, Method method, Effect effect, boolean allowed) {
        var refused = filter(Filter.ofMethods(word)).refuses(operation(method, effect, "users"));

        assertThat(refused.isEmpty()).isEqualTo(allowed);
    }

    @Test
    void tagsAllowWhatSharesOneAndIgnoreCase() {
        var users =
                filter(
                        new Filter(
                                Set.of("read"),
                                Set.of("USERS", "Logs"),
                                Set.of(),
                                Set.of(),
                                Set.of()));

        assertThat(users.refuses(operation(Method.GET, Effect.READ, "users", "user"))).isEmpty();
        assertThat(users.refuses(operation(Method.GET, Effect.READ, "groups"))).hasValue(Cause.TAG);
    }

    @Test
    void aCredentialThatOktaDoesNotTakeRefuses() {
        var oauthOnly =
                new OperationFacts(
                        "op",
                        Effect.READ,
                        false,
                        Method.GET,
                        Set.of(),
                        Set.of(),
                        Set.of(CredentialKind.OAUTH));

        assertThat(filter(Filter.ofMethods("read")).refuses(oauthOnly)).hasValue(Cause.CREDENTIAL);
    }

    @Test
    void allScopesAreNeededAndManageIsReadToo() {
        var needs =
                new OperationFacts(
                        "op",
                        Effect.READ,
                        false,
                        Method.GET,
                        Set.of(),
                        Set.of("okta.apps.read", "okta.groups.read"),
                        ANY);
        var read = Filter.ofMethods("read");

        assertThat(withScopes(read, "okta.apps.read", "okta.groups.read").refuses(needs)).isEmpty();
        assertThat(withScopes(read, "okta.apps.manage", "okta.groups.read").refuses(needs))
                .isEmpty();
        assertThat(withScopes(read, "okta.apps.read").refuses(needs)).hasValue(Cause.SCOPE);
        assertThat(withScopes(read).refuses(needs)).hasValue(Cause.SCOPE);
        assertThat(filter(read).refuses(needs)).isEmpty();
    }

    private static ServerFilter withScopes(Filter filter, String... scopes) {
        return new ServerFilter(Config.of(filter), Set.of(), CredentialKind.OAUTH, Set.of(scopes));
    }

    @Test
    void anExcludedOperationHidesEveryToolThatRequiresIt() {
        var filter = filter(new Filter(Set.of("read"), Set.of(), Set.of(), Set.of("op"), Set.of()));

        assertThat(filter.hides(tool(operation(Method.GET, Effect.READ)))).hasValue(Cause.EXCLUDED);
    }

    @Test
    void includeOnlyNarrows() {
        var named =
                filter(new Filter(Set.of("read"), Set.of(), Set.of("a_tool"), Set.of(), Set.of()));
        var other =
                filter(new Filter(Set.of("read"), Set.of(), Set.of("another"), Set.of(), Set.of()));

        assertThat(named.hides(tool(operation(Method.GET, Effect.READ)))).isEmpty();
        assertThat(named.hides(tool(operation(Method.UPDATE, Effect.CHANGE))))
                .hasValue(Cause.METHOD);
        assertThat(other.hides(tool(operation(Method.GET, Effect.READ))))
                .hasValue(Cause.NOT_INCLUDED);
    }

    @Test
    void excludeWinsOverInclude() {
        var filter =
                filter(
                        new Filter(
                                Set.of("read"),
                                Set.of(),
                                Set.of("a_tool"),
                                Set.of("a_tool"),
                                Set.of()));

        assertThat(filter.hides(tool(operation(Method.GET, Effect.READ)))).hasValue(Cause.EXCLUDED);
    }
}
