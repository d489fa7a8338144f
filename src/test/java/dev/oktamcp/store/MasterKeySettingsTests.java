package dev.oktamcp.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class MasterKeySettingsTests {

    private static final String KEY = Replica.key(1);

    @TempDir private Path directory = Path.of("");

    private MasterKeySettings settings(@Nullable String key, @Nullable String file) {
        var embedded = new StoreProperties.Database(null);
        return new MasterKeySettings(
                new StoreProperties(directory, key, file, null, null, embedded));
    }

    private MasterKey found(@Nullable String key, @Nullable String file) {
        return settings(key, file).find(false).current();
    }

    private Path file() {
        return directory.resolve("master.key");
    }

    @Test
    void makeAKeyOnceThatItsOwnerAloneCanRead() throws IOException {
        var made = settings(null, " ").find(true).current();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(found("", null).id()).isEqualTo(made.id());
        assertThat(settings(null, null).find(true).current().id()).isEqualTo(made.id());
    }

    @Test
    void makeNoneWhereOneIsMissing() {
        assertThatThrownBy(() -> found(null, null))
                .hasMessageContaining("master.key is missing")
                .hasMessageContaining("from a backup");
        assertThat(file()).doesNotExist();
    }

    @Test
    void readAKeyFromAFile() throws IOException {
        var mounted = Files.writeString(directory.resolve("mounted"), KEY + "\n");

        assertThat(found(null, mounted.toString()).id()).isEqualTo(found(KEY, null).id());
        assertThat(file()).doesNotExist();
    }

    @Test
    void nameAFileThatCanNotBeRead() {
        assertThatThrownBy(() -> found(null, "/nowhere"))
                .hasMessageContaining("okta-mcp.master-key-file names /nowhere");
    }

    @Test
    void refuseAKeyBesideAFile() {
        assertThatThrownBy(() -> found(KEY, "/nowhere"))
                .hasMessageContaining("Leave one of them out");
    }

    @Test
    void refuseWhatIsNoKeyAndDoNotShowIt() {
        for (var none : new String[] {"short", "*".repeat(44), KEY + KEY}) {
            assertThatThrownBy(() -> found(none, null))
                    .hasMessageContaining("okta-mcp.master-key must be 32 bytes in Base64")
                    .hasMessageNotContaining(none)
                    .hasNoCause();
        }
    }
}
