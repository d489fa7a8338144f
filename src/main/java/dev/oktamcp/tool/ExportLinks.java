package dev.oktamcp.tool;

import java.time.Instant;
import java.util.Map;

/// Hands out, in place of an answer that would be too large, where it can be read.
public interface ExportLinks {

    /// @param call of whose tool the reading will be a call again, by the same caller
    /// @param arguments of that call
    /// @param ending of the document's name, for example `csv`
    Link of(ToolCall call, Map<String, Object> arguments, String ending);

    /// @param uri for `resources/read`, a part at a time
    /// @param download what to put behind the MCP server's own URL, to get the whole by HTTP
    /// @param until when it can be read
    record Link(String uri, String download, Instant until) {}
}
