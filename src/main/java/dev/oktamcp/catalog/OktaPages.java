package dev.oktamcp.catalog;

import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.OrgUrl;
import dev.oktamcp.tool.HiddenFields;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.Toolset;

import tools.jackson.databind.JsonNode;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a human sees what is told of: in the org's Admin Console, and in Okta's API reference.
///
/// @param console its address, without a slash at the end
record OktaPages(String console) {

    private static final String REFERENCE = "https://developer.okta.com/docs/api/";

    static OktaPages of(ToolCall call) {
        return new OktaPages(OrgUrl.adminConsole(call.caller().server().orgUrl()));
    }

    String user(String id) {
        return console + "/admin/user/profile/view/" + id;
    }

    String group(String id) {
        return console + "/admin/group/" + id;
    }

    /// By its kind, such as `oidc_client`, and its id.
    String app(JsonNode app) {
        return "%s/admin/app/%s/instance/%s/"
                .formatted(console, app.path("name").asString(""), app.path("id").asString(""));
    }

    /// ASSUMPTION: where Okta's tag is an abbreviation, its capitals are not known here; the
    /// reference then opens without going to the operation.
    static String operation(Operation operation) {
        var document =
                switch (operation.api()) {
                    case MANAGEMENT -> "openapi/okta-management/management";
                    case GOVERNANCE -> "iga/openapi/governance.api";
                };
        var tag = tag(operation);
        return "%s%s/tag/%s/#tag/%s/operation/%s"
                .formatted(REFERENCE, document, tag, tag, operation.id());
    }

    /// From `system-log` to `SystemLog`.
    private static String tag(Operation operation) {
        var tags = operation.facts().tags();
        var own = tags.stream().filter(tag -> tags.size() == 1 || !ours(tag)).findFirst();
        return Stream.of(own.orElse("").split("-", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }

    private static boolean ours(String tag) {
        return Stream.of(Toolset.values()).anyMatch(own -> own.tag().equals(tag));
    }

    /// The name and the login, as far as they are not hidden; the id where both are.
    static String userTitle(JsonNode user, HiddenFields hidden) {
        var name =
                Stream.of("firstName", "lastName")
                        .map(each -> shown(user, each, hidden))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
        var login = shown(user, "login", hidden);
        if (name.isEmpty()) {
            return login.isEmpty() ? "User " + user.path("id").asString("") : login;
        }
        return login.isEmpty() ? name : "%s (%s)".formatted(name, login);
    }

    private static String shown(JsonNode user, String attribute, HiddenFields hidden) {
        return hidden.contains(attribute) ? "" : user.path("profile").path(attribute).asString("");
    }
}
