package dev.oktamcp.server;

/// What a person at the terminal is meant to read and paste: not a log line, so it has no time and
/// no level before it.
public final class Printout {

    private Printout() {}

    /// Prints to the terminal, as it is.
    public static void print(String text) {
        System.out.print(text);
        System.out.flush();
    }
}
