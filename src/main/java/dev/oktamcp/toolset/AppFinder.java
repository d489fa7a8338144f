package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.ToolException;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Finds which app somebody means.
@Component
final class AppFinder {

    static final String ONE =
            "App id or label, or the beginning of a label that only one app has, for example"
                    + " 0oafxqCAJWWGELFTYASJ or Payroll";

    static final String BY_ID = "getApplication";
    static final String BY_LABEL = "listApplications";

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
            throw Unclear.failure(
                    "This MCP server does not let apps be searched by their labels. Give the app's"
                            + " id, which begins with 0oa.");
        }
        return byLabel(text);
    }

    private JsonNode byLabel(String text) {
        var found = new ArrayList<JsonNode>();
        var _ = okta.each(BY_LABEL, Map.of("q", text), null, Unclear.MOST_LOOKED_AT, found::add);
        var exact = found.stream().filter(app -> label(app).equalsIgnoreCase(text)).toList();
        var best = exact.isEmpty() ? found : exact;
        if (best.size() == 1) {
            return best.getFirst();
        }
        throw best.isEmpty() ? none(text) : several(text, best);
    }

    private static ToolException none(String text) {
        return Unclear.failure(
                "There is no app whose label or name begins with %s. list_applications lists them; or give the id."
                        .formatted(Unclear.shown(text)));
    }

    private static ToolException several(String text, List<JsonNode> found) {
        return Unclear.several(text, found.stream().map(AppFinder::named).toList());
    }

    private static String named(JsonNode app) {
        return "%s (%s)".formatted(Unclear.shown(label(app)), Belongings.idOf(app));
    }

    private static String label(JsonNode app) {
        return app.path("label").asString("");
    }
}
