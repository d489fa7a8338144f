package dev.oktamcp.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The load generator: the program wrk, with one thread, the same for all contenders.
final class Wrk {

    private static final Pattern RESULT = Pattern.compile("RESULT ([0-9 ]+)");

    private Wrk() {}

    /// Sends requests for some time, each caller the next one when the last was answered.
    ///
    /// @throws IllegalStateException with wrk's output, where it did not run to its end
    static Load run(Target target, int callers, Duration time)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("wrk", "-t1", "-c" + callers));
        command.add("-d%ds".formatted(time.toSeconds()));
        command.addAll(List.of("--timeout", "30s", "-s", "src/bench/request.lua"));
        command.addAll(List.of(target.url(), "--", target.body()));
        target.headers().forEach((name, value) -> command.addAll(List.of(name, value)));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        var result = RESULT.matcher(output);
        if (!result.find()) {
            throw new IllegalStateException("wrk said:\n" + output);
        }
        return Load.parse(result.group(1));
    }
}
