package dev.oktamcp.okta;

import dev.oktamcp.tool.Caller;

import org.jspecify.annotations.Nullable;

/// As whom Okta is called: key of credentials and of everything that is learned by using them.
///
/// @param subject the person, where Okta is called with that person's own rights
public record OktaPrincipal(String connectionId, @Nullable String subject) {

    static OktaPrincipal of(Caller caller) {
        return new OktaPrincipal(caller.connectionId(), caller.subject());
    }
}
