package dev.oktamcp.okta;

import io.netty.channel.ChannelOption;
import io.netty.resolver.DefaultAddressResolverGroup;

import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import java.time.Duration;

/// How we connect to Okta: by Reactor Netty, which sends each request once and follows no redirect.
final class OktaConnections {

    /// To one org; a call waits for one within its own time. Okta takes far fewer requests at once.
    private static final int MOST = 500;

    /// Less than load balancers wait as a rule: a request that meets a connection on its way out is
    /// lost, since it may have been heard.
    private static final Duration IDLE = Duration.ofSeconds(20);

    /// Of all headers of an answer together, in bytes. Okta's security policies alone are some
    /// thousand.
    private static final int HEADERS = 64 * 1024;

    private OktaConnections() {}

    static HttpClient client(OktaProperties properties) {
        var client =
                HttpClient.create(pool())
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                (int) properties.connectTimeout().toMillis())
                        .httpResponseDecoder(decoder -> decoder.maxHeaderSize(HEADERS))
                        .followRedirect(false)
                        .disableRetry(true)
                        .proxyWithSystemProperties();
        return client.configuration().hasProxy()
                ? client // it is the one that looks the name up
                : client.resolver(DefaultAddressResolverGroup.INSTANCE);
    }

    private static ConnectionProvider pool() {
        return ConnectionProvider.builder("okta")
                .maxConnections(MOST)
                .pendingAcquireMaxCount(-1)
                .maxIdleTime(IDLE)
                .evictInBackground(IDLE)
                .build();
    }
}
