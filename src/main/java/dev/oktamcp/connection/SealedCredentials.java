package dev.oktamcp.connection;

import dev.oktamcp.okta.Credentials;
import dev.oktamcp.okta.PrivateKeys;
import dev.oktamcp.store.EncryptedColumn;
import dev.oktamcp.store.Vault;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/// Credentials as they lie in the database: JSON that is encrypted, and bound to the id of its
/// connection, so that no row's secret works in another.
@Component
class SealedCredentials {

    static final EncryptedColumn COLUMN = new EncryptedColumn("connection", "auth");

    private record ApiTokenJson(String token) {}

    private record ServiceAppJson(String clientId, String key, Set<String> scopes) {}

    private record Json(@Nullable ApiTokenJson apiToken, @Nullable ServiceAppJson serviceApp) {}

    private final Vault vault;
    private final JsonMapper json;

    SealedCredentials(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    String seal(String connectionId, Credentials credentials) {
        var content =
                switch (credentials) {
                    case Credentials.ApiToken(var token) -> new Json(new ApiTokenJson(token), null);
                    case Credentials.ServiceApp(var clientId, var key, var scopes) ->
                            new Json(
                                    null,
                                    new ServiceAppJson(
                                            clientId, key.toJSONString(), new TreeSet<>(scopes)));
                };
        return vault.encrypt(json.writeValueAsBytes(content), COLUMN.boundTo(connectionId));
    }

    Credentials open(String connectionId, String sealed) {
        var text =
                new String(
                        vault.decrypt(sealed, COLUMN.boundTo(connectionId)),
                        StandardCharsets.UTF_8);
        var content = json.readValue(text, Json.class);
        if (content.apiToken() != null) {
            return new Credentials.ApiToken(content.apiToken().token());
        }
        var app = content.serviceApp();
        if (app == null) {
            throw new IllegalStateException("Credentials of an unknown kind: " + connectionId);
        }
        return new Credentials.ServiceApp(
                app.clientId(), PrivateKeys.parse(app.key(), null), app.scopes());
    }
}
