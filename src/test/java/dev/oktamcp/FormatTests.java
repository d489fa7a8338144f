package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.StringWrapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// google-java-format in its AOSP style. `-Dformat=write` rewrites what differs.
class FormatTests {

    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    @Test
    void everySourceIsFormatted() throws IOException, FormatterException {
        var unformatted = new ArrayList<Path>();
        for (var file : sources()) {
            var text = Files.readString(file);
            var formatted =
                    StringWrapper.wrap(FORMATTER.formatSourceAndFixImports(text), FORMATTER);
            if ("write".equals(System.getProperty("format"))) {
                Files.writeString(file, formatted);
            } else if (!formatted.equals(text)) {
                unformatted.add(file);
            }
        }
        assertThat(unformatted).as("Run mvn test -Dtest=FormatTests -Dformat=write").isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
