package dev.oktamcp.fuzz;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;

/// What this process has in use.
///
/// @param heapBytes that were reached when the garbage was collected
/// @param threads that live, virtual ones among them
record Footprint(long heapBytes, int threads) {

    static Footprint now() {
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Footprint(heap, threadsNow());
    }

    /// Of all kinds: the JVM counts the virtual ones in a dump alone.
    private static int threadsNow() {
        try {
            var directory = Files.createTempDirectory("threads");
            var dump = directory.resolve("dump.json");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(dump.toString(), ThreadDumpFormat.JSON);
            var threads = JsonMapper.shared().readTree(dump.toFile()).findValues("tid").size();
            Files.delete(dump);
            Files.delete(directory);
            return threads;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
