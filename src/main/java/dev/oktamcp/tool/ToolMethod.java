package dev.oktamcp.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What the three tool annotations have in common; not for use on a method itself.
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ToolMethod {

    Effect effect();

    String[] uses() default {};

    String[] optional() default {};

    Exposure exposure() default Exposure.CORE;
}
