package dev.oktamcp.simulation;

import java.util.EnumMap;
import java.util.Map;

/// How much of Okta's published quotas the simulated org grants.
///
/// @param tokenPercentage share of a bucket that one API token may use; Okta's default is 50
/// @param scale factor on every published limit
/// @param perMinute limits that replace the published ones, for the org and for each token alike
public record RateLimits(int tokenPercentage, double scale, Map<RateBucket, Integer> perMinute) {

    static final RateLimits DEFAULTS = new RateLimits(50, 1, Map.of());

    public RateLimits {
        if (tokenPercentage < 1 || tokenPercentage > 100 || scale <= 0) {
            throw new IllegalArgumentException(
                    "A token share is 1 to 100 percent and a scale is above 0");
        }
        perMinute = Map.copyOf(perMinute);
    }

    RateLimits with(RateBucket bucket, int limit) {
        var changed = new EnumMap<RateBucket, Integer>(RateBucket.class);
        changed.putAll(perMinute);
        changed.put(bucket, limit);
        return new RateLimits(tokenPercentage, scale, changed);
    }

    int ofOrg(RateBucket bucket) {
        var fixed = perMinute.get(bucket);
        return fixed != null ? fixed : atLeastOne(bucket.perMinute() * scale);
    }

    int ofToken(RateBucket bucket) {
        var fixed = perMinute.get(bucket);
        return fixed != null ? fixed : atLeastOne(ofOrg(bucket) * tokenPercentage / 100.0);
    }

    private static int atLeastOne(double limit) {
        return Math.max(1, (int) Math.floor(limit));
    }
}
