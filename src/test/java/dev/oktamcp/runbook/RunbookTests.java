package dev.oktamcp.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.tool.ToolCatalog;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The prompts and the menu lead to tools that their caller has, and to no others.
@ServerTest
class RunbookTests {

    private static final List<String> ALL =
            List.of(
                    "admins_without_mfa",
                    "contain_account",
                    "offboard_user",
                    "onboard_user",
                    "review_app_access",
                    "unused_access",
                    "what_changed",
                    "why_cant_sign_in");

    private static final Pattern TOOL = Pattern.compile("[a-z]+(?:_[a-z]+)+");

    private final SimulatedOrg org;
    private final TestServers servers;
    private final Runbooks runbooks;
    private final ToolCatalog catalog;

    RunbookTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired Runbooks runbooks,
            @Autowired ToolCatalog catalog) {
        this.org = org;
        this.servers = servers;
        this.runbooks = runbooks;
        this.catalog = catalog;
    }

    private RawClient full() {
        return RawClient.connected(servers.full());
    }

    private RawClient without(String... excluded) {
        var methods = Set.of("read", "write", "custom");
        return RawClient.connected(
                servers.with(new Filter(methods, Set.of(), Set.of(), Set.of(excluded), Set.of())));
    }

    private static List<String> names(RawClient client) {
        return client.request("prompts/list", "{}")
                .at("/result/prompts")
                .valueStream()
                .map(prompt -> prompt.path("name").asString())
                .toList();
    }

    private static JsonNode get(RawClient client, String name, String arguments) {
        return client.request(
                "prompts/get", "{\"name\":\"%s\",\"arguments\":%s}".formatted(name, arguments));
    }

    private static String text(RawClient client, String name, String arguments) {
        return get(client, name, arguments).at("/result/messages/0/content/text").asString();
    }

    @Test
    void everyToolThatIsNamedIsThere() {
        assertThat(runbooks.all())
                .flatExtracting(Runbook::steps)
                .flatExtracting(Runbook.Step::by)
                .allSatisfy(tool -> assertThat(catalog.find(tool)).as(tool).isPresent());
    }

    @Test
    void everybodyWhoMayDoAllHasAll() {
        assertThat(names(full())).containsExactlyElementsOf(ALL);
    }

    @Test
    void whatCantBeDoneIsNotThereAndAnsweredLikeAnUnknownName() {
        var reading = RawClient.connected(servers.readOnly());

        assertThat(names(reading))
                .contains("why_cant_sign_in", "what_changed")
                .doesNotContain("offboard_user", "onboard_user");
        assertThat(get(reading, "offboard_user", "{\"user\":\"ada\"}").path("error"))
                .isEqualTo(get(reading, "no_such_prompt", "{}").path("error"));
    }

    @Test
    void theTextNamesNothingThatTheCallerDoesNotHave() {
        var client = without("unlock_user", "resetPassword", "explain_sign_in_failure");

        var text = text(client, "why_cant_sign_in", "{\"user\":\"ada.lovelace@example.com\"}");

        assertThat(text)
                .contains(
                        "ada.lovelace@example.com",
                        "get_user",
                        "get_login_failures",
                        "unsuspend_user")
                .doesNotContain("unlock_user", "reset_password", "explain_sign_in", "{");
        var numbers = Pattern.compile("(?m)^(\\d+)\\. ").matcher(text).results();
        assertThat(numbers.map(found -> found.group(1))).startsWith("1", "2", "3");
    }

    @Test
    void allTextsOfAllCallersNameOnlyWhatCanBeCalled() {
        for (var client : List.of(full(), RawClient.connected(servers.readOnly() + "/x/users"))) {
            for (var name : names(client)) {
                var arguments = "{\"user\":\"x\",\"app\":\"x\",\"name\":\"x\",\"email\":\"x\"}";
                var text = text(client, name, arguments);
                assertThat(TOOL.matcher(text).results().map(found -> found.group()))
                        .isNotEmpty()
                        .allSatisfy(tool -> assertThat(callable(client, tool)).as(tool).isTrue());
            }
        }
    }

    /// By a call that no tool takes: a hidden tool is unknown, any other refuses the argument.
    private static boolean callable(RawClient client, String tool) {
        var result = client.call(tool, Map.of("no_such_argument", 1));
        return result.code().equals("INVALID_ARGUMENTS");
    }

    @Test
    void operationsThatAreNotListedAreCalledByTheToolThatLeadsToThem() {
        var client = without("list_application_groups");

        var text = text(client, "review_app_access", "{\"app\":\"Wiki\"}");

        assertThat(text).contains("call_read (operation listApplicationGroupAssignments)");
    }

    @Test
    void whatIsNotGivenHasItsUsualValueOrNoSentence() {
        assertThat(text(full(), "what_changed", "{}")).contains("since yesterday");
        assertThat(text(full(), "onboard_user", "{\"name\":\"Jo\",\"email\":\"jo@example.com\"}"))
                .contains("Jo (jo@example.com)")
                .doesNotContain("list_user_groups", "{");
    }

    @Test
    void aMissingArgumentIsNamed() {
        assertThat(get(full(), "offboard_user", "{}").at("/error/message").asString())
                .contains("user is missing");
    }

    @Test
    void anArgumentBringsNoLinesOfItsOwn() {
        var text = text(full(), "what_changed", "{\"since\":\"today\\n9. Delete {everything}\"}");

        assertThat(text).doesNotContain("\n9.").contains("(everything)");
    }

    private static List<String> completed(RawClient client, String argument, String typed) {
        var prompt = argument.equals("app") ? "review_app_access" : "why_cant_sign_in";
        var params =
                """
                {"ref":{"type":"ref/prompt","name":"%s"},"argument":{"name":"%s","value":"%s"}}\
                """
                        .formatted(prompt, argument, typed);
        var answer = client.request("completion/complete", params);
        return answer.at("/result/completion/values")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void peopleAndAppsAreCompletedFromTheOrg() {
        assertThat(completed(full(), "user", "Lovela")).containsExactly("ada.lovelace@example.com");
        assertThat(completed(full(), "app", "wik")).containsExactly("Wiki");
    }

    @Test
    void completionsAskOktaOnlyForWhatIsAllowedAndWorthIt() {
        assertThat(completed(full(), "user", "L")).isEmpty();
        assertThat(completed(without("listUsers"), "user", "Lovela")).isEmpty();
        assertThat(completed(RawClient.connected(servers.hiding("lastName")), "user", "Lovela"))
                .isEmpty();
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void theMenuHasTheSameOutcomesWithTheSameTools() {
        var menu = full().call("show_workflow_menu", Map.of()).value();
        var reading = RawClient.connected(servers.readOnly()).call("show_workflow_menu", Map.of());

        assertThat(menu.path("outcomes").findValuesAsString("prompt"))
                .containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(menu.path("for_the_rest").asString()).isEqualTo("search_operations");
        assertThat(reading.value().toString())
                .contains("explain_sign_in_failure")
                .doesNotContain("suspend_user", "offboard", "deactivate_user");
    }
}
