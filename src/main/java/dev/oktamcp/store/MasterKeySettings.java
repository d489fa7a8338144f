package dev.oktamcp.store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// Finds the master keys: in the settings, in the files that these name, or, for the embedded
/// database alone, in the data directory. Replicas that made their own would not share one.
final class MasterKeySettings {

    private static final String KEY = "okta-mcp.master-key";
    private static final String PREVIOUS = "okta-mcp.previous-master-key";

    private final StoreProperties properties;

    MasterKeySettings(StoreProperties properties) {
        this.properties = properties;
    }

    /// @param first whether nothing is stored yet that a master key would have to open
    MasterKeys find(boolean first) {
        var current = given(KEY, properties.masterKey(), properties.masterKeyFile());
        var previous =
                given(PREVIOUS, properties.previousMasterKey(), properties.previousMasterKeyFile());
        return new MasterKeys(current == null ? kept(first) : current, previous);
    }

    private static @Nullable MasterKey given(
            String name, @Nullable String key, @Nullable String file) {
        var hasKey = key != null && !key.isBlank();
        var hasFile = file != null && !file.isBlank();
        if (hasKey && hasFile) {
            throw new IllegalArgumentException(
                    "Both %1$s and %1$s-file are given. Leave one of them out.".formatted(name));
        }
        if (key != null && hasKey) {
            return MasterKey.of(key, name);
        }
        return file != null && hasFile
                ? MasterKey.of(read(Path.of(file), name), "The key in " + file)
                : null;
    }

    private static String read(Path file, String name) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s-file names %s, which can't be read.".formatted(name, file), e);
        }
    }

    private MasterKey kept(boolean first) {
        if (!properties.database().isEmbedded()) {
            throw new IllegalArgumentException(
                    "%1$s is not given. With PostgreSQL it is needed, or %1$s-file, and must be the same on all replicas: 32 bytes in Base64; openssl rand -base64 32 makes one."
                            .formatted(KEY));
        }
        var file = properties.dataDirectory().resolve("master.key");
        if (first && Files.notExists(file)) {
            create(file);
        } else if (Files.notExists(file)) {
            throw new IllegalArgumentException(
                    "%s is missing, and without it nobody can read what is stored. Put it back from a backup, or give the key as %s."
                            .formatted(file, KEY));
        }
        return MasterKey.of(read(file, KEY), "The key in " + file);
    }

    private static void create(Path file) {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            OnlyOwner.write(file, Base64.getEncoder().encode(key));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The master key can't be kept in %s. Give %s instead.".formatted(file, KEY), e);
        }
    }
}
