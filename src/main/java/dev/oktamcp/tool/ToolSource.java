package dev.oktamcp.tool;

import java.util.List;

/// A place that tools come from.
public interface ToolSource {

    List<Tool> tools();
}
