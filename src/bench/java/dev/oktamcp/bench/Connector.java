package dev.oktamcp.bench;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.jetty.client.HttpClient;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.HttpComponentsClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.JettyClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;

import reactor.netty.resources.ConnectionProvider;

import java.time.Duration;
import java.util.concurrent.Executors;

/// What can stand behind WebClient, each set to what the gateway needs: HTTP/1.1, no redirect, no
/// second try, no cookies, and connections enough for all callers.
enum Connector {
    JDK {
        @Override
        ClientHttpConnector make() {
            var client =
                    java.net.http.HttpClient.newBuilder()
                            .version(java.net.http.HttpClient.Version.HTTP_1_1)
                            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                            .connectTimeout(CONNECT)
                            .executor(Executors.newVirtualThreadPerTaskExecutor())
                            .build();
            return new JdkClientHttpConnector(client);
        }
    },
    /// The JDK's with its own, platform threads.
    JDK_THREADS {
        @Override
        ClientHttpConnector make() {
            var client =
                    java.net.http.HttpClient.newBuilder()
                            .version(java.net.http.HttpClient.Version.HTTP_1_1)
                            .connectTimeout(CONNECT)
                            .build();
            return new JdkClientHttpConnector(client);
        }
    },
    REACTOR_NETTY {
        @Override
        ClientHttpConnector make() {
            var pool =
                    ConnectionProvider.builder("bench")
                            .maxConnections(CONNECTIONS)
                            .pendingAcquireMaxCount(-1)
                            .build();
            var client =
                    reactor.netty.http.client.HttpClient.create(pool)
                            .followRedirect(false)
                            .disableRetry(true)
                            .responseTimeout(ANSWER);
            return new ReactorClientHttpConnector(client);
        }
    },
    JETTY {
        @Override
        ClientHttpConnector make() {
            var client = new HttpClient();
            client.setFollowRedirects(false);
            client.setMaxConnectionsPerDestination(CONNECTIONS);
            client.setConnectTimeout(CONNECT.toMillis());
            return new JettyClientHttpConnector(client);
        }
    },
    APACHE {
        @Override
        ClientHttpConnector make() {
            var connections =
                    PoolingAsyncClientConnectionManagerBuilder.create()
                            .setMaxConnTotal(CONNECTIONS)
                            .setMaxConnPerRoute(CONNECTIONS)
                            .setDefaultConnectionConfig(
                                    ConnectionConfig.custom()
                                            .setConnectTimeout(Timeout.of(CONNECT))
                                            .build())
                            .build();
            var client =
                    HttpAsyncClients.custom()
                            .setConnectionManager(connections)
                            .disableAutomaticRetries()
                            .disableRedirectHandling()
                            .disableCookieManagement()
                            .build();
            return new HttpComponentsClientHttpConnector(client);
        }
    };

    private static final int CONNECTIONS = 512;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    abstract ClientHttpConnector make();
}
