package dev.oktamcp.confirmation;

import dev.oktamcp.store.EncryptedColumn;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of this module is encrypted.
@Configuration(proxyBeanMethods = false)
class ConfirmationConfiguration {

    @Bean
    EncryptedColumn shownToHumans() {
        return Confirmations.COLUMN;
    }
}
