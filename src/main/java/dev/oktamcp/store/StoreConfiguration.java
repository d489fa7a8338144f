package dev.oktamcp.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// The seal, and the key that it is made with.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    Seal seal(SealingProperties properties) {
        var given = properties.sealingKey();
        var text = given == null ? kept(properties.dataDirectory()) : given;
        try {
            return new Seal(Base64.getDecoder().decode(text.strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The sealing key (okta-mcp.sealing-key, or sealing.key in %s) must be 32 bytes in Base64; openssl rand -base64 32 makes one."
                            .formatted(properties.dataDirectory()),
                    e);
        }
    }

    private static String kept(Path directory) {
        var file = directory.resolve("sealing.key");
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The sealing key can't be kept in %s. Give okta-mcp.sealing-key instead."
                            .formatted(file),
                    e);
        }
    }

    private static void create(Path file) throws IOException {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, OnlyOwner.file(file))) {
            channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(key)));
        }
    }
}
