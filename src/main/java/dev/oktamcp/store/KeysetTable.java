package dev.oktamcp.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The stored keysets, and the root key that opens them.
final class KeysetTable {

    /// @param content encrypted with the root key
    record Row(Purpose purpose, long version, String content, Instant rotatedAt) {}

    /// A keyset, and the root key as one master key opens it.
    record Opening(String root, Row keyset) {}

    private final JdbcClient jdbc;

    KeysetTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isEmpty() {
        return jdbc.sql("select count(*) from keyset").query(Integer.class).single() == 0;
    }

    /// All keysets, for the holder of this master key; none where it opens nothing. One statement,
    /// so that the root key fits the keysets while both are replaced.
    List<Opening> openings(String masterKey) {
        return jdbc.sql(
                        """
                        select m.root, k.purpose, k.version, k.content, k.rotated_at
                          from master_key m
                         cross join keyset k
                         where m.id = :id
                        """)
                .param("id", masterKey)
                .query(KeysetTable::opening)
                .list();
    }

    private static Opening opening(ResultSet row, int number) throws SQLException {
        return new Opening(
                row.getString("root"),
                new Row(
                        Purpose.of(row.getString("purpose")),
                        row.getLong("version"),
                        row.getString("content"),
                        Rows.required(row, "rotated_at")));
    }

    /// Whoever changes a key waits here until no one else does.
    void lock() {
        jdbc.sql("select purpose from keyset order by purpose for update")
                .query(String.class)
                .list();
    }

    /// @throws org.springframework.dao.DuplicateKeyException where another replica was first
    void insert(Row keyset) {
        jdbc.sql(
                        """
                        insert into keyset (purpose, version, content, rotated_at)
                        values (:purpose, :version, :content, :rotatedAt)
                        """)
                .param("purpose", keyset.purpose().word())
                .param("version", keyset.version())
                .param("content", keyset.content())
                .param("rotatedAt", Rows.time(keyset.rotatedAt()))
                .update();
    }

    /// @throws IllegalStateException where it was changed without the lock
    void update(Row keyset) {
        var changed =
                jdbc.sql(
                                """
                                update keyset
                                   set version = :version,
                                       content = :content,
                                       rotated_at = :rotatedAt
                                 where purpose = :purpose and version = :version - 1
                                """)
                        .param("purpose", keyset.purpose().word())
                        .param("version", keyset.version())
                        .param("content", keyset.content())
                        .param("rotatedAt", Rows.time(keyset.rotatedAt()))
                        .update();
        if (changed != 1) {
            throw new IllegalStateException(
                    "The keyset %s was changed by another replica. Try again."
                            .formatted(keyset.purpose().word()));
        }
    }

    List<String> masterKeys() {
        return jdbc.sql("select id from master_key order by ordinal").query(String.class).list();
    }

    void addMasterKey(String id, String root) {
        jdbc.sql(
                        """
                        insert into master_key (id, root, ordinal)
                        select cast(:id as varchar(16)), cast(:root as varchar(4000)),
                               coalesce(max(ordinal), 0) + 1
                          from master_key
                        """)
                .param("id", id)
                .param("root", root)
                .update();
    }

    void replaceRoot(String id, String root) {
        jdbc.sql("update master_key set root = :root where id = :id")
                .param("id", id)
                .param("root", root)
                .update();
    }

    void removeMasterKey(String id) {
        jdbc.sql("delete from master_key where id = :id").param("id", id).update();
    }
}
