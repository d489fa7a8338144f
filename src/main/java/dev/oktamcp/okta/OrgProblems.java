package dev.oktamcp.okta;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.ToolException;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collection;

import javax.net.ssl.SSLException;

/// What is wrong with an org or with credentials for it, for the person who gave them: the cause
/// and the way on.
final class OrgProblems {

    private static final int LONGEST = 300;

    private OrgProblems() {}

    static String noAnswer(OrgUrl org, ToolException e) {
        if (e.failure().code() == FailureCode.TIMEOUT) {
            return "%s did not answer in time. Try again; where that stays so, check the address and the network."
                    .formatted(org);
        }
        if (e.failure().code() == FailureCode.TOO_LARGE) {
            return noOrg(org, "its answer is too large");
        }
        if (e.getCause() == null) {
            return e.failure().message();
        }
        return unreachable(org, e);
    }

    private static String unreachable(OrgUrl org, Throwable e) {
        if (LostAnswers.caused(e, UnknownHostException.class)) {
            return "There is no host of the address %s. Check its spelling, and the name server of this machine."
                    .formatted(org);
        }
        if (LostAnswers.caused(e, SSLException.class)) {
            return "%s can't be trusted: no safe connection came about. Check the address, and proxies that open TLS: their certificate has to be in the Java trust store."
                    .formatted(org);
        }
        return LostAnswers.caused(e, ConnectException.class)
                ? "Nobody answers at %s. Check the address, the network, and whether a proxy is needed."
                        .formatted(org)
                : "%s can't be reached, or broke off. Check the address and the network, or try again later."
                        .formatted(org);
    }

    static String noOrg(OrgUrl org, CheckReads.Answer answer) {
        if (answer.status() == 429 || answer.status() >= 500) {
            return "%s has trouble now: HTTP %d. Try again later.".formatted(org, answer.status());
        }
        return noOrg(
                org,
                answer.status() >= 300 && answer.status() < 400
                        ? "it sends elsewhere (HTTP %d), and redirects are not followed"
                                .formatted(answer.status())
                        : "it does not tell of one (HTTP %d)".formatted(answer.status()));
    }

    private static String noOrg(OrgUrl org, String why) {
        return "%s is no Okta org: %s. Give the org's own address, such as https://example.okta.com, or its custom domain."
                .formatted(org, why);
    }

    static String apiToken(CheckReads.Answer answer) {
        return switch (answer.status()) {
            case 401 ->
                    "Okta does not take the API token%s. It is mistyped, of another org, revoked, or was not used for 30 days; or its owner was deactivated. Make a new one in the Admin Console under Security, API, Tokens."
                            .formatted(said(answer));
            case 403 ->
                    "Okta takes the API token from here for nothing%s. It may be limited to a network zone that this machine is not in."
                            .formatted(said(answer));
            default ->
                    "Okta did not say whose the API token is: HTTP %d%s. Try again later."
                            .formatted(answer.status(), said(answer));
        };
    }

    static String tokenNotTaken(CheckReads.Answer answer) {
        return "Okta gave the app a token and does not take it%s. Check the app's settings in the Admin Console, and this machine's clock."
                .formatted(said(answer));
    }

    static String noRole(String operation) {
        return "No admin role lets the app do what its scopes allow (%s was refused): calls will fail. Assign one on the app's Admin roles tab in the Admin Console."
                .formatted(operation);
    }

    static String notGranted(Collection<String> scopes) {
        return "Okta does not grant the app %s: tools that need it are hidden. Grant it on the app's Okta API Scopes tab in the Admin Console."
                .formatted(String.join(", ", scopes));
    }

    /// @param skew how far Okta's clock is ahead of ours
    static String clock(Duration skew) {
        return "This machine's clock is %d seconds %s Okta's, so that signed requests may be refused. Set it by a time server."
                .formatted(skew.abs().toSeconds(), skew.isNegative() ? "ahead of" : "behind");
    }

    private static String said(CheckReads.Answer answer) {
        var code = PlainText.of(answer.text("/errorCode"), LONGEST);
        return code.isEmpty() ? "" : " (" + code + ")";
    }
}
