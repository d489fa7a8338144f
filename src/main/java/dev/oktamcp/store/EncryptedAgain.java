package dev.oktamcp.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/// Brings what is stored under the newest key, row by row, while the replicas go on using it.
final class EncryptedAgain {

    private record Cell(String id, String content) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final List<EncryptedColumn> columns;

    EncryptedAgain(JdbcClient jdbc, Vault vault, List<EncryptedColumn> columns) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.columns = columns;
    }

    /// @return how many
    int encryptAll() {
        var count = 0;
        for (var column : columns) {
            for (var cell : cells(column)) {
                if (vault.needsNewestKey(cell.content())) {
                    count += encrypt(column, cell);
                }
            }
        }
        return count;
    }

    /// Whoever stores something else in the meantime has used the newest key.
    private int encrypt(EncryptedColumn column, Cell cell) {
        var boundTo = column.boundTo(cell.id());
        var content = vault.decrypt(cell.content(), boundTo);
        return jdbc.sql(
                        """
                        update %1$s
                           set %2$s = :after
                         where id = :id and %2$s = :before
                        """
                                .formatted(column.table(), column.column()))
                .param("after", vault.encrypt(content, boundTo))
                .param("id", cell.id())
                .param("before", cell.content())
                .update();
    }

    private List<Cell> cells(EncryptedColumn column) {
        return jdbc.sql(
                        """
                        select id, %2$s as content
                          from %1$s
                         where %2$s is not null
                        """
                                .formatted(column.table(), column.column()))
                .query(Cell.class)
                .list();
    }
}
