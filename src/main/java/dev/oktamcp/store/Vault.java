package dev.oktamcp.store;

import org.springframework.stereotype.Component;

/// TEMPORARY
@Component
public final class Vault {
    private final Seal seal;

    Vault(Seal seal) {
        this.seal = seal;
    }

    public String encrypt(byte[] content, String boundTo) {
        return seal.seal(content, boundTo);
    }

    public byte[] decrypt(String sealed, String boundTo) {
        return seal.open(sealed, boundTo).orElseThrow();
    }
}
