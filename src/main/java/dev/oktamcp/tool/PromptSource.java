package dev.oktamcp.tool;

import java.util.List;

/// Where prompts come from.
public interface PromptSource {

    List<Prompt> prompts();
}
