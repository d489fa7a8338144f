package dev.oktamcp.runbook;

import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.Completion;
import dev.oktamcp.tool.Content;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.Prompt;
import dev.oktamcp.tool.PromptSource;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A prompt of each runbook, whose text names only tools that its caller has.
@Component
final class RunbookPrompts implements PromptSource {

    private static final int LONGEST_VALUE = 200;
    private static final int MOST_COMPLETED = 20;

    private final Runbooks runbooks;
    private final ToolsInReach inReach;

    RunbookPrompts(Runbooks runbooks, ToolsInReach inReach) {
        this.runbooks = runbooks;
        this.inReach = inReach;
    }

    @Override
    public List<Prompt> prompts() {
        return runbooks.all().stream().map(this::prompt).toList();
    }

    private Prompt prompt(Runbook runbook) {
        return new Prompt(
                runbook.name(),
                runbook.title(),
                runbook.description(),
                runbook.arguments().stream().map(RunbookPrompts::argument).toList(),
                caller -> runbooks.has(runbook, caller),
                asked -> said(runbook, asked));
    }

    private static Prompt.Argument argument(Runbook.Argument argument) {
        return new Prompt.Argument(
                argument.name(),
                argument.description(),
                argument.required(),
                completion(argument.completion()));
    }

    private static Completion completion(String what) {
        return switch (what) {
            case "user" -> byTool("list_users", "/profile/login");
            case "app" -> byTool("list_applications", "/label");
            case "days" -> Completion.of("30", "60", "90");
            case "since" -> Completion.of("yesterday", "last 24 hours", "last 7 days");
            case "" -> Completion.NONE;
            default -> throw new IllegalArgumentException("Nothing completes " + what);
        };
    }

    private static Completion byTool(String tool, String pointer) {
        return new Completion.ByTool(
                tool, typed -> Map.of("q", typed, "limit", MOST_COMPLETED), pointer);
    }

    private List<Prompt.Said> said(Runbook runbook, Prompt.Asked asked) {
        var values = values(runbook, asked.arguments());
        var lines = new ArrayList<String>();
        lines.add(filled(runbook.goal(), values));
        lines.add("");
        var number = 1;
        for (var step : runbook.steps()) {
            var line = line(step, asked.caller(), values);
            if (!line.isEmpty()) {
                lines.add(number++ + ". " + line);
            }
        }
        lines.add("");
        lines.add(filled(runbook.end(), values));
        return List.of(new Prompt.Said("user", new Content.Text(String.join("\n", lines))));
    }

    /// Of a step that nobody can do here, what is said instead; empty where nothing is.
    private String line(Runbook.Step step, Caller caller, Map<String, String> values) {
        var text =
                inReach.first(step.by(), caller)
                        .map(tool -> step.say().replace("{tool}", inReach.howToCall(tool, caller)))
                        .orElse(step.otherwise());
        return filled(text, values);
    }

    /// What is not given and has no usual value is left out with the sentence that it stands in.
    private static Map<String, String> values(Runbook runbook, Map<String, String> given) {
        var values = new HashMap<>(runbook.defaults());
        given.forEach((name, value) -> {
            if (!value.isBlank()) {
                var plain = PlainText.of(value.strip(), LONGEST_VALUE);
                values.put(name, plain.replace('{', '(').replace('}', ')'));
            }
        });
        return values;
    }

    private static String filled(String text, Map<String, String> values) {
        var filled = text;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled.matches("(?s).*\\{[a-z]+}.*") ? "" : filled;
    }
}
