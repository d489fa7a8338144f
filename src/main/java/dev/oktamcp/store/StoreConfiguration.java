package dev.oktamcp.store;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.stream.Collectors;

/// The keys, and what is done with them.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    KeysetTable keysetTable(JdbcClient jdbc) {
        return new KeysetTable(jdbc);
    }

    @Bean
    Keysets keysets(
            KeysetTable table,
            PlatformTransactionManager transactions,
            StoreProperties properties,
            Clock clock) {
        var store = new KeysetStore(table, eachItsOwn(transactions), clock);
        return Keysets.open(store, table, new MasterKeySettings(properties));
    }

    /// A key must be committed before it is used, whatever transaction it is asked for in.
    private static TransactionTemplate eachItsOwn(PlatformTransactionManager transactions) {
        var template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }

    @Bean
    Seal seal(Keysets keysets) {
        return new Seal(keysets);
    }

    @Bean
    Vault vault(Keysets keysets, ObjectProvider<EncryptedColumn> columns) {
        return new Vault(
                keysets, columns.stream().map(EncryptedColumn::table).collect(Collectors.toSet()));
    }

    @Bean
    KeyRotation keyRotation(
            Keysets keysets,
            KeysetTable table,
            JdbcClient jdbc,
            Vault vault,
            ObjectProvider<EncryptedColumn> columns,
            Clock clock) {
        var stored = new EncryptedAgain(jdbc, vault, columns.stream().toList());
        return new KeyRotation(keysets, table, stored, clock);
    }

    @Bean
    RotateAtStart rotateAtStart(KeyRotation rotation) {
        return new RotateAtStart(rotation);
    }
}
