package dev.oktamcp.runbook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What can be done here, by what people want to have done.
@ToolsOf(Toolset.SERVER)
final class MenuTools {

    private static final String ELSE = "search_operations";

    private final Runbooks runbooks;
    private final ToolsInReach inReach;

    MenuTools(Runbooks runbooks, ToolsInReach inReach) {
        this.runbooks = runbooks;
        this.inReach = inReach;
    }

    /// @param by the tools that it takes, in their order
    record Outcome(String outcome, List<String> by, String prompt) {}

    /// @param forTheRest the tool that finds whatever else there is; null where there is none
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Menu(
            List<Outcome> outcomes, @JsonProperty("for_the_rest") @Nullable String forTheRest) {}

    @ReadTool(
            name = "show_workflow_menu",
            title = "Show what can be done here",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns what can be done through this URL, by outcome, such as offboarding"
                        + " somebody: each with the tools that it takes, in their order, and the"
                        + " prompt that has the steps. Tools that this URL does not have are not in"
                        + " it. Use it where somebody asks what is possible; for a single operation"
                        + " search_operations is better.")
    Menu showWorkflowMenu(ToolCall call) {
        var caller = call.caller();
        var outcomes = runbooks.of(caller).stream().map(each -> outcome(each, caller)).toList();
        var rest = inReach.first(List.of(ELSE), caller).isPresent() ? ELSE : null;
        return new Menu(outcomes, rest);
    }

    private Outcome outcome(Runbook runbook, Caller caller) {
        var tools =
                runbook.steps().stream()
                        .flatMap(step -> inReach.first(step.by(), caller).stream())
                        .map(tool -> inReach.howToCall(tool, caller))
                        .distinct()
                        .toList();
        return new Outcome(runbook.description(), tools, runbook.name());
    }
}
