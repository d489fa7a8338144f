package dev.oktamcp.bench;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/// What is asked of the contenders, in the words of each.
///
/// @param direct the request that the upstream gets for it; null where it gets none
/// @param other what ours is compared with
record ServerCase(String name, int callers, @Nullable Target direct, Target ours, Target other) {

    private static final String USER = "00u00000000000000001";

    static List<ServerCase> all(Servers servers) throws IOException, InterruptedException {
        return List.of(
                user(servers, 1),
                user(servers, 64),
                page(servers),
                list(servers),
                ping(servers),
                eras(servers));
    }

    private static ServerCase user(Servers servers, int callers)
            throws IOException, InterruptedException {
        var arguments = "{\"user_id\":\"%s\"}".formatted(USER);
        return new ServerCase(
                "one user",
                callers,
                Target.get(servers.upstreamUrl + "/api/v1/users/" + USER),
                servers.oursSession.call("get_user", arguments),
                servers.sdkSession.call("get_user", arguments));
    }

    private static ServerCase page(Servers servers) {
        return new ServerCase(
                "200 users",
                16,
                Target.get(servers.upstreamUrl + "/api/v1/users?limit=200"),
                servers.oursSession.call("list_users", "{\"limit\":200}"),
                servers.sdkSession.call("list_users", "{\"limit\":200}"));
    }

    private static ServerCase list(Servers servers) {
        return new ServerCase(
                "tools/list",
                16,
                null,
                servers.oursSession.request("tools/list", "{}"),
                servers.sdkSession.request("tools/list", "{}"));
    }

    private static ServerCase ping(Servers servers) {
        return new ServerCase(
                "ping",
                64,
                null,
                servers.oursSession.request("ping", "{}"),
                servers.sdkSession.request("ping", "{}"));
    }

    /// The only case in which both are ours: 2026-07-28 to 2025-11-25.
    private static ServerCase eras(Servers servers) {
        var arguments = "{\"user_id\":\"%s\"}".formatted(USER);
        return new ServerCase(
                "new to old",
                64,
                Target.get(servers.upstreamUrl + "/api/v1/users/" + USER),
                servers.oursSession.statelessCall("get_user", arguments),
                servers.oursSession.call("get_user", arguments));
    }

    /// Who is asked for the other.
    Child other(Servers servers) {
        return other.url().equals(ours.url()) ? servers.ours : servers.sdk;
    }

    /// @return the characters of our answer to those of the other
    double size() throws IOException, InterruptedException {
        return (double) ours.answer().length() / other.answer().length();
    }
}
