package dev.oktamcp.tool;

import java.time.Instant;
import java.util.List;

/// Keeps what the answer of a change has and no model may see, for a person to open.
public interface SecretKeeper {

    /// @param name where it stood in the answer, for example
    ///   `credentials.oauthClient.client_secret`
    record Secret(String name, String value) {

        @Override
        public String toString() {
            return "Secret[" + name + "]";
        }
    }

    /// What can be told of it to anybody.
    ///
    /// @param url of the page on which a person who has signed in can open it, once
    /// @param until when it can be opened
    record Kept(String url, Instant until) {}

    /// @param arguments of the call, as JSON without secrets
    Kept keep(ToolCall call, String arguments, List<Secret> secrets);
}
