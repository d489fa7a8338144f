package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Why a person can't get in.
@ToolsOf(Toolset.WORKFLOWS)
final class SignInFailureTools {

    private static final String BLOCKS = "listUserBlocks";
    private static final String USUAL = "last 7 days";
    private static final int MOST_EVENTS = 1000;

    private final OktaClient okta;
    private final People people;
    private final Belongings belongings;
    private final LogReader log;
    private final NextSteps steps;

    SignInFailureTools(
            OktaClient okta, People people, Belongings belongings, LogReader log, NextSteps steps) {
        this.okta = okta;
        this.people = people;
        this.belongings = belongings;
        this.log = log;
        this.steps = steps;
    }

    /// @param findings what keeps the person out: what the account says first, then what its
    ///   failures say
    /// @param failures null where the log could not be read
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Explanation(
            ObjectNode user,
            List<Finding> findings,
            FailedSignIns.@Nullable Summary failures,
            @Nullable List<Belongings.Factor> factors,
            @JsonProperty("left_out") List<LeftOut> leftOut) {}

    private record Read(FailedSignIns failed, FailedSignIns.Summary summary) {}

    @ReadTool(
            name = "explain_sign_in_failure",
            title = "Explain sign-in failure",
            uses = People.BY_ID,
            optional = {People.BY_NAME, LogReader.OPERATION, Belongings.FACTORS, BLOCKS},
            description =
                    "Returns why a user can't sign in, in words a help desk can act on: what the"
                        + " account's status, lock, password and factors say, and what the failed"
                        + " sign-ins of the last 7 days, or since the time given, say, with the"
                        + " tool that mends each. Changes nothing. For many users at once, use"
                        + " get_login_failures; for a suspected break-in, user_incident_summary.")
    Explanation explainSignInFailure(
            @McpToolParam(description = People.ONE) String user,
            @McpToolParam(description = LogWindow.SINCE) @Nullable String since,
            ToolCall call) {
        var window = log.window(since == null ? USUAL : since, null, null).bounded();
        return explained(people.one(user, call), window, call);
    }

    private Explanation explained(JsonNode user, LogWindow window, ToolCall call) {
        var id = Belongings.idOf(user);
        var parts = new Parts(okta);
        var failures = parts.add("failures", () -> failures(user, window), LogReader.OPERATION);
        var factors = belongings.factors(parts, user);
        var blocks = parts.add("blocks", () -> blocks(id), BLOCKS);
        parts.read();
        var account = new AccountFindings(steps, call, user);
        account.status().source().blocks(blocks.value()).factors(factors.value());
        var read = failures.value();
        return new Explanation(
                UserBrief.of(user),
                findings(account.found(), read, user, call),
                read == null ? null : read.summary(),
                factors.value(),
                parts.leftOut());
    }

    private Read failures(JsonNode user, LogWindow window) {
        var login = user.path("profile").path("login").asString("");
        var types = List.of(LogFilter.type(SignIns.TYPES), SignInProblem.alsoOf());
        var byUser =
                LogFilter.any(
                        List.of(
                                LogFilter.is("actor.id", Belongings.idOf(user)),
                                LogFilter.is("actor.alternateId", login)));
        var filter = LogFilter.all(LogFilter.any(types), SignIns.FAILED, byUser);
        var failed = new FailedSignIns();
        var rest = log.latest(window, filter, null, MOST_EVENTS, failed::add);
        return new Read(failed, failed.summary(window, rest.hasMore()));
    }

    private List<String> blocks(String userId) {
        return okta.answer(BLOCKS, Map.of("id", userId))
                .valueStream()
                .map(block -> block.path("appliesTo").asString(""))
                .toList();
    }

    private List<Finding> findings(
            List<Finding> ofAccount, @Nullable Read read, JsonNode user, ToolCall call) {
        var findings = new ArrayList<>(ofAccount);
        if (read != null) {
            read.failed()
                    .problems()
                    .forEach((problem, times) -> findings.add(finding(problem, times, user, call)));
            signedInSince(user, read.failed().latest(), findings);
        }
        if (findings.stream().allMatch(each -> each.code().equals(AccountFindings.NO_FACTOR))) {
            findings.add(read == null ? unread() : nothing());
        }
        return findings;
    }

    private static Finding unread() {
        var says =
                "The account is in order; its failed sign-ins could not be read, as left_out says.";
        return new Finding("NOTHING_FOUND", says, null, null);
    }

    private static Finding nothing() {
        var says =
                "The account is in order and Okta saw no failed sign-in of it in this time. Ask for"
                        + " the exact time, address and login that was typed; the attempt may have"
                        + " gone to another org, or the fault be the app's own.";
        return new Finding("NOTHING_FOUND", says, null, null);
    }

    /// Okta's times are all in the same form, in UTC.
    private static void signedInSince(
            JsonNode user, @Nullable String latest, List<Finding> findings) {
        var lastLogin = LogEvent.text(user, "/lastLogin");
        if (latest != null && lastLogin != null && lastLogin.compareTo(latest) > 0) {
            var says =
                    "The user has signed in to Okta since the last failure, at %s."
                            .formatted(lastLogin);
            findings.add(new Finding("SIGNED_IN_SINCE", says, null, null));
        }
    }

    private Finding finding(SignInProblem problem, int times, JsonNode user, ToolCall call) {
        var tool = problem.tool();
        return new Finding(
                problem.name(),
                problem.says(),
                times,
                tool == null ? null : steps.step(call, tool, arguments(tool, user), null));
    }

    private static Map<String, Object> arguments(String tool, JsonNode user) {
        var whom = tool.startsWith("explain_") || tool.startsWith("user_") ? "user" : "user_id";
        return Map.of(whom, Belongings.idOf(user));
    }
}
