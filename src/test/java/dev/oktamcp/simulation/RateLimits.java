package dev.oktamcp.simulation;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// How much of Okta's published quotas the simulated org grants.
///
/// @param tokenPercentage share of a bucket that one API token may use; Okta's default is 50
/// @param scale factor on every published limit
/// @param perWindow limits that replace the published ones, for the org and for each token alike
/// @param window how long a limit lasts; Okta's are a minute
public record RateLimits(
        int tokenPercentage, double scale, Map<RateBucket, Integer> perWindow, Duration window) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    static final RateLimits DEFAULTS = new RateLimits(50, 1, Map.of());

    public RateLimits {
        if (tokenPercentage < 1 || tokenPercentage > 100 || scale <= 0) {
            throw new IllegalArgumentException(
                    "A token share is 1 to 100 percent and a scale is above 0");
        }
        perWindow = Map.copyOf(perWindow);
    }

    public RateLimits(int tokenPercentage, double scale, Map<RateBucket, Integer> perMinute) {
        this(tokenPercentage, scale, perMinute, MINUTE);
    }

    RateLimits with(RateBucket bucket, int limit) {
        var changed = new EnumMap<RateBucket, Integer>(RateBucket.class);
        changed.putAll(perWindow);
        changed.put(bucket, limit);
        return new RateLimits(tokenPercentage, scale, changed, window);
    }

    int ofOrg(RateBucket bucket) {
        var fixed = perWindow.get(bucket);
        return fixed != null ? fixed : atLeastOne(bucket.perMinute() * scale);
    }

    int ofToken(RateBucket bucket) {
        var fixed = perWindow.get(bucket);
        return fixed != null ? fixed : atLeastOne(ofOrg(bucket) * tokenPercentage / 100.0);
    }

    private static int atLeastOne(double limit) {
        return Math.max(1, (int) Math.floor(limit));
    }
}
