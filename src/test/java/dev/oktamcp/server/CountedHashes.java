package dev.oktamcp.server;

import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.security.Security;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts the SHA-256 hashes that one thread computes, as long as it is open: a provider of Java's
/// that comes before its own.
final class CountedHashes extends Provider implements AutoCloseable {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "CountedHashes";
    private static final String SHA_256 = "SHA-256";

    private final transient Thread counted = Thread.currentThread();
    private final AtomicInteger count = new AtomicInteger();

    private CountedHashes() {
        super(NAME, "1", "Counts");
        putService(new Counting());
    }

    static CountedHashes ofThisThread() {
        var hashes = new CountedHashes();
        Security.insertProviderAt(hashes, 1);
        return hashes;
    }

    int count() {
        return count.get();
    }

    @Override
    public void close() {
        Security.removeProvider(NAME);
    }

    private final class Counting extends Service {

        Counting() {
            super(CountedHashes.this, "MessageDigest", SHA_256, Sha256.class.getName(), null, null);
        }

        @Override
        public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
            if (Thread.currentThread().equals(counted)) {
                count.incrementAndGet();
            }
            return new Sha256();
        }
    }

    /// Java's own.
    private static final class Sha256 extends MessageDigestSpi {

        private final MessageDigest real;

        Sha256() throws NoSuchAlgorithmException {
            try {
                real = MessageDigest.getInstance(SHA_256, "SUN");
            } catch (NoSuchProviderException e) {
                throw new NoSuchAlgorithmException(e);
            }
        }

        @Override
        protected void engineUpdate(byte input) {
            real.update(input);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            real.update(input, offset, length);
        }

        @Override
        protected byte[] engineDigest() {
            return real.digest();
        }

        @Override
        protected void engineReset() {
            real.reset();
        }
    }
}
