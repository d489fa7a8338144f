package dev.oktamcp.server;

/// How each client is given a URL, ready to paste.
public final class ClientSettings {

    private ClientSettings() {}

    /// The settings for one URL.
    public static String of(String url) {
        return """
        Claude Code
          claude mcp add --transport http okta %1$s

        Claude Desktop (claude_desktop_config.json; needs Node)
          {"mcpServers": {"okta": {"command": "npx", "args": ["-y", "mcp-remote", "%1$s"]}}}

        VS Code
          code --add-mcp '{"name": "okta", "type": "http", "url": "%1$s"}'

        Cursor (~/.cursor/mcp.json)
          {"mcpServers": {"okta": {"url": "%1$s"}}}

        Inspector (needs Node 22.19 or newer)
          npx @modelcontextprotocol/inspector --cli %1$s --transport http --method tools/list

        curl
          URL=%1$s
          SESSION=$(curl -s -D - -o /dev/null "$URL" -H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream' -d '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"curl","version":"1"}}}' | tr -d '\\r' | awk 'tolower($1) == "mcp-session-id:" {print $2}')
          curl -s "$URL" -H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream' -H "Mcp-Session-Id: $SESSION" -d '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"list_users","arguments":{"limit":2}}}'

        Claude on the web and ChatGPT connect from their own clouds and need a public https URL: see src/docs/clients.md
        """
                .formatted(url);
    }
}
