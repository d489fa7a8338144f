package dev.oktamcp.tool;

import java.util.List;

/// Every operation of Okta's API that is known here, as far as filters have to know it.
public record KnownOperations(List<OperationFacts> all) {

    public KnownOperations {
        all = List.copyOf(all);
    }
}
