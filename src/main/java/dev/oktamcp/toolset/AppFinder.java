package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Finds which app somebody means.
@Component
final class AppFinder {

    static final String ONE =
            "App id or label, or the beginning of a label that only one app has, for example"
                    + " 0oafxqCAJWWGELFTYASJ or Payroll";

    static final String BY_ID = "getApplication";
    static final String BY_LABEL = "listApplications";

    private static final int MOST_LOOKED_AT = 50;
    private static final int MOST_CANDIDATES = 10;
    private static final int LONGEST = 100;

    private final OktaClient okta;

    AppFinder(OktaClient okta) {
        this.okta = okta;
    }

    /// @throws ToolException where it is none, or may be several; it names them then
    JsonNode one(String app) {
        var text = app.strip();
        if (text.matches("0oa\\w{17}")) {
            return okta.call(BY_ID, Map.of("appId", text));
        }
        if (!okta.allows(BY_LABEL)) {
            throw failure(
                    "This MCP server does not let apps be searched by their labels. Give the app's"
                            + " id, which begins with 0oa.");
        }
        return byLabel(text);
    }

    private JsonNode byLabel(String text) {
        var found = new ArrayList<JsonNode>();
        var _ = okta.each(BY_LABEL, Map.of("q", text), null, MOST_LOOKED_AT, found::add);
        var exact = found.stream().filter(app -> label(app).equalsIgnoreCase(text)).toList();
        var best = exact.isEmpty() ? found : exact;
        if (best.size() == 1) {
            return best.getFirst();
        }
        throw best.isEmpty() ? none(text) : several(text, best);
    }

    private static ToolException none(String text) {
        return failure(
                "There is no app whose label or name begins with %s. call_read with listApplications lists them; or give the id."
                        .formatted(shown(text)));
    }

    private static ToolException several(String text, List<JsonNode> found) {
        var names =
                found.stream()
                        .limit(MOST_CANDIDATES)
                        .map(app -> "%s (%s)".formatted(shown(label(app)), Belongings.idOf(app)))
                        .collect(Collectors.joining(", "));
        return failure(
                "%s may be any of %s%s. Give the id of the one that is meant."
                        .formatted(
                                shown(text), names, found.size() > MOST_CANDIDATES ? ", …" : ""));
    }

    private static String label(JsonNode app) {
        return app.path("label").asString("");
    }

    private static String shown(String text) {
        return PlainText.of(text, LONGEST);
    }

    private static ToolException failure(String message) {
        return new ToolException(ToolResult.Failure.of(FailureCode.INVALID_ARGUMENTS, message));
    }
}
