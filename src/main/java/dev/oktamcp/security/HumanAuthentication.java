package dev.oktamcp.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;

import java.util.List;

/// Whoever has signed in to the pages. Whoever may not decide is not let in, so there is one role.
final class HumanAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Human human;

    HumanAuthentication(Human human) {
        super(List.of(ApiAuthentication.authority(Role.APPROVER)));
        this.human = human;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Human getPrincipal() {
        return human;
    }
}
