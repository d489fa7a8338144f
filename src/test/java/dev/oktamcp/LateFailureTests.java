package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A start that fails when almost everything runs ends the process: whoever watches it can start
/// another one.
class LateFailureTests {

    @Test
    void endsTheProcess(@TempDir Path directory) throws IOException, InterruptedException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var process = start(directory, taken.getLocalPort());

            assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(directory.resolve("log")).content().contains("FAILED TO START");
        }
    }

    private static Process start(Path directory, int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OktaMcpApplication.class.getName(),
                        "--server.port=" + port,
                        "--okta-mcp.data-directory=" + directory.resolve("data"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
    }
}
