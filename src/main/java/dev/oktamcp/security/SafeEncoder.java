package dev.oktamcp.security;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;

import dev.oktamcp.tool.SafeText;

import java.nio.charset.StandardCharsets;

/// What another encoder makes of an event, pattern or JSON, without secrets.
final class SafeEncoder extends EncoderBase<ILoggingEvent> {

    private final Encoder<ILoggingEvent> encoder;

    SafeEncoder(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
    }

    /// Secrets are ASCII, and read as Latin 1 no byte is lost, be it UTF-8 or not.
    @Override
    public byte[] encode(ILoggingEvent event) {
        var text = new String(encoder.encode(event), StandardCharsets.ISO_8859_1);
        return SafeText.of(text).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public byte[] headerBytes() {
        return encoder.headerBytes();
    }

    @Override
    public byte[] footerBytes() {
        return encoder.footerBytes();
    }

    @Override
    public void stop() {
        encoder.stop();
        super.stop();
    }
}
