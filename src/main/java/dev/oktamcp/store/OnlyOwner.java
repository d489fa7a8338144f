package dev.oktamcp.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files and directories that nobody but their owner can read, where the file system knows owners
/// in that way.
final class OnlyOwner {

    private OnlyOwner() {}

    /// What a file is made with.
    static FileAttribute<?>[] file(Path path) {
        return permissions(path, "rw-------");
    }

    /// Makes a directory, and those to it, unless it is there.
    static void makeDirectory(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            Files.createDirectories(directory, permissions(directory, "rwx------"));
        }
    }

    /// Writes a new file.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException where there is one
    static void write(Path path, byte[] content) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(path, options, file(path))) {
            channel.write(ByteBuffer.wrap(content));
        }
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
