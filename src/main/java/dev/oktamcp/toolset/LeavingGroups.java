package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;
import dev.oktamcp.tool.Tried;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The step of a plan that takes a person out of groups.
@Component
final class LeavingGroups {

    static final String OPERATION = "unassignUserFromGroup";

    /// Of the step.
    static final String NAME = "groups";

    private static final String ALL = "Takes the user out of all groups made in Okta.";
    private static final int LONGEST = 100;

    /// As many as a line of a question has room for.
    private static final int ON_A_LINE = 10;

    /// What is left then is told within the time of the call.
    private static final Duration TIME = Duration.ofSeconds(25);

    private final OktaClient okta;
    private final Belongings belongings;

    LeavingGroups(OktaClient okta, Belongings belongings) {
        this.okta = okta;
        this.belongings = belongings;
    }

    PlanStep of(JsonNode user) {
        if (!okta.allows(Belongings.GROUPS)) {
            return PlanStep.notAllowed(NAME, ALL, Belongings.GROUPS);
        }
        var userId = Belongings.idOf(user);
        var groups = Tried.of(() -> madeInOkta(userId));
        var failure = groups.failure();
        if (failure != null) {
            return PlanStep.notPossible(NAME, ALL, unread(failure));
        }
        return of(userId, groups.value() == null ? List.of() : groups.value());
    }

    private static String unread(ToolResult.Failure failure) {
        return "They could not be read (%s, %s). Call again for them, or set keep_groups to true."
                .formatted(Belongings.GROUPS, failure.code());
    }

    /// Imported groups take members from their source, and in Everyone everybody is.
    private List<Belongings.Group> madeInOkta(String userId) {
        return belongings.groups(userId).stream()
                .filter(group -> "OKTA_GROUP".equals(group.type()))
                .toList();
    }

    private PlanStep of(String userId, List<Belongings.Group> groups) {
        if (groups.isEmpty()) {
            return PlanStep.notNeeded(NAME, ALL, "The user is in none.");
        }
        var count = groups.size() == 1 ? "1 group" : groups.size() + " groups";
        var says = "Takes the user out of %s:".formatted(count);
        return okta.allows(OPERATION)
                ? PlanStep.of(NAME, lines(says, groups), () -> leave(groups, userId))
                : PlanStep.notAllowed(NAME, ALL, OPERATION);
    }

    /// Every one: a yes is for these and no others.
    private static List<String> lines(String first, List<Belongings.Group> groups) {
        var lines = new ArrayList<String>();
        for (int from = 0; from < groups.size(); from += ON_A_LINE) {
            var some = groups.subList(from, Math.min(from + ON_A_LINE, groups.size()));
            var names = some.stream().map(LeavingGroups::named).collect(Collectors.joining(", "));
            lines.add(from == 0 ? first + " " + names : names);
        }
        return lines;
    }

    private static String named(Belongings.Group group) {
        return "%s (%s)".formatted(PlainText.of(group.name() + "", LONGEST), group.id());
    }

    /// One that Okta keeps the user in, as by a rule, is told and the others are left.
    ///
    /// @throws ToolException where it was not all of them
    private String leave(List<Belongings.Group> groups, String userId) {
        var progress = new Progress();
        var until = System.nanoTime() + TIME.toNanos();
        for (var group : groups) {
            if (System.nanoTime() > until) {
                progress.not.add("There was no time for the rest: call again.");
                break;
            }
            if (!progress.leaves(group, userId)) {
                break;
            }
        }
        return progress.result(groups.size());
    }

    /// How far it came.
    private final class Progress {

        private final List<String> not = new ArrayList<>();
        private int left;

        /// Whether the next one is worth a try.
        ///
        /// @throws ToolException where the call had ended before anything was tried
        private boolean leaves(Belongings.Group group, String userId) {
            try {
                okta.call(OPERATION, Map.of("groupId", group.id(), "userId", userId));
                left++;
                return true;
            } catch (ToolException e) {
                var ended = e.failure().code() == FailureCode.CANCELLED;
                if (ended && left == 0 && not.isEmpty()) {
                    throw e;
                }
                var why = "%s: %s".formatted(group.id(), e.failure().message());
                not.add(ended ? "The call ended here." : why);
                return !ended;
            }
        }

        private String result(int all) {
            var done = "The user is out of %d of %d groups.".formatted(left, all);
            if (not.isEmpty()) {
                return done;
            }
            throw new ToolException(
                    ToolResult.Failure.of(
                            FailureCode.OKTA_ERROR, done + " " + String.join(" ", not)));
        }
    }
}
