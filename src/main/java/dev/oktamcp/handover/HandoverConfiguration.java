package dev.oktamcp.handover;

import dev.oktamcp.store.EncryptedColumn;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Has what is kept encrypted again when the keys are rotated.
@Configuration(proxyBeanMethods = false)
class HandoverConfiguration {

    @Bean
    EncryptedColumn keptSecret() {
        return KeptSecrets.COLUMN;
    }
}
