package dev.oktamcp.tool;

/// A definition and what runs when it is called. Only the chain calls the handler.
public record Tool(ToolDefinition definition, ToolHandler handler) {}
