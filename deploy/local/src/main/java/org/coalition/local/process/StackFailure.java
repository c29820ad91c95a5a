package org.coalition.local.process;

/** Something that stops the stack and that one line can explain; the launcher prints the message and no stack trace. */
public final class StackFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
