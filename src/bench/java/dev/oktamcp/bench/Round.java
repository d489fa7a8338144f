package dev.oktamcp.bench;

import org.jspecify.annotations.Nullable;

/// The contenders, one after the other, on the same case.
///
/// @param direct null where the upstream is not asked
record Round(@Nullable Run direct, Run ours, Run sdk) {

    double throughput() {
        return ours.perSecond() / sdk.perSecond();
    }

    double processor() {
        return ours.processorMicroseconds() / sdk.processorMicroseconds();
    }

    /// What we add to the median of a direct call, to what the SDK's server adds.
    double added() {
        var least = direct == null ? 0 : direct.medianMicroseconds();
        return (ours.medianMicroseconds() - least) / (sdk.medianMicroseconds() - least);
    }

    /// How many times over the upstream could have served the faster of the two.
    double headroom() {
        return direct == null
                ? Double.POSITIVE_INFINITY
                : direct.perSecond() / Math.max(ours.perSecond(), sdk.perSecond());
    }
}
