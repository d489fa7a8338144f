package dev.oktamcp.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.StoreTest;

import org.junit.jupiter.api.Test;

import java.util.Base64;

@StoreTest
class VaultTests {

    private static final byte[] CONTENT = {1, 2, 3};

    private final Replica one;
    private final Replica two;

    VaultTests(Databases databases) {
        var database = databases.of(VaultTests.class);
        one = Replica.of(database, Replica.key(1));
        two = Replica.of(database, Replica.key(1));
    }

    @Test
    void opensWhatAnotherReplicaEncrypted() {
        var encrypted = one.vault().encrypt(CONTENT, "secret/1");

        assertThat(two.vault().decrypt(encrypted, "secret/1")).isEqualTo(CONTENT);
    }

    @Test
    void opensNothingInAnotherRow() {
        var encrypted = one.vault().encrypt(CONTENT, "secret/1");

        assertThatThrownBy(() -> one.vault().decrypt(encrypted, "secret/2"))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessageContaining("secret/2");
    }

    @Test
    void opensNothingThatWasChangedInAnyPlace() {
        var encrypted = Base64.getDecoder().decode(one.vault().encrypt(CONTENT, "secret/1"));

        for (int i = 0; i < encrypted.length; i++) {
            var changed = encrypted.clone();
            changed[i] ^= 1;
            var text = Base64.getEncoder().encodeToString(changed);
            assertThatThrownBy(() -> one.vault().decrypt(text, "secret/1"))
                    .isInstanceOf(UnreadableSecretException.class);
        }
    }

    @Test
    void opensNothingThatItDidNotMake() {
        for (var other : new String[] {"", "AQ==", "no base64 at all!", "AQIDBAUGBwgJ"}) {
            assertThatThrownBy(() -> one.vault().decrypt(other, "secret/1"))
                    .isInstanceOf(UnreadableSecretException.class);
        }
    }

    @Test
    void opensNothingThatWasSealedForAClient() {
        var sealed = one.seal().seal(CONTENT, "secret/1");
        var text = Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(sealed));

        assertThatThrownBy(() -> one.vault().decrypt(text, "secret/1"))
                .isInstanceOf(UnreadableSecretException.class);
    }

    @Test
    void encryptsForNoTableThatNobodyEncryptsAgain() {
        assertThatThrownBy(() -> one.vault().encrypt(CONTENT, "other/1"))
                .hasMessageContaining("EncryptedColumn");
        assertThatThrownBy(() -> one.vault().encrypt(CONTENT, "secret"))
                .hasMessageContaining("EncryptedColumn");
    }
}
