package dev.oktamcp.tool;

import java.util.List;

/// Where resources come from.
public interface ResourceSource {

    List<Resource> resources();

    List<ResourceTemplate> templates();
}
