package dev.oktamcp.security;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/// Where a sign-in leads: to one of our own pages, whatever a link asks for.
public final class OwnPage {

    /// The page to sign in, and where nothing else is asked for.
    public static final String SIGN_IN = "/sign-in";

    private static final Pattern KNOWN = Pattern.compile("/(?:confirm|secret)/[A-Za-z0-9_-]{1,64}");

    private OwnPage() {}

    /// The path that is asked for, if it is one of ours.
    public static String of(@Nullable String path) {
        return path != null && KNOWN.matcher(path).matches() ? path : SIGN_IN;
    }

    /// The way to a page for who has not signed in yet.
    static String after(String path) {
        return of(path).equals(path) ? SIGN_IN + "?to=" + path : SIGN_IN;
    }
}
