package dev.oktamcp.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The processes of the comparison: the upstream, the packaged server, the SDK's minimal one.
final class Servers implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("(http://\\S+)");
    private static final Pattern FIRST_URL = Pattern.compile("^ +(http://localhost:\\S+/mcp/\\S+)");

    private final Path scratch = Files.createTempDirectory("bench");
    final Child upstream;
    final String upstreamUrl;
    final Child ours;
    final Target oursSession;
    final Child sdk;
    final Target sdkSession;

    Servers() throws IOException, InterruptedException {
        this.upstream = Child.of(BareUpstream.class);
        this.upstreamUrl = upstream.await(URL);
        this.ours = packaged();
        this.oursSession = Target.session(ours.await(FIRST_URL));
        ours.ignoreOutput();
        var tools = Files.writeString(scratch.resolve("tools.json"), list());
        this.sdk = Child.of(SdkServer.class, upstreamUrl, tools.toString());
        this.sdkSession = Target.session(sdk.await(URL));
        sdk.ignoreOutput();
    }

    private String list() throws IOException, InterruptedException {
        return oursSession.request("tools/list", "{}").answer();
    }

    /// As an operator starts it, with limits so high that nothing is refused. All is counted still.
    private Child packaged() throws IOException {
        var arguments =
                List.of(
                        "-jar",
                        "target/okta-mcp-server.jar",
                        "--server.port=0",
                        "--okta-mcp.data-directory=" + scratch.resolve("data"),
                        "--okta-mcp.connection.insecure-loopback=true",
                        "--okta-mcp.limits.calls-per-minute=100000000",
                        "--okta-mcp.mcp.messages-per-minute=100000000",
                        "--okta-mcp.mcp.messages-read=1000",
                        "--okta-mcp.mcp.concurrent-calls=1000",
                        "--okta-mcp.okta.concurrency=1000");
        return Child.of(arguments, Map.of("OKTA_ORG_URL", upstreamUrl, "OKTA_API_TOKEN", "bench"));
    }

    @Override
    public void close() throws IOException {
        sdk.close();
        ours.close();
        upstream.close();
        try (var files = Files.walk(scratch)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        }
    }
}
