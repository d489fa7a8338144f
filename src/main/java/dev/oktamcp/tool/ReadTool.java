package dev.oktamcp.tool;

import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.core.annotation.AliasFor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A method that is a tool and only reads.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@McpTool
@ToolMethod(effect = Effect.READ)
public @interface ReadTool {

    @AliasFor(annotation = McpTool.class)
    String name();

    @AliasFor(annotation = McpTool.class)
    String title();

    @AliasFor(annotation = McpTool.class)
    String description();

    /// The `operationId`s of the operations that the tool calls and cannot do without.
    @AliasFor(annotation = ToolMethod.class)
    String[] uses() default {};

    /// The `operationId`s of the operations that add a part to what the tool answers, where the
    /// caller's filter allows them.
    @AliasFor(annotation = ToolMethod.class)
    String[] optional() default {};

    @AliasFor(annotation = ToolMethod.class)
    Exposure exposure() default Exposure.CORE;
}
