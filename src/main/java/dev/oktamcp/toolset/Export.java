package dev.oktamcp.toolset;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// A file that is asked for.
///
/// @param operation that lists what stands on its rows
/// @param asked arguments of that operation
/// @param fixed arguments of the tool in another form, which means the same at any time
record Export(
        String operation,
        Map<String, Object> asked,
        List<String> columns,
        ExportFormat format,
        @Nullable String cursor,
        Map<String, Object> fixed) {

    Export {
        asked = Map.copyOf(asked);
        columns = List.copyOf(columns);
        fixed = Map.copyOf(fixed);
    }

    Export(
            String operation,
            Map<String, Object> asked,
            List<String> usual,
            @Nullable List<String> columns,
            @Nullable ExportFormat format,
            @Nullable String cursor) {
        this(
                operation,
                asked,
                columns == null || columns.isEmpty() ? usual : columns,
                format == null ? ExportFormat.CSV : format,
                cursor,
                Map.of());
    }

    Export fixing(Map<String, Object> arguments) {
        return new Export(operation, asked, columns, format, cursor, arguments);
    }
}
