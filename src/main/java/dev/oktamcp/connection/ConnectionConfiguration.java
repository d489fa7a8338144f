package dev.oktamcp.connection;

import dev.oktamcp.store.EncryptedColumn;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Has the credentials encrypted again when the keys are rotated.
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    EncryptedColumn connectionAuth() {
        return SealedCredentials.COLUMN;
    }
}
