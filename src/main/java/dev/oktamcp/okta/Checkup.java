package dev.oktamcp.okta;

import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.ToolException;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// One look at an org: first without credentials, so that none are shown to a host that is no org,
/// then with them.
final class Checkup {

    private static final int LONGEST = 200;

    /// Okta takes no proof (DPoP) that is older, and no assertion from the future.
    private static final Duration WORTH_A_NOTE = Duration.ofMinutes(1);

    /// A read of each area, by its scope: the first that was granted tells whether an admin role
    /// stands behind the app.
    private static final Map<String, String> PROBES = new LinkedHashMap<>();

    static {
        PROBES.put("okta.users", "listUsers");
        PROBES.put("okta.groups", "listGroups");
        PROBES.put("okta.apps", "listApplications");
        PROBES.put("okta.logs", "listLogEvents");
    }

    /// The operations that it reads by.
    static final Set<String> USES =
            Set.of(
                    "getWellknownOrgMetadata",
                    "getUser",
                    "getOrgSettings",
                    "listUsers",
                    "listGroups",
                    "listApplications",
                    "listLogEvents");

    private final Org org;
    private final CheckReads reads;
    private final TokenEndpoint endpoint;
    private final Set<String> missing = new TreeSet<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable String orgId;
    private @Nullable String orgName;
    private @Nullable String identity;
    private @Nullable Set<String> granted;

    Checkup(Org org, CheckReads reads, TokenEndpoint endpoint) {
        this.org = org;
        this.reads = reads;
        this.endpoint = endpoint;
    }

    /// @throws IllegalArgumentException where one of the operations is missing that it reads by
    static void requireAll(Operations operations) {
        USES.forEach(id -> operations.require(id, "The check of a connection"));
    }

    OrgReport report() {
        var problem = problem();
        noteClock();
        return new OrgReport(
                orgId,
                orgName,
                org.url().toString(),
                identity,
                granted,
                missing,
                reads.skew(),
                reads.latency(),
                problem,
                notes);
    }

    private @Nullable String problem() {
        try {
            var noOrg = lookAtOrg();
            return noOrg == null ? lookAtCredentials() : noOrg;
        } catch (TokenRefusedException e) {
            return TokenProblems.words(e, (Credentials.ServiceApp) org.credentials());
        } catch (ToolException e) {
            return OrgProblems.noAnswer(org.url(), e);
        }
    }

    private @Nullable String lookAtOrg() {
        var answer = reads.read("getWellknownOrgMetadata", Map.of(), CheckReads.Identity.NOBODY);
        var id = answer.text("/id");
        if (!answer.successful() || !id.matches("00o\\w{1,40}")) {
            return OrgProblems.noOrg(org.url(), answer);
        }
        orgId = id;
        return null;
    }

    private @Nullable String lookAtCredentials() {
        return switch (org.credentials()) {
            case Credentials.ApiToken(var token) -> lookAt(token);
            case Credentials.ServiceApp app -> lookAt(app);
        };
    }

    private @Nullable String lookAt(String apiToken) {
        CheckReads.Identity owner =
                (request, send) ->
                        send.apply(Map.of(HttpHeaders.AUTHORIZATION, "SSWS " + apiToken));
        var answer = reads.read("getUser", Map.of("id", "me"), owner);
        if (!answer.successful()) {
            return OrgProblems.apiToken(answer);
        }
        identity = PlainText.of(answer.text("/profile/login"), LONGEST);
        findName(owner);
        return null;
    }

    private @Nullable String lookAt(Credentials.ServiceApp app) {
        identity = app.clientId();
        var token = endpoint.token(org.url(), app, reads::timeLeft);
        granted = token.scopes();
        missing.addAll(app.scopes());
        missing.removeAll(granted);
        if (!missing.isEmpty()) {
            notes.add(OrgProblems.notGranted(missing));
        }
        CheckReads.Identity client = (request, send) -> TokenUse.send(token, request, send);
        if (reaches("okta.orgs")) {
            findName(client);
        }
        return probe(client);
    }

    private boolean reaches(String area) {
        return granted != null
                && (granted.contains(area + ".read") || granted.contains(area + ".manage"));
    }

    private void findName(CheckReads.Identity as) {
        var name = reads.read("getOrgSettings", Map.of(), as).text("/companyName");
        orgName = name.isBlank() ? null : PlainText.of(name, LONGEST);
    }

    private @Nullable String probe(CheckReads.Identity client) {
        var probe = PROBES.entrySet().stream().filter(entry -> reaches(entry.getKey())).findFirst();
        if (probe.isEmpty()) {
            return null;
        }
        var operation = probe.get().getValue();
        var answer = reads.read(operation, Map.of("limit", 1), client);
        if (answer.status() == 401) {
            return OrgProblems.tokenNotTaken(answer);
        }
        if (answer.status() == 403) {
            notes.add(OrgProblems.noRole(operation));
        }
        return null;
    }

    private void noteClock() {
        var skew = reads.skew();
        if (skew != null && skew.abs().compareTo(WORTH_A_NOTE) > 0) {
            notes.add(OrgProblems.clock(skew));
        }
    }
}
