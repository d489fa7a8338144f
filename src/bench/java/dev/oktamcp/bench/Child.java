package dev.oktamcp.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A contender in a JVM of its own: all get the same memory, and none outlives us.
final class Child implements AutoCloseable {

    private static final List<String> SAME_FOR_ALL = List.of("-Xms256m", "-Xmx256m");
    private static final long SECONDS_TO_STOP = 10;

    private final Process process;
    private final BufferedReader output;
    private final Writer input;

    private Child(ProcessBuilder builder) throws IOException {
        this.process = builder.redirectErrorStream(true).start();
        this.output = process.inputReader(UTF_8);
        this.input = process.outputWriter(UTF_8);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /// Starts a class of the benchmark.
    static Child of(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return of(command, Map.of());
    }

    /// @param arguments of `java`, after those that all have in common
    static Child of(List<String> arguments, Map<String, String> environment) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var command = new ArrayList<>(List.of(java));
        command.addAll(SAME_FOR_ALL);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return new Child(builder);
    }

    /// Reads its output up to a line in which the pattern is found.
    ///
    /// @return the pattern's first group
    /// @throws IllegalStateException with the output, where it ended before
    String await(Pattern pattern) throws IOException {
        var read = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var found = pattern.matcher(line);
            if (found.find()) {
                return found.group(1);
            }
            read.append(line).append('\n');
        }
        throw new IllegalStateException("A contender ended. It said:\n" + read);
    }

    /// Lets it go on when it says more than a pipe holds.
    void ignoreOutput() {
        Thread.startVirtualThread(() -> output.lines().forEach(line -> {}));
    }

    String ask(String line) throws IOException {
        input.write(line + "\n");
        input.flush();
        return await(Pattern.compile("^= (.*)"));
    }

    /// What its process has used of the processors since it began.
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    long id() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, SECONDS_TO_STOP, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }
}
