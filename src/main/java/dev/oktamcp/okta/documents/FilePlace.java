package dev.oktamcp.okta.documents;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A document on this machine.
record FilePlace(Path path) implements DocumentPlace {

    @Override
    public byte[] read() {
        if (Files.isDirectory(path)) {
            throw new DocumentRefusal("is a directory");
        }
        try (var file = Files.newInputStream(path)) {
            var bytes = file.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new DocumentRefusal("is larger than 32 MB");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new DocumentRefusal("does not exist", e);
        } catch (AccessDeniedException e) {
            throw new DocumentRefusal("is not readable for the server's user", e);
        } catch (IOException e) {
            throw new DocumentRefusal("can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return DocumentRefusal.shown(path.toString());
    }
}
