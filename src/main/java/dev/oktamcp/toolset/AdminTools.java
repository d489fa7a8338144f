package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who may administer the org, and how well they are protected.
@ToolsOf(Toolset.WORKFLOWS)
final class AdminTools {

    private static final String ADMINS = "listUsersWithRoleAssignments";

    /// No operation lists groups with roles; one group at a time can be asked.
    private static final String NOT_SAID =
            "Okta does not say whether this list has users whose only role comes through a group.";

    /// Three requests for each of them.
    private static final int AT_ONCE = 20;

    /// Factors that a forged sign-in page can't pass on.
    private static final Set<String> PHISHING_RESISTANT = Set.of("webauthn", "u2f", "signed_nonce");

    /// What takes no further device; a recovery question is no second factor.
    private static final Set<String> NO_FACTOR = Set.of("question", "email");

    private final OktaClient okta;
    private final Belongings belongings;

    AdminTools(OktaClient okta, Belongings belongings) {
        this.okta = okta;
        this.belongings = belongings;
    }

    /// How well an administrator is protected.
    enum Mfa {
        /// No factor at all, or only email and a question.
        NONE,
        SET_UP,
        PHISHING_RESISTANT,
        /// The factors could not be read.
        UNKNOWN
    }

    /// @param factors types of those that are active
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Admin(
            ObjectNode user,
            @Nullable List<Belongings.Role> roles,
            Mfa mfa,
            @Nullable List<String> factors) {}

    /// @param byMfa how many of these administrators have which protection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Admins(
            List<Admin> admins,
            @JsonProperty("by_mfa") Map<Mfa, Integer> byMfa,
            @JsonProperty("next_cursor") @Nullable String nextCursor,
            @JsonProperty("has_more") boolean hasMore,
            String note,
            @JsonProperty("left_out") List<LeftOut> leftOut) {}

    private record Reading(
            String id,
            Part<ObjectNode> user,
            Part<List<Belongings.Role>> roles,
            Part<List<Belongings.Factor>> factors) {

        Admin admin() {
            var found = user.value();
            var active = active(factors.value());
            var who = found == null ? UserBrief.unread(id) : UserBrief.of(found);
            return new Admin(who, roles.value(), mfa(active), active);
        }
    }

    @ReadTool(
            name = "list_admins",
            title = "List admins",
            uses = ADMINS,
            optional = {People.BY_ID, Belongings.ROLES, Belongings.FACTORS},
            description =
                    "Returns the users whom Okta lists as having an admin role, 20 at a time: who"
                        + " they are, last sign-in, their roles, and whether they have MFA set up:"
                        + " NONE (nothing, or email and questions alone), SET_UP, or"
                        + " PHISHING_RESISTANT. by_mfa counts. Does not return service apps with"
                        + " roles, nor which groups or apps a role is for. Okta does not say"
                        + " whether it lists who has a role through a group alone; list_group_roles"
                        + " tells of one group.")
    Admins listAdmins(
            @McpToolParam(
                            description =
                                    "Whether only those whose mfa is NONE are returned, for example"
                                            + " true; false unless given. by_mfa counts all")
                    @Nullable Boolean withoutMfa,
            @McpToolParam(description = LogWindow.CURSOR) @Nullable String cursor) {
        var ids = new ArrayList<String>();
        var rest =
                okta.each(
                        ADMINS,
                        Map.of(),
                        cursor,
                        AT_ONCE,
                        admin -> ids.add(Belongings.idOf(admin)));
        var parts = new Parts(okta);
        var readings = ids.stream().map(id -> reading(parts, id)).toList();
        parts.read();
        var admins = readings.stream().map(Reading::admin).toList();
        var shown =
                admins.stream()
                        .filter(admin ->
                                !Boolean.TRUE.equals(withoutMfa) || admin.mfa() == Mfa.NONE)
                        .toList();
        return new Admins(
                shown,
                byMfa(admins),
                rest.nextCursor(),
                rest.hasMore(),
                NOT_SAID,
                parts.leftOut().stream().distinct().toList());
    }

    private Reading reading(Parts parts, String id) {
        return new Reading(
                id,
                parts.add("user", () -> okta.call(People.BY_ID, Map.of("id", id)), People.BY_ID),
                parts.add("roles", () -> belongings.roles(id), Belongings.ROLES),
                parts.add("mfa", () -> belongings.factors(id), Belongings.FACTORS));
    }

    private static @Nullable List<String> active(@Nullable List<Belongings.Factor> factors) {
        return factors == null
                ? null
                : factors.stream()
                        .filter(Belongings.Factor::isActive)
                        .map(Belongings.Factor::factorType)
                        .toList();
    }

    private static Mfa mfa(@Nullable List<String> factors) {
        if (factors == null) {
            return Mfa.UNKNOWN;
        }
        if (factors.stream().anyMatch(PHISHING_RESISTANT::contains)) {
            return Mfa.PHISHING_RESISTANT;
        }
        return NO_FACTOR.containsAll(factors) ? Mfa.NONE : Mfa.SET_UP;
    }

    private static Map<Mfa, Integer> byMfa(List<Admin> admins) {
        var counts = new EnumMap<Mfa, Integer>(Mfa.class);
        admins.forEach(admin -> counts.merge(admin.mfa(), 1, Integer::sum));
        return counts;
    }
}
