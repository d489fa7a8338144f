package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import java.util.Map;

/// To where Okta tells of its events.
@ToolsOf(Toolset.HOOKS)
final class EventHookTools {

    private final OktaClient okta;

    EventHookTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_event_hooks",
            title = "List event hooks",
            uses = "listEventHooks",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns event hooks with id, name, status, the address that they tell, and of"
                            + " which events. Only ACTIVE and VERIFIED ones tell anything. By what"
                            + " Okta proves itself to the address does not show.")
    Page listEventHooks(PageRequest page) {
        return okta.page("listEventHooks", Map.of(), page);
    }
}
