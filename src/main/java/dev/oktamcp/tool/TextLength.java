package dev.oktamcp.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How long a text may be that a tool takes, in characters; without it, 1 to 2,000.
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface TextLength {

    /// 0 where an empty text means something, such as to take out what is there.
    int least() default 1;

    int most() default 2000;
}
