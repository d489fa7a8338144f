package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/// Why somebody has an app, or has not.
///
/// @param hasApp whether the app is assigned, in whatever way
/// @param direct whether it is assigned to the person
/// @param throughGroups the person's groups that have it
/// @param otherGroups where the person has not got it, groups that would give it
/// @param stoppedBy what keeps the person from using it although it is assigned
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessExplanation(
        ObjectNode user,
        App app,
        @JsonProperty("has_app") boolean hasApp,
        String summary,
        boolean direct,
        @JsonProperty("through_groups") List<Source> throughGroups,
        @JsonProperty("other_groups") @Nullable Excerpt<Source> otherGroups,
        @JsonProperty("stopped_by") List<String> stoppedBy,
        @Nullable Assignment assignment,
        @JsonProperty("left_out") List<LeftOut> leftOut) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record App(
            String id,
            @Nullable String label,
            @Nullable String status,
            @Nullable String signOnMode) {

        static App of(JsonNode app) {
            return new App(
                    Belongings.idOf(app),
                    LogEvent.text(app, "/label"),
                    LogEvent.text(app, "/status"),
                    LogEvent.text(app, "/signOnMode"));
        }
    }

    /// A group that has the app.
    ///
    /// @param rules those that put people into the group; whether one takes this person is Okta's
    ///   to say
    record Source(Belongings.Group group, List<GroupRuleIndex.Rule> rules) {}

    /// @param scope USER for one that somebody made for the person, GROUP for one that came through
    ///   a group
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Assignment(
            @Nullable String scope,
            @Nullable String status,
            @Nullable String created,
            @Nullable String lastUpdated) {

        static Assignment of(JsonNode assigned) {
            return new Assignment(
                    LogEvent.text(assigned, "/scope"),
                    LogEvent.text(assigned, "/status"),
                    LogEvent.text(assigned, "/created"),
                    LogEvent.text(assigned, "/lastUpdated"));
        }
    }

    /// @param groups how many are known that would give the app
    /// @param complete whether there are no others
    static String hasNot(int groups, boolean complete) {
        var has = "The app is not assigned to this user, neither directly nor through a group. ";
        if (groups > 0) {
            return has + "add_user_to_group with one of other_groups would give it.";
        }
        return has
                + (complete
                        ? "No group has it; assign_user_to_application would give it."
                        : "Which groups have it could not be read, as left_out says.");
    }

    static String has(boolean direct, int groups) {
        var by = new ArrayList<String>();
        if (direct) {
            by.add("directly");
        }
        if (groups > 0) {
            by.add("through %d group%s".formatted(groups, groups == 1 ? "" : "s"));
        }
        return by.isEmpty()
                ? "The app is assigned to this user through a group that could not be told."
                : "The app is assigned to this user %s.".formatted(String.join(" and ", by))
                        + (by.size() == 2 ? " Taking one away leaves the other." : "");
    }

    static List<String> stoppedBy(JsonNode user, App app) {
        var stopped = new ArrayList<String>();
        var status = user.path("status").asString("");
        if (!"ACTIVE".equals(status)) {
            stopped.add("The user is %s; explain_sign_in_failure says more.".formatted(status));
        }
        if (app.status() != null && !"ACTIVE".equals(app.status())) {
            stopped.add("The app is %s.".formatted(app.status()));
        }
        return stopped;
    }
}
