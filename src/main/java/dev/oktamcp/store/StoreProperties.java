package dev.oktamcp.store;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;

/// Of each key, the key itself or the name of a file that holds it; what is blank is not given.
///
/// @param dataDirectory where the server keeps its files
/// @param masterKey 32 bytes in Base64, the same on every replica
/// @param previousMasterKey the one that it replaces, until every replica has the new one
@ConfigurationProperties("okta-mcp")
record StoreProperties(
        @DefaultValue("./data") Path dataDirectory,
        @Nullable String masterKey,
        @Nullable String masterKeyFile,
        @Nullable String previousMasterKey,
        @Nullable String previousMasterKeyFile,
        @DefaultValue Database database) {

    /// @param url where it is not given, the embedded database in the data directory
    record Database(@Nullable String url) {

        boolean isEmbedded() {
            return DatabaseSetting.isEmbedded(url);
        }
    }
}
