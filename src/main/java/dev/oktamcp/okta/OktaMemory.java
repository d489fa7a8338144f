package dev.oktamcp.okta;

import org.springframework.stereotype.Component;

/// TEMPORARY
@Component
public final class OktaMemory {
    public void forget(String connectionId) {}
}
