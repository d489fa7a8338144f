package dev.oktamcp.connection.web;

import dev.oktamcp.connection.ConnectedOrgs;
import dev.oktamcp.connection.Connection;
import dev.oktamcp.connection.EnvironmentConnection;
import dev.oktamcp.okta.Credentials;
import dev.oktamcp.okta.Org;
import dev.oktamcp.okta.OrgUrl;
import dev.oktamcp.rest.Body;
import dev.oktamcp.rest.Given;
import dev.oktamcp.rest.RestException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Set;

/// From what a client sent to a connection that can be tested and stored, and back to what it sees.
@Component
class ConnectionForm {

    /// @param credentials null where they stay as they are
    record Wanted(
            String name, OrgUrl url, Set<String> hiddenFields, @Nullable Credentials credentials) {}

    private final AuthForm authForm;
    private final ConnectedOrgs orgs;
    private final EnvironmentConnection environment;

    ConnectionForm(AuthForm authForm, ConnectedOrgs orgs, EnvironmentConnection environment) {
        this.authForm = authForm;
        this.orgs = orgs;
        this.environment = environment;
    }

    /// @throws RestException 400 or 422 for what can't be meant
    Wanted created(ConnectionInput input) {
        var name = Given.name(input.name());
        refuseNameOfEnvironment(name);
        var credentials = authForm.credentials(input.auth(), null);
        var url = url(Given.required(input.orgUrl(), "org_url"));
        return new Wanted(name, url, hidden(input), credentials);
    }

    /// @throws RestException 400, 409 or 422 for what can't be meant
    Wanted patched(Connection current, Body body) {
        if (body.names("auth") || body.names("name") || body.names("org_url")) {
            refuseOfEnvironment(current);
        }
        var known = orgs.of(current.id()).map(Org::credentials).orElse(null);
        var base =
                new ConnectionInput(
                        current.name(),
                        current.orgUrl(),
                        AuthForm.base(known, body),
                        Given.list(current.hiddenFields()));
        var input = body.appliedTo(base, ConnectionInput.class);
        var url = url(Given.required(input.orgUrl(), "org_url"));
        refuseAnotherOrg(current, url);
        var credentials = body.names("auth") ? authForm.credentials(input.auth(), known) : null;
        var name = Given.name(input.name());
        if (!name.equals(current.name())) {
            refuseNameOfEnvironment(name);
        }
        return new Wanted(name, url, hidden(input), credentials);
    }

    private static void refuseNameOfEnvironment(String name) {
        if (EnvironmentConnection.NAME.equals(name)) {
            throw RestException.unprocessable(
                            "default is the name of the connection that the environment makes. Take"
                                    + " another.")
                    .with("field", "name");
        }
    }

    private static void refuseAnotherOrg(Connection current, OrgUrl url) {
        if (!url.toString().equals(current.orgUrl())) {
            throw RestException.unprocessable(
                            "A connection stays with its org: the URLs that were handed out would"
                                    + " lead to another one. Make a new connection.")
                    .with("field", "org_url");
        }
    }

    /// @throws RestException 409 for the connection of the environment
    void refuseOfEnvironment(Connection connection) {
        if (environment.is(connection.id())) {
            throw RestException.conflict(
                    "This connection comes from the environment (OKTA_ORG_URL and what goes with"
                            + " it): change it there. Only hidden_fields can be changed here.");
        }
    }

    private OrgUrl url(String text) {
        try {
            return orgs.url(text);
        } catch (IllegalArgumentException e) {
            throw RestException.unprocessable(String.valueOf(e.getMessage()))
                    .with("field", "org_url");
        }
    }

    private static Set<String> hidden(ConnectionInput input) {
        return Given.attributes(input.hiddenFields(), "hidden_fields");
    }

    /// The connection's name is that of another one.
    RestException taken(String name) {
        return RestException.conflict("Another connection has the name %s.".formatted(name))
                .with("field", "name");
    }

    ConnectionView view(Connection connection) {
        return ConnectionView.of(
                connection,
                orgs.of(connection.id()).map(Org::credentials).orElse(null),
                environment.is(connection.id()));
    }
}
