package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

class CsvCellTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49 30 1",
                "-2",
                "@SUM(A1)",
                "\tx",
                "\rx",
                " =1",
                "\n=1",
                "\uFEFF=1",
                "\uFF1D1",
                "=",
                "=1\n2"
            })
    void isNoFormula(String text) {
        assertThat(CsvCell.text(text).replace("\"", "")).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "a=b", "1-2", "me@example.com", "", "Ä ö"})
    void staysAsItIs(String text) {
        assertThat(CsvCell.text(text)).isEqualTo(text);
    }

    @Test
    void isQuotedWhereACommaAQuotationMarkOrALineBreakIsInIt() {
        assertThat(CsvCell.text("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvCell.text("say \"x\"")).isEqualTo("\"say \"\"x\"\"\"");
        assertThat(CsvCell.text("a\r\nb")).isEqualTo("\"a\r\nb\"");
        assertThat(CsvCell.text("=a,b")).isEqualTo("\"'=a,b\"");
    }

    @Test
    void rowsHaveWhatTheirPathsLeadTo() {
        var row =
                (ObjectNode)
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"id":"x","n":-5,"on":true,"none":null,
                                         "profile":{"tags":["a","b"]},"target":[{"name":"=T"}]}\
                                        """);
        var columns = List.of("id", "n", "on", "none", "profile.tags", "target.0.name", "no.such");

        assertThat(ExportFormat.CSV.row(row, columns))
                .isEqualTo("x,-5,true,,\"[\"\"a\"\",\"\"b\"\"]\",'=T,\r\n");
        assertThat(ExportFormat.JSONL.row(row, columns))
                .isEqualTo(
                        """
                        {"id":"x","n":-5,"on":true,"profile.tags":["a","b"],"target.0.name":"=T"}
                        """);
    }
}
