package dev.oktamcp.simulation;

import java.util.List;

/// The rate-limit buckets of the simulated endpoints, with requests per minute for a Workforce org.
///
/// An exact path wins over a prefix, and the HTTP method counts.
public enum RateBucket {
    USERS(600),
    USER_READ(2000),
    USER_WRITE(600),
    GROUPS(500),
    GROUP(1000),
    LOGS(120),
    APPS(100),
    APP(500),
    DEVICES(100),
    SESSIONS(750),
    TOKEN(2000),
    OTHER(1200);

    private static final int COLLECTION = 3;
    private static final int ITEM = 4;

    private final int perMinute;

    RateBucket(int perMinute) {
        this.perMinute = perMinute;
    }

    int perMinute() {
        return perMinute;
    }

    /// @param segments the path, for example `api`, `v1`, `users`
    static RateBucket of(String method, List<String> segments) {
        return switch (segments.size() < COLLECTION ? "" : segments.get(2)) {
            case "users" -> ofUsers(method, segments.size());
            case "groups" -> isGroup(segments) ? GROUP : GROUPS;
            case "logs" -> LOGS;
            case "apps" -> segments.size() == ITEM ? APP : APPS;
            case "devices" -> DEVICES;
            case "sessions" -> SESSIONS;
            case "token" -> TOKEN;
            default -> OTHER;
        };
    }

    private static boolean isGroup(List<String> segments) {
        return segments.size() == ITEM && !segments.getLast().equals("rules");
    }

    private static RateBucket ofUsers(String method, int segments) {
        return switch (segments) {
            case COLLECTION -> USERS;
            case ITEM -> method.equals("GET") ? USER_READ : USER_WRITE;
            default -> OTHER;
        };
    }
}
