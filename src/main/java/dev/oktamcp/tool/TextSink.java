package dev.oktamcp.tool;

/// Takes in what is too much for an answer, while the call runs.
public interface TextSink {

    /// How many rows it takes at most.
    int mostRows();

    /// Hands on a piece of text.
    ///
    /// @throws ToolException where nobody takes it any more
    void write(String text);
}
