package dev.oktamcp.runbook;

import dev.oktamcp.tool.Caller;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;

/// All runbooks, and which of them a caller has: those whose essential steps can be done.
@Component
final class Runbooks {

    private final List<Runbook> all;
    private final ToolsInReach inReach;

    Runbooks(ToolsInReach inReach, JsonMapper json) throws IOException {
        try (var file = new ClassPathResource("runbooks.json").getInputStream()) {
            this.all = json.readTree(file).valueStream().map(RunbookReader::runbook).toList();
        }
        this.inReach = inReach;
    }

    List<Runbook> all() {
        return all;
    }

    boolean has(Runbook runbook, Caller caller) {
        return runbook.steps().stream()
                .filter(Runbook.Step::essential)
                .allMatch(step -> inReach.first(step.by(), caller).isPresent());
    }

    /// Those that a caller has.
    List<Runbook> of(Caller caller) {
        return all.stream().filter(runbook -> has(runbook, caller)).toList();
    }
}
