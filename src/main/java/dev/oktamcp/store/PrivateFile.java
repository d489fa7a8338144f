package dev.oktamcp.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A file that nobody but its owner can read.
public final class PrivateFile {

    private PrivateFile() {}

    /// Writes a new file, in place of one that was there.
    ///
    /// @throws UncheckedIOException where it can't be written
    public static void write(Path file, String text) {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            Files.deleteIfExists(file);
            try (var channel = Files.newByteChannel(file, options, OnlyOwner.file(file))) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file %s can't be written.".formatted(file), e);
        }
    }
}
