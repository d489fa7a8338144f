package dev.oktamcp.connection.web;

import dev.oktamcp.okta.Org;
import dev.oktamcp.okta.OrgCheck;
import dev.oktamcp.okta.OrgReport;
import dev.oktamcp.rest.RestException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Looks whether connections work, those that are there and those that are to be.
@Component
class ConnectionTrial {

    /// What was seen. What is null was not found out.
    ///
    /// @param identity the login of the API token's owner, or the app's client id
    /// @param scopes null where such credentials know none
    /// @param clockSkewMs how far Okta's clock is ahead of ours, to the second
    /// @param problem why it does not work, and the way on; null where it does
    /// @param notes what works, and may still surprise
    @JsonNaming(SnakeCaseStrategy.class)
    record Report(
            boolean ok,
            OrgView org,
            @Nullable String identity,
            @Nullable ScopesView scopes,
            @Nullable Long clockSkewMs,
            @Nullable Long latencyMs,
            @Nullable String problem,
            List<String> notes) {

        static Report of(OrgReport seen) {
            return new Report(
                    seen.good(),
                    new OrgView(seen.orgId(), seen.orgName(), seen.orgUrl()),
                    seen.identity(),
                    ScopesView.of(seen.grantedScopes(), seen.missingScopes()),
                    millis(seen.clockSkew()),
                    millis(seen.latency()),
                    seen.problem(),
                    seen.notes());
        }

        private static @Nullable Long millis(@Nullable Duration duration) {
            return duration == null ? null : duration.toMillis();
        }
    }

    record OrgView(@Nullable String id, @Nullable String name, String url) {}

    /// @param missing asked for and not granted
    record ScopesView(List<String> granted, List<String> missing) {

        static @Nullable ScopesView of(@Nullable Set<String> granted, Set<String> missing) {
            return granted == null
                    ? null
                    : new ScopesView(
                            List.copyOf(new TreeSet<>(granted)),
                            List.copyOf(new TreeSet<>(missing)));
        }
    }

    private final OrgCheck check;

    ConnectionTrial(OrgCheck check) {
        this.check = check;
    }

    Report of(Org org) {
        return Report.of(check.check(org));
    }

    /// @throws RestException 422 where new credentials do not work
    void require(ConnectionForm.Wanted wanted) {
        var credentials = wanted.credentials();
        if (credentials == null) {
            return;
        }
        var report = of(new Org(wanted.url(), credentials));
        if (!report.ok()) {
            throw RestException.unprocessable(
                            "These credentials do not work, and nothing was changed. %s"
                                    .formatted(report.problem()))
                    .with("field", "auth")
                    .with("test", report);
        }
    }
}
