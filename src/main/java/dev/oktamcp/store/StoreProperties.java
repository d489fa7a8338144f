package dev.oktamcp.store;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;

/// @param dataDirectory where the server keeps its files
/// @param sealingKey 32 bytes in Base64, the same on every replica; where it is not given, one is
///   made and kept in the data directory
@ConfigurationProperties("okta-mcp")
record SealingProperties(@DefaultValue("./data") Path dataDirectory, @Nullable String sealingKey) {}
