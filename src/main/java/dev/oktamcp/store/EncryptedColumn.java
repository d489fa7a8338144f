package dev.oktamcp.store;

import java.util.regex.Pattern;

/// A column that holds what `Vault` encrypted, or null. As a bean, it is encrypted again when the
/// keys are rotated.
///
/// @param table has a column `id`; what is encrypted is bound to the table's name, `/`, and the id
public record EncryptedColumn(String table, String column) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]*");

    public EncryptedColumn {
        if (!NAME.matcher(table).matches() || !NAME.matcher(column).matches()) {
            throw new IllegalArgumentException("Not names in SQL: " + table + "." + column);
        }
    }

    /// What the content of this row is encrypted for, as in `connection/0d9f`.
    public String boundTo(String id) {
        return table + "/" + id;
    }
}
