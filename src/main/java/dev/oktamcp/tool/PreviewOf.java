package dev.oktamcp.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A method that tells what a tool of the same class would do. It returns a `Preview` and takes
/// arguments of the tool by the names of the tool's own parameters. Where it also takes a
/// `Preview`, that is what is known already: the first request that the tool would send, and the
/// present state of what it is about. Without one it has to tell all itself, as it must where a
/// tool sends more than one change. Operations that it reads are declared by the tool.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PreviewOf {

    /// The name of the tool.
    String value();
}
