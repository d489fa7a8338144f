package dev.oktamcp.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A file that nobody but its owner can read.
public final class PrivateFile {

    private PrivateFile() {}

    /// Makes an empty file, and the directories to it, unless it is there; what it holds stays.
    ///
    /// @param otherwise what to say where it can't be made or written
    /// @throws IllegalArgumentException with those words
    public static void make(Path file, String otherwise) {
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        try {
            makeDirectory(file);
            Files.newByteChannel(file, options, OnlyOwner.file(file)).close();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s Give a file in a directory that this server may write to."
                            .formatted(otherwise),
                    e);
        }
    }

    /// With PostgreSQL nothing else has made the data directory.
    private static void makeDirectory(Path file) throws IOException {
        var parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            OnlyOwner.makeDirectory(parent);
        }
    }

    /// Writes a new file, and the directories to it, in place of one that was there.
    ///
    /// @param wayOn what to do where it can't be written
    /// @throws IllegalArgumentException with these words
    public static void write(Path file, String text, String wayOn) {
        try {
            makeDirectory(file);
            Files.deleteIfExists(file);
            OnlyOwner.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file %s can't be written. %s".formatted(file, wayOn), e);
        }
    }
}
